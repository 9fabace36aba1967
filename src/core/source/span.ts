/** A piece of a text by UTF-16 offsets, the end not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A zero-based place in a text, as the Language Server Protocol counts (UTF-16 columns). */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A range in a text, the end not included. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Words of a text and where they stand. */
export interface Quote {
  readonly text: string;
  readonly span: Span;
}

/** Whether two spans share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
