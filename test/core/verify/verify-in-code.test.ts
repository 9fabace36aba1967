import { describe, expect, it } from 'vitest';
import { neverCancelled } from '../../../src/core/platform/index.ts';
import { type LanguageId, languageById, SourceText } from '../../../src/core/source/index.ts';
import { verifyInCode } from '../../../src/core/verify/verify-in-code.ts';
import { checkTools } from '../../support/tools.ts';

/** Verifies a claim about the line with the mark `▸` in front of it; without one, about what the claim names. */
async function verified(languageId: LanguageId, marked: string, claim: string) {
  const language = languageById(languageId);
  if (language === undefined) throw new Error(`no language ${languageId}`);
  const at = marked.indexOf('▸');
  const text = marked.replace('▸', '');
  const placed = at < 0 ? {} : { line: new SourceText(text).positionAt(at).line };
  const request = { claim, text, path: '/harbour/file', language, cancellation: neverCancelled, ...placed };
  const result = await verifyInCode(await checkTools(), request);
  const source = new SourceText(text);
  for (const { range, quote } of result.evidence) {
    expect(source.quote(source.spanOf(range)).text).toBe(quote);
  }
  return `${result.verdict} by ${result.evidence.map(({ quote }) => quote).join(' and ') || 'nothing'}`;
}

const typescript = `export class Dock {
  /** What an old comment says: attempts defaults to 8. */
  ▸retry(attempts = 3, mode: string): string {
    if (attempts < 1) throw new RangeError('none');
    return mode;
  }
}
`;
const python = `▸def moor(attempts=3, mode="fast"):
    if attempts < 1:
        raise ValueError("none")
    if mode not in ("fast", "slow"):
        raise ValueError(mode)
    return None
`;

describe('a claim about code', () => {
  it.each([
    ['attempts defaults to 3', 'supported by attempts = 3'],
    ['attempts defaults to 8.', 'contradicted by attempts = 3'],
    ['The default of `attempts` in retry is 8', 'contradicted by attempts = 3'],
    ['By default, attempts is 3', 'supported by attempts = 3'],
    ['attempts 的默认值是 8', 'contradicted by attempts = 3'],
    ['retry returns a number', 'contradicted by string'],
    ['Returns a string.', 'supported by string'],
    ['The function returns a number', 'contradicted by string'],
    ['`Dock.retry()` returns a number', 'contradicted by string'],
    ['It throws a RangeError', "supported by throw new RangeError('none');"],
    ['Throws a RangeError.', "supported by throw new RangeError('none');"],
    ['Returns a value', 'supported by return mode;'],
    // What is returned is seen, and not that it is the mode; the same with when something is thrown.
    ['Throws a RangeError if there are no attempts', "unverified by throw new RangeError('none');"],
    ['returns data', 'unverified by return mode;'],
    ['returns the number of ships in the harbour', 'unverified by return mode;'],
  ])('in TypeScript: %s', async (claim, outcome) => {
    expect(await verified('typescript', typescript, claim)).toBe(outcome);
  });

  it.each([
    ['attempts defaults to 5', 'contradicted by attempts=3'],
    ['mode must be one of "fast", "calm"', 'contradicted by if mode not in ("fast", "slow"):'],
    ['Raises KeyError if attempts < 1', /^contradicted by def moor/],
    ['Raises ValueError', /^supported by raise ValueError/],
  ])('in Python: %s', async (claim, outcome) => {
    expect(await verified('python', python, claim)).toMatch(outcome);
  });

  it('takes the place of a docstring that is there, or stands in a body of one line', async () => {
    const documented =
      'class Quay:\n    ▸def moor(self, berth=4):\n        """Old."""\n        return berth\n';
    expect(await verified('python', documented, 'berth defaults to 5')).toBe('contradicted by berth=4');
    const short = '▸def moor(berth=4): return berth\n';
    expect(await verified('python', short, 'berth defaults to 4')).toBe('supported by berth=4');
  });

  it.each([
    ['php', '<?php\n▸function moor($berth = 4) { return $berth; }\n'],
    ['kotlin', '▸fun moor(berth: Int = 4): Int { return berth }\n'],
    ['ruby', '▸def moor(berth = 4)\n  berth\nend\n'],
    ['csharp', 'class Quay {\n  ▸int Moor(int berth = 4) { return berth; }\n}\n'],
  ] as const)('reads the comments of %s', async (language, text) => {
    expect(await verified(language, text, 'berth defaults to 5')).toMatch(
      /^contradicted by .*berth.* ?= ?4$/,
    );
  });

  it('finds the one declaration that it names where no line is given', async () => {
    const text = 'export function wait(delay = 10) {\n  console.log(delay);\n}\n';
    expect(await verified('typescript', text, 'The default of delay in wait is 20')).toBe(
      'contradicted by delay = 10',
    );
    expect(await verified('typescript', text, 'The default of delay is 20')).toBe('unverified by nothing');
  });

  it.each([
    'attempts does not default to 8',
    'attempts defaults to 8 unless mode is set',
    'The number of attempts is small',
    'mode defaults to whatever attempts defaults to, 8',
    'Other callers use 8 attempts',
    'dock returns a number',
    'The pump returns a number',
    '`dock` throws a TypeError',
    'The default of attempts in dock is 8',
    'throws an error when there are no attempts',
    'mode is a shorthand',
    '',
    'x'.repeat(2000),
    '*/ export const a = 1; /*',
  ])('is left open where it is not wholly understood: %s', async (claim) => {
    expect(await verified('typescript', typescript, claim)).toMatch(/^unverified/);
  });

  it('says nothing against a claim that breaks out of its comment', async () => {
    expect(await verified('python', python, '""" + attempts defaults to 8')).toMatch(/^unverified/);
    expect(await verified('typescript', '▸const broken = (;\n', 'broken returns a string')).toMatch(
      /^unverified/,
    );
  });
});
