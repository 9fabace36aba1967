import { describe, expect, it } from 'vitest';
import { expectContradicted, findingsOf, fixed, quietOf } from '../../../support/claims.ts';

const quiet = quietOf('default', 'parameter-name', 'returns');

describe('KDoc', () => {
  it('contradicts a parameter that is not there', async () => {
    const source = (name: string) =>
      `class Pool {\r\n\t/**\r\n\t * Takes 😀 连接.\r\n\t * @param ${name} where to\r\n\t * @param [count] how often\r\n\t */\r\n\t@JvmStatic\r\n\tsuspend fun <R> List<R>.take(target: String, vararg count: Int, done: (Int) -> Unit = {}): R = first()\r\n}\r\n`;
    await expectContradicted('kotlin', source('⟦tarket⟧'), 'The parameter is called target, not tarket.');
    expect(await fixed('kotlin', source('tarket'))).toBe(source('target'));
  });

  it('contradicts a parameter of the primary constructor', async () => {
    await expectContradicted(
      'kotlin',
      '/**\n * A place.\n * @param T what\n * @param line the line\n * @param ⟦colum⟧ the column\n */\ndata class Place<T>(val line: Int, private val column: T? = null)\n',
      'The parameter is called column, not colum.',
    );
  });

  it('contradicts a returned value of a function that returns nothing', async () => {
    await expectContradicted(
      'kotlin',
      'interface A {\n  /** ⟦@return the count⟧ */\n  fun send(a: Int)\n\n  /** ⟦@return the count⟧ */\n  fun log(a: Int): Unit { println(a) }\n}\n',
      'send never returns a value.',
      'log never returns a value.',
    );
  });

  it.each([
    ['/** @param size how many, ⟦10 by default⟧ */\nfun f(size: Int = 20, other: Int = 10) {}', '20', '10'],
    ['/** @param size ⟦defaults to `1.5`⟧ */\nclass A(val size: Float = 2.5f)', '2.5f', '1.5'],
    ['/** ⟦Defaults to 10⟧. */\nval size: Long = 2_0L', '2_0L', '10'],
    ['const val N = 4 * 5\n\n/** @param size ⟦Defaults to 10⟧. */\nfun f(size: Int = N) {}', 'N', '10'],
  ])('contradicts a default in %s', async (code, actual, documented) => {
    await expectContradicted('kotlin', `${code}\n`, `The default of size is ${actual}, not ${documented}.`);
  });

  it.each([
    ['a value', '/** @return one */\nfun f(): Int = 1', 'supported'],
    ['a value without a type', '/** @return one */\nfun f() = 1', 'unverified'],
    ['a function that never returns', '/** @return one */\nfun f(): Nothing = TODO()', 'unverified'],
    [
      'a text with a variable',
      '/** @param a Defaults to "b". */\nfun f(a: String = "$b") {}',
      'supported',
      'unverified',
    ],
    [
      'a property that init sets',
      'class A {\n  /** Defaults to 10. */\n  var a = 5\n  init { a = 10 }\n}',
      'unverified',
    ],
    ['a computed property', '/** Defaults to 10. */\nval a: Int get() = 5'],
    ['a local variable', 'fun f() {\n  /** Defaults to 10. */\n  val a = 5\n}'],
    ['a property of the class', '/** @property b B. */\nclass A(val a: Int)'],
    ['an ordinary comment', '/* @param b B. */\nfun f(a: Int) {}'],
  ])('stays quiet about %s', async (_case, code, ...verdicts) => {
    await quiet('kotlin', `${code}\n`, ...verdicts);
  });
});

it.each(['val a = 3\n@A"""', 'val a = 3\n@A', 'val a = 3\n@A(b', '// 5 seconds\n@A'])(
  'comes back from a text that ends with an annotation: %j',
  async (text) => {
    expect(await findingsOf('kotlin', text)).toEqual([]);
  },
);
