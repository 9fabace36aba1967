import type { Position, Range } from '../core/source/index.ts';

/** Whether a position lies in a range or at one of its ends. */
export function holdsPosition({ start, end }: Range, position: Position): boolean {
  return !isBefore(position, start) && !isBefore(end, position);
}

/** Whether a range lies in another one. */
export function holdsRange(outer: Range, inner: Range): boolean {
  return holdsPosition(outer, inner.start) && holdsPosition(outer, inner.end);
}

/** Whether two ranges have a place in common, be it an end. */
export function touches(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
