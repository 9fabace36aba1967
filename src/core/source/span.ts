import * as z from 'zod';

/** A piece of a text by UTF-16 offsets, the end not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const positionSchema = z.object({ line: z.int().min(0), character: z.int().min(0) }).readonly();

/** A zero-based place in a text, as the Language Server Protocol counts (UTF-16 columns). */
export type Position = z.infer<typeof positionSchema>;

/** Ranges that come out of a cache or another process. */
export const rangeSchema = z.object({ start: positionSchema, end: positionSchema }).readonly();

/** A range in a text, the end not included. */
export type Range = z.infer<typeof rangeSchema>;

/** Words of a text and where they stand. */
export interface Quote {
  readonly text: string;
  readonly span: Span;
}

/** Whether two spans share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
