import { describe, expect, it } from 'vitest';
import { lineAfterChange } from '../../src/extension/answers/tracked-line.ts';

describe('a line with an answer', () => {
  it.each([
    ['stays when something below it changes', { startLine: 6, endLine: 7, text: 'a\nb' }, 5],
    ['stays when a line above it is typed in', { startLine: 2, endLine: 2, text: 'a' }, 5],
    ['moves down with lines put in above it', { startLine: 2, endLine: 2, text: 'a\r\nb\n' }, 7],
    ['moves up with lines taken out above it', { startLine: 1, endLine: 3, text: '' }, 3],
    ['is lost when it is edited', { startLine: 5, endLine: 5, text: 'a' }, undefined],
    ['is lost when it is joined with the line above', { startLine: 4, endLine: 5, text: '' }, undefined],
    ['is lost when it is replaced with its surroundings', { startLine: 1, endLine: 9, text: '' }, undefined],
  ])('%s', (_name, change, expected) => {
    expect(lineAfterChange(5, change)).toBe(expected);
  });
});
