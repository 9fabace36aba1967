import { describe, expect, it } from 'vitest';
import { lineChanges } from '../../../src/core/workspace/index.ts';

const lines = (letters: string) => [...letters].join('\n');

describe('lines of a text in a later one', () => {
  it.each([
    ['abc', 'abc', [], [[0, 3]]],
    ['abc', 'xabc', [[0, 1]], [[1, 4]]],
    [
      'abc',
      'abxc',
      [[2, 3]],
      [
        [0, 2],
        [3, 4],
      ],
    ],
    ['abc', 'ac', [], [[0, 2]]],
    [
      'abc',
      'axc',
      [[1, 2]],
      [
        [0, 1],
        [2, 3],
      ],
    ],
    ['abc', 'xyz', [[0, 3]], []],
  ] as const)('%s to %s adds %j and keeps %j', (before, after, added, kept) => {
    const changes = lineChanges(lines(before), lines(after));
    const pairs = (ranges: readonly { start: number; end: number }[]) => {
      const all = new Set(
        ranges.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)),
      );
      return [...all].toSorted((a, b) => a - b);
    };
    const expected = (ranges: readonly (readonly [number, number])[]) =>
      pairs(ranges.map(([start, end]) => ({ start, end })));
    expect(pairs(changes.added)).toEqual(expected(added));
    expect(pairs(changes.moved([{ start: 0, end: 3 }]))).toEqual(expected(kept));
  });

  it('moves a part of what is kept, whatever the line breaks', () => {
    const { moved, added } = lineChanges('a\r\nb\r\nc', 'x\na\nb\nc');
    expect(moved([{ start: 1, end: 2 }])).toEqual([{ start: 2, end: 3 }]);
    expect(added).toEqual([{ start: 0, end: 1 }]);
  });
});
