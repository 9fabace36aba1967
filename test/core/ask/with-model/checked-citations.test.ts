import { describe, expect, it } from 'vitest';
import { checkCitations } from '../../../../src/core/ask/with-model/checked-citations.ts';
import type { InstalledPackage } from '../../../../src/core/evidence/index.ts';
import { Declarations } from '../../../support/facts.ts';

const owner: InstalledPackage = {
  ecosystem: 'python',
  name: 'tide',
  version: '1.4.2',
  root: '/harbour/tide',
};
const file = `def levels(self, day: datetime.date, limit: int = 48) -> list[Level]:
    """Reads the levels of a day, the earliest first.

    A reading may take 1_000 milliseconds; the datum is "chart".
    Raises GaugeError when max_age is above 20.0 seconds.
    """
`;
const client = new Declarations(owner, 'client.py', file);
const passages = [
  client.quote('def levels(self, day: datetime.date, limit: int = 48) -> list[Level]:'),
  client.quote(file.slice(file.indexOf('    """'))),
];
const check = (text: string, question = 'What of levels?') => checkCitations(text, passages, question);

describe('checkCitations', () => {
  it.each([
    ['a number', 'It is 48 [1].'],
    ['a number that is written otherwise', 'It takes 1000 ms at most [2], or 20 seconds [2].'],
    ['code', 'Call `levels(day, limit=48)` [1].'],
    ['a type', 'It gives `list[Level]` [1].'],
    ['a quotation', 'The datum is "chart" [2].'],
    ['a name', 'It raises GaugeError when max_age is too high [2].'],
    ['a name with its holder', 'It takes a datetime.date [1].'],
    ['package and version', 'That holds for tide 1.4.2 [1].'],
    ['values out of two passages', 'It is 48 [1], and GaugeError is raised [2].'],
    ['what the question names', 'Yes, `levels` reads them [1].'],
    ['words alone', 'The earliest levels come first [2].'],
    ['behind the full stop', 'It is 48.[1] And `list[Level]` comes back. [1]'],
    ['in Chinese', '默认值是 48[1]。会抛出 `GaugeError`【2】。'],
    ['in a list', 'It raises:\n1. `GaugeError` [2]\n2. nothing else of the levels [2]'],
  ])('lets a citation stand for %s', (_name, text) => {
    const { removed, evidence } = check(text);
    expect([removed, evidence.length > 0]).toEqual([0, true]);
  });

  it.each([
    ['another number', 'It is 24 [1].'],
    ['a part of a number', 'It is 4 [1].'],
    ['a number of another passage', 'It is 48 [2].'],
    ['other code', 'Call `levels(day, count=48)` [1].'],
    ['another quotation', 'The datum is "sea" [2].'],
    ['another name', 'It raises TideError [2].'],
    ['a part of a name', 'It raises `Gauge` [2].'],
    ['one right and one wrong value', 'It is 48, or 96 in all [1].'],
    ['a passage that isn’t there', 'It is 48 [3].'],
    ['the number zero', 'It is 48 [0].'],
    ['words that it doesn’t share', 'Nothing happens afterwards [1].'],
    ['another version', 'That holds for tide 2.0.0 [1].'],
    ['a wrong value in Chinese', '默认值是 24[1]。'],
  ])('takes a citation out for %s', (_name, text) => {
    const { removed, evidence, text: left } = check(text);
    expect([removed, evidence]).toEqual([1, []]);
    expect(left).not.toMatch(/\[\d\]/);
  });

  it('numbers what stands in the order cited, and quotes the lines that decide', () => {
    const { text, evidence, removed, isFirstProven } = check(
      'It raises `GaugeError` [2]. The limit is 48 [1, 2]. It was 12 once [1][2].',
    );
    expect(text).toBe('It raises `GaugeError` [1]. The limit is 48 [2]. It was 12 once.');
    expect(evidence.map(({ quote }) => quote)).toEqual([
      'Raises GaugeError when max_age is above 20.0 seconds.',
      'def levels(self, day: datetime.date, limit: int = 48) -> list[Level]:',
    ]);
    expect(evidence[0]?.range).toEqual({
      start: { line: 4, character: 4 },
      end: { line: 4, character: 57 },
    });
    expect([removed, isFirstProven]).toEqual([3, true]);
  });

  it('takes indices, code and what stands in code for no citation', () => {
    const text = 'Read `sys.argv[1]`, or argv[7]:\n```py\nlevels[1] = 3. [2]\n```';
    expect(check(text)).toEqual({ text, evidence: [], removed: 0, isFirstProven: false });
  });

  it('counts a range by its numbers', () => {
    expect(check('It is 48 [1-3].')).toMatchObject({ text: 'It is 48 [1].', removed: 2 });
  });

  it('says when the first sentence has no proof', () => {
    expect(check('Yes. It is 48 [1].').isFirstProven).toBe(false);
  });

  it('leaves a text without citations as it is, and reads a long one in time that grows with its length', () => {
    const text = 'What `x` is… [ 1 and [a] 3.5. "a" '.repeat(4000).trim();
    expect(check(text).text === text).toBe(true);
  });
});
