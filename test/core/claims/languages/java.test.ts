import { describe, expect, it } from 'vitest';
import { expectContradicted, fixed, quietOf } from '../../../support/claims.ts';

const quiet = quietOf('default', 'parameter-name', 'returns');

describe('Javadoc', () => {
  it('contradicts a parameter that is not there', async () => {
    const source = (name: string) =>
      `class A {\n  /**\n   * Sends.\n   * @param ${name} Where to.\n   * @param count How often.\n   */\n  @Override\n  public void send(final String target, int count) { }\n}\n`;
    await expectContradicted('java', source('⟦tarket⟧'), 'The parameter is called target, not tarket.');
    expect(await fixed('java', source('tarket'))).toBe(source('target'));
  });

  it('contradicts a parameter of an interface whose list names others', async () => {
    await expectContradicted(
      'java',
      'interface A {\n  /**\n   * Sends.\n   * @param ⟦url⟧ Where to.\n   */\n  void send(String target, int count, Object... rest);\n}\n',
      'send has no parameter url.',
    );
  });

  it('contradicts a returned value of a method that returns nothing', async () => {
    const source = (tag: string) =>
      `interface A {\r\n\t/**\r\n\t * 发送 😀.\r\n${tag}\t */\r\n\tvoid send(String target);\r\n}\r\n`;
    await expectContradicted(
      'java',
      source('\t * ⟦@return the number of bytes⟧\r\n'),
      'send never returns a value.',
    );
    expect(await fixed('java', source('\t * @return the number of bytes\r\n'))).toBe(source(''));
  });

  it.each([
    ['/** Size. ⟦Defaults to 10⟧. */ int size = 20;', '20', '10'],
    ['/** Size, ⟦default is {@code 0x10}⟧. */ final long size = 20L;', '20L', '0x10'],
    ['/** ⟦Defaults to <code>"a"</code>⟧. */ String size = "b";', '"b"', '"a"'],
    ["/** ⟦Defaults to 'a'⟧. */ char size = 'b';", "'b'", "'a'"],
    ['static final int N = 5 * 2 + 1;\n /** ⟦Defaults to 10⟧. */ int size = N;', 'N', '10'],
  ])('contradicts an initial value in %s', async (members, actual, documented) => {
    await expectContradicted(
      'java',
      `class A { ${members} }`,
      `The default of size is ${actual}, not ${documented}.`,
    );
  });

  it.each([
    [
      'the right names',
      '/** @param a A. @see B\n @param b B. */ void f(int a, int... b) {}',
      'supported',
      'supported',
    ],
    ['a type parameter', '/** @param <T> A type.\n @param a A. */ <T> void f(T a) {}', 'supported'],
    [
      'an example with annotations',
      '/**\n * <pre>\n * @Param x\n * @param y\n * </pre>\n * {@code\n * @param z\n * }\n * @return One. */ int f() { return 1; }',
      'supported',
    ],
    ['a value', '/** @return One. */ abstract int f();', 'supported'],
    ['nothing from a method without a result', '/** @return nothing */ void f() {}', 'supported'],
    [
      'nothing where a value may be anything',
      '/** @return nothing */ Void f() { return null; }',
      'unverified',
    ],
    ['a result of a constructor', '/** @return the object */ A() {}', 'unverified'],
    ['an ordinary comment', '/* @param a A. */ void f() {}'],
    ['a field that a constructor sets', '/** Defaults to 10. */ int a = 5; A() { a = 10; }', 'unverified'],
    ['a value in another unit', '/** Defaults to 10 seconds. */ int a = 10_000;', 'unverified'],
    ['the same number', '/** Defaults to 1000. */ long a = 1_000L;', 'supported'],
    ['an octal number', '/** Defaults to 8. */ int a = 010;', 'supported'],
    ['a comment above several fields', '/** Defaults to 10. */ int a = 1, b = 10;'],
    [
      'a default of a parameter',
      '/** @param a A. Defaults to 10. */ void f(int a) {}',
      'supported',
      'unverified',
    ],
    ['code that does not parse', '/** @param b B. */ void f(int a { }', 'unverified'],
  ])('stays quiet about %s', async (_case, members, ...verdicts) => {
    await quiet('java', `class A { ${members} }`, ...verdicts);
  });

  it('knows the components of a record', async () => {
    await expectContradicted(
      'java',
      '/** A place.\n * @param line The line.\n * @param ⟦col⟧ The column. */\nrecord Place(int line, int column) {}',
      'The parameter is called column, not col.',
    );
  });

  it('reads the default of an annotation', async () => {
    await expectContradicted(
      'java',
      '@interface Retry { /** How often, ⟦3 by default⟧. */ int times() default 4; }',
      'The default of times is 4, not 3.',
    );
  });
});
