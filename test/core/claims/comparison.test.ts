import { describe, expect, it } from 'vitest';
import type { LanguageId } from '../../../src/core/source/index.ts';
import { expectContradicted, findingsOf } from '../../support/claims.ts';

async function verdictsOf(languageId: LanguageId, text: string): Promise<readonly string[]> {
  const findings = await findingsOf(languageId, text);
  return findings.filter(({ kind }) => kind === 'comparison').map(({ verdict }) => verdict);
}

describe('bounds in comments', () => {
  it.each<[LanguageId, string, string]>([
    [
      'javascript',
      '// Stop if there are ⟦more than 10⟧ items.\nif (items.length >= 10) stop();',
      'At 10, items.length >= 10 decides otherwise than “more than 10”.',
    ],
    [
      'javascript',
      'if (age > 18) { // ⟦at least 18⟧\n  enter();\n}',
      'At 18, age > 18 decides otherwise than “at least 18”.',
    ],
    [
      'typescript',
      '// Only when the count is ⟦less than or equal to 3⟧\nconst isSmall = 3 > count;',
      'At 3, 3 > count decides otherwise than “less than or equal to 3”.',
    ],
    [
      'python',
      'def f(n):\r\n\t# 如果😀⟦大于 10⟧\r\n\tif n >= 10:\r\n\t\treturn 1\r\n',
      'At 10, n >= 10 decides otherwise than “大于 10”.',
    ],
    [
      'python',
      '# skip names ⟦shorter than 2⟧ characters\nif len(name) <= 2:\n    skip()\n',
      'At 2, len(name) <= 2 decides otherwise than “shorter than 2”.',
    ],
    [
      'python',
      '# If there are ⟦more than 10⟧, stop.\nif n >= 10:\n    stop()\nelif n > 3:\n    slow()\nelse:\n    go()\n',
      'At 10, n >= 10 decides otherwise than “more than 10”.',
    ],
    [
      'javascript',
      '// All of them count. If count is ⟦at least 3⟧, go on.\nif (count > 3) go();',
      'At 3, count > 3 decides otherwise than “at least 3”.',
    ],
    [
      'python',
      'while tries > 3:  # ⟦3 or more⟧\n    wait()\n',
      'At 3, tries > 3 decides otherwise than “3 or more”.',
    ],
  ])('contradicts in %s: %s', async (languageId, marked, sentence) => {
    const [finding] = await expectContradicted(languageId, marked, sentence);
    expect(finding?.severity).toBe('information');
  });

  it.each<[LanguageId, string, string]>([
    [
      'python',
      '# Only when n is ⟦less than 3⟧.\nif n > 3:\n    work(n)\n',
      'The code tests n > 3, the other side of “less than 3”.',
    ],
    [
      'python',
      '# If len(name) is ⟦at least 3⟧\nif len(name) < 3:\n    pad(name)\n',
      'The code tests len(name) < 3, the other side of “at least 3”.',
    ],
    [
      'javascript',
      '// only if count is ⟦greater than 10⟧\nif (this.count <= 10) {\n  grow();\n}',
      'The code tests this.count <= 10, the other side of “greater than 10”.',
    ],
    [
      'typescript',
      'class A {\n  f(n: number) {\n    // When n is ⟦at most 5⟧.\n    if (n >= 5) {\n      grow();\n    }\n  }\n}',
      'The code tests n >= 5, the other side of “at most 5”.',
    ],
    [
      'javascript',
      '// 当 n ⟦大于 10⟧。\nif (n < 10) {\n  grow();\n}',
      'The code tests n < 10, the other side of “大于 10”.',
    ],
  ])('contradicts the other side in %s: %s', async (languageId, marked, sentence) => {
    const [finding] = await expectContradicted(languageId, marked, sentence);
    expect(finding?.severity).toBe('information');
  });

  it.each<[string, string]>([
    ['an early exit', '// Only when n is less than 3.\nif (n > 3) return;'],
    ['an exit by a call', '// Only when n is less than 3.\nif (n > 3) fail(n);'],
    ['a loop that is left', '// Only when n is less than 3.\nif (n > 3) { log(n); continue; }'],
    ['another branch', '// If n is less than 3.\nif (n > 3) work(); else rest();'],
    [
      'a sentence about what is left out',
      '// If n is less than 3, nothing is to be done.\nif (n > 3) work();',
    ],
    ['another subject', '// Only when the rest is less than 3.\nif (n > 3) work();'],
    ['a part of a condition', '// Only when n is less than 3.\nif (n > 3 && m) work();'],
    ['a statement that is no `if`', '// Only when n is less than 3.\nconst isBig = n > 3;'],
    ['words that deny it', '// Unless n is less than 3.\nif (n > 3) work();'],
  ])('leaves the other side alone with %s', async (_name, text) => {
    const wrapped = `function f(n, m) {\n  for (;;) {\n${text}\n  }\n}`;
    expect((await verdictsOf('javascript', wrapped)).filter((one) => one !== 'unverified')).toEqual([]);
  });

  it.each<[LanguageId, string]>([
    ['javascript', '// If there are more than 10.\nif (n > 10) stop();'],
    ['javascript', '// If there is more than one.\nif (n >= 2) stop();'],
    ['javascript', 'if (10 < n) stop(); // more than 10'],
    ['python', '# at least 3\nif n >= 3:\n    go()\n'],
  ])('supports in %s: %s', async (languageId, text) => {
    expect(await verdictsOf(languageId, text)).toEqual(['supported']);
  });

  it.each<[string, readonly string[]]>([
    // What must hold to get past the statement.
    ['// must be at least 10\nif (n < 10) throw new Error();', ['unverified']],
    ['// at most 10 are kept\nif (n >= 10) items.shift();', ['unverified']],
    ['// Keep at least 10 items, make room.\nwhile (n > 10) items.shift();', ['unverified']],
    ['// Codes may only be a maximum of two characters.\nif (code.length < 2) code += ch;', ['unverified']],
    ['// For the first (need at least one value).\nif (count > 1) check();', ['unverified']],
    ['// More than 10 would be too many.\nif (n >= 10) stop();', ['unverified']],
    ['// if more than 10\nif (n >= 500) stop();', []],
    // Kept within the bound, 3 becomes 3.
    ['// If n is at least 3, it is cut.\nif (n > 3) {\n  n = 3;\n}', ['unverified']],
    [
      '// Two bits hold the count. If it is >= 3, then a length follows.\nif (count > 3) go(count);',
      ['unverified'],
    ],
    // A later condition speaks of the same number.
    ['// if more than 10\nif (n >= 10) stop(); else if (n === 10) go();', []],
    ['// if more than 10 and less than 20\nif (n >= 10) stop();', []],
    ['// if more than 10\nif (n >= 10 && m > 10) stop();', []],
    ['// if more than 10\nif (n === 10) stop();', []],
    ['// if more than 10\nconst n = 10;', []],
  ])('leaves alone: %s', async (text, verdicts) => {
    expect(await verdictsOf('javascript', text)).toEqual(verdicts);
  });
});
