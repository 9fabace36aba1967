import type { Range } from '../source/index.ts';

/** Lines of a file, counted from 0; `end` is the first one behind them. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** Every line of a file, however many it has. */
export const allLines: readonly LineRange[] = [{ start: 0, end: Number.POSITIVE_INFINITY }];

/** Whether a range of a text has a part on one of the lines. A range that ends where a line begins isn't on it. */
export function isOnLines(range: Range, lines: readonly LineRange[]): boolean {
  const isEmpty = range.start.line === range.end.line && range.start.character === range.end.character;
  const last = range.end.character === 0 && !isEmpty ? range.end.line - 1 : range.end.line;
  return lines.some(({ start, end }) => range.start.line < end && last >= start);
}
