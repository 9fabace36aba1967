import { describe, expect, it } from 'vitest';
import { isOnLines } from '../../../src/core/workspace/index.ts';

const range = (startLine: number, startCharacter: number, endLine: number, endCharacter: number) => ({
  start: { line: startLine, character: startCharacter },
  end: { line: endLine, character: endCharacter },
});

describe('whether a range is on some lines', () => {
  const lines = [{ start: 3, end: 5 }];

  it.each([
    [range(3, 0, 3, 1), true],
    [range(4, 0, 9, 0), true],
    [range(0, 0, 3, 1), true],
    [range(3, 0, 3, 0), true],
    [range(0, 0, 3, 0), false],
    [range(5, 0, 5, 9), false],
    [range(1, 0, 2, 4), false],
  ])('%j: %s', (one, expected) => {
    expect(isOnLines(one, lines)).toBe(expected);
  });
});
