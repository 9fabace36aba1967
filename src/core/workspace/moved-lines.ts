import { diffArrays } from 'diff';
import type { LineRange } from './line-range.ts';

/** How the lines of a text lie in a later one. */
export interface LineChanges {
  /** Lines of the later text that the earlier one doesn't have. */
  readonly added: readonly LineRange[];
  /** Where lines of the earlier text are in the later one; those that are gone are left out. */
  moved(lines: readonly LineRange[]): readonly LineRange[];
}

/** Compares two texts line by line (Myers' algorithm). Line breaks don't count. */
export function lineChanges(before: string, after: string): LineChanges {
  const added: LineRange[] = [];
  const kept: { readonly from: number; readonly to: number; readonly count: number }[] = [];
  let from = 0;
  let to = 0;
  for (const { value, added: isAdded, removed: isRemoved } of diffArrays(linesOf(before), linesOf(after))) {
    if (isAdded) added.push({ start: to, end: to + value.length });
    if (!isAdded && !isRemoved) kept.push({ from, to, count: value.length });
    if (!isAdded) from += value.length;
    if (!isRemoved) to += value.length;
  }
  return {
    added,
    moved: (lines) =>
      kept.flatMap((part) =>
        lines.flatMap(({ start, end }) => {
          const first = Math.max(start, part.from);
          const last = Math.min(end, part.from + part.count);
          return first < last
            ? [{ start: first - part.from + part.to, end: last - part.from + part.to }]
            : [];
        }),
      ),
  };
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\r|\n/);
}
