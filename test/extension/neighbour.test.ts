import { describe, expect, it } from 'vitest';
import { neighbour } from '../../src/extension/findings/neighbour.ts';

const place = (uri: string, line: number, character = 0) => ({ uri, position: { line, character } });
const places = [
  place('file:///a', 2),
  place('file:///a', 2, 9),
  place('file:///a', 8),
  place('file:///b', 1),
];

describe('next and previous finding', () => {
  it.each([
    ['the one further on in the line', place('file:///a', 2), 'next', place('file:///a', 2, 9)],
    ['the one further down', place('file:///a', 5), 'next', place('file:///a', 8)],
    [
      'the first of the next file after the last of a file',
      place('file:///a', 8),
      'next',
      place('file:///b', 1),
    ],
    ['the first of all after the last of all', place('file:///b', 1), 'next', place('file:///a', 2)],
    ['the one further up', place('file:///a', 5), 'previous', place('file:///a', 2, 9)],
    ['the last of all before the first of all', place('file:///a', 2), 'previous', place('file:///b', 1)],
    ['the first when no file is open', undefined, 'next', place('file:///a', 2)],
    ['the last when no file is open', undefined, 'previous', place('file:///b', 1)],
  ] as const)('is %s', (_name, from, direction, expected) => {
    expect(neighbour(places, from, direction)).toEqual(expected);
  });

  it('is absent when there is none', () => {
    expect(neighbour([], place('file:///a', 1), 'next')).toBeUndefined();
  });
});
