import { describe, expect, it } from 'vitest';
import { expectContradicted, fixed, quietOf } from '../../../support/claims.ts';

const quiet = quietOf('default', 'parameter-name', 'returns');

describe('XML documentation of C#', () => {
  it('contradicts a parameter that is not there', async () => {
    const source = (name: string) =>
      `class A\r\n{\r\n\t/// <summary>Sends 😀.</summary>\r\n\t/// <param name="${name}">Where to, 主机.</param>\r\n\t[Obsolete("x")]\r\n\tpublic void Send(string target, ref int count) { }\r\n}\r\n`;
    await expectContradicted('csharp', source('⟦tarket⟧'), 'The parameter is called target, not tarket.');
    expect(await fixed('csharp', source('tarket'))).toBe(source('target'));
  });

  it('deletes the element of a parameter that no list has', async () => {
    const source = (line: string) =>
      `class A {\n  /// <summary>\n  /// Runs.\n  /// </summary>\n${line}  public A() { }\n}\n`;
    const line = (name: string) => `  /// <param name="${name}">\n  /// The trace level.\n  /// </param>\n`;
    await expectContradicted('csharp', source(line('⟦level⟧')), 'A has no parameter level.');
    expect(await fixed('csharp', source(line('level')))).toBe(source(''));
  });

  it('contradicts a returned value of a method that returns nothing', async () => {
    await expectContradicted(
      'csharp',
      'interface A {\n  /// <summary>Sends.</summary> ⟦<returns>The count.</returns>⟧\n  void Send(int a);\n}',
      'Send never returns a value.',
    );
  });

  it.each([
    ['/// <param name="size">How many, ⟦10 by default⟧.</param>\n void F(int size = 20) {}', '20', '10'],
    [
      '/// <param name="size">⟦Default is <c>"a"</c>⟧.</param>\n void F(string size = @"b""c") {}',
      '@"b""c"',
      '"a"',
    ],
    [
      '/// <param name="size">⟦Defaults to <see langword="true"/>⟧.</param>\n void F(bool size = false) {}',
      'false',
      'true',
    ],
    ['/// <summary>How many. ⟦Defaults to 10⟧.</summary>\n public int size { get; set; } = 20;', '20', '10'],
    ['const int N = 4 * 5;\n /** <summary>⟦Defaults to 10⟧.</summary> */\n int size = N;', 'N', '10'],
  ])('contradicts a default in %s', async (member, actual, documented) => {
    await expectContradicted(
      'csharp',
      `class A { ${member} }`,
      `The default of size is ${actual}, not ${documented}.`,
    );
  });

  it.each([
    [
      'the right names',
      '/// <param name="a">A.</param>\n/// <param name="b">B.</param>\nvoid F(this int a, params object[] b) {}',
      'supported',
      'supported',
    ],
    ['type parameters', '/// <typeparam name="T">A.</typeparam>\nvoid F<T>() {}'],
    [
      'inherited documentation',
      '/// <inheritdoc/>\n/// <param name="b">B.</param>\nvoid F(int a) {}',
      'unverified',
    ],
    ['a task without a value', '/// <returns>A task.</returns>\nasync Task F() { await G(); }', 'unverified'],
    ['a value', '/// <returns>One.</returns>\nint F() => 1;', 'supported'],
    ['a property that is computed', '/// <summary>Defaults to 10.</summary>\nint A => 5;'],
    [
      'a property that a constructor sets',
      '/// <summary>Defaults to 10.</summary>\nint P { get; } = 5; public A() { P = 10; }',
      'unverified',
    ],
    [
      'the same value',
      '/// <param name="a">Defaults to 1.5.</param>\nvoid F(decimal a = 1_0.5m - 9) {}',
      'supported',
      'supported',
    ],
    ['an ordinary comment', '// <param name="b">B.</param>\nvoid F(int a) {}'],
    ['code that does not parse', '/// <param name="b">B.</param>\nvoid F(int a { }', 'unverified'],
  ])('stays quiet about %s', async (_case, member, ...verdicts) => {
    await quiet('csharp', `class A {\n${member}\n}`, ...verdicts);
  });

  it('knows the parameters of records and delegates', async () => {
    await expectContradicted(
      'csharp',
      '/// <param name="⟦Col⟧">C.</param>\n/// <param name="Line">L.</param>\nrecord Place(int Line, int Column = 1);\n/// <param name="⟦b⟧">B.</param>\ndelegate int Count(string a);',
      'Place has no parameter Col.',
      'The parameter is called a, not b.',
    );
  });
});
