import { describe, expect, it } from 'vitest';
import { outlineFactqa } from '../../../src/core/benchmark/index.ts';
import { sha256 } from '../../../src/node/hash.ts';

const sheet = `language: python
domain: Standard library / dates

Q: Which method tells
  the day?
A: weekday
chekc: echo 0 => 0
freshness: stale

Q: What is missing here?
id: same

A: 3
Q:
stray line
check: echo
`;

/** The words at fault, with the id of the problem. */
function problemsOf(text: string): readonly string[] {
  const lines = text.split(/\r\n|\n/);
  return outlineFactqa(text, sha256).problems.map(
    ({ problem, place: { line, start, end } }) =>
      `${problem.id.replace('bench.sheet.', '')}: ${lines[line]?.slice(start, end)}`,
  );
}

describe('the outline of a question sheet', () => {
  it('has every question at its line, and the domains', () => {
    const { questions, domains } = outlineFactqa(sheet, sha256);
    expect(questions).toEqual([
      { text: 'Which method tells the day?', place: { line: 3, start: 0, end: 21 } },
      { text: 'What is missing here?', place: { line: 9, start: 0, end: 24 } },
    ]);
    expect(domains).toEqual(['Standard library / dates']);
  });

  it('has the words that are at fault', () => {
    expect(problemsOf(sheet)).toEqual([
      'unknown-key: chekc',
      'bad-value: stale',
      'bad-value: Q:',
      'stray: stray line',
      'bad-check: echo',
    ]);
    expect(problemsOf('A: 3\r\n\r\nlanguage: go\r\nQ: x?\r\n')).toEqual([
      'no-question: A',
      'no-answer: Q: x?',
    ]);
  });

  it('is empty for an empty sheet', () => {
    expect(outlineFactqa('\uFEFF', sha256)).toEqual({ questions: [], problems: [], domains: [] });
  });
});
