import { describe, expect, it } from 'vitest';
import { scanSource } from '../../../../src/core/source/index.ts';
import { languageById } from '../../../../src/core/source/language.ts';
import { expectContradicted, quietOf } from '../../../support/claims.ts';
import { testParser } from '../../../support/tools.ts';

const quiet = quietOf('default', 'parameter-name', 'returns');

describe('Go doc comments', () => {
  it.each([
    ['// Size is how many 连接 😀.\n// It ⟦defaults to 10⟧.\nconst Size = 0x14', '0x14', '10'],
    ['/*\nSize, ⟦default is `10`⟧.\n*/\nvar Size int = 2 * 10', '2 * 10', '10'],
    ['const (\n\tA = 1\n\n\t// Size, ⟦10 by default⟧.\n\tSize = 20\n)', '20', '10'],
    ['// Size is a name, ⟦default is "a"⟧.\nvar Size = `b`', '`b`', '"a"'],
  ])('contradicts an initial value in %s', async (code, actual, documented) => {
    await expectContradicted(
      'go',
      `package a\n\n${code}\n`,
      `The default of Size is ${actual}, not ${documented}.`,
    );
  });

  it.each([
    ['a comment apart from the code', '// Defaults to 10.\n\nvar A = 5'],
    ['a comment behind other code', 'var B = 1 // Defaults to 10.\nvar A = 5'],
    ['a comment over a group', '// Defaults to 10.\nvar (\n\tA = 5\n)'],
    [
      'a constant that names an option',
      '// Mode, the default is "a".\nconst Mode = "js.fetch:mode"',
      'unverified',
    ],
    ['a variable that init sets', '// Defaults to 10.\nvar A = 5\nfunc init() { A = 10 }', 'unverified'],
    ['a computed value', '// Defaults to 10 seconds.\nvar A = 5 * time.Second', 'unverified'],
    ['several names at once', '// Defaults to 10.\nvar A, B = 5, 6'],
    ['a local variable', 'func F() {\n\t// Defaults to 10.\n\tvar a = 5\n\t_ = a\n}'],
    ['the same value', '// A is far away, default is 1e3.\nvar A = 1_000', 'supported'],
    ['half a declaration', '// Defaults to 10.\nvar A = ('],
  ])('stays quiet about %s', async (_case, code, ...verdicts) => {
    await quiet('go', `package a\n\n${code}\n`, ...verdicts);
  });

  it('read methods with their receiver, results and deprecation', async () => {
    const language = languageById('go');
    if (language === undefined) throw new Error('no Go');
    const text =
      'package a\n\n// Run runs.\n//\n// Deprecated: use Go.\nfunc (t *T[K]) Run(a, b int, _ string, rest ...K) (n int, err error) { return }\n';
    const request = {
      text,
      language,
      cancellation: { aborted: false },
      which: 'documented',
      bodies: true,
    } as const;
    const [run] = (await scanSource(await testParser(), request)).declarations;
    expect(run?.qualifiedName).toBe('T.Run');
    expect(run?.signature?.parameters.map(({ name }) => name)).toEqual(['a', 'b', '', 'rest']);
    expect(run?.signature?.result).toBe('value');
    expect(run?.doc?.tags.map(({ name, value }) => [name, value.text])).toEqual([['deprecated', 'use Go.']]);
  });
});
