import type { Quote, Span } from './span.ts';

/**
 * Prose of a comment without its decoration (stars, indentation), whose every character still knows its place
 * in the source. Lines are joined with one line feed.
 */
export class DocText {
  readonly text: string;
  readonly #lines: readonly { readonly at: number; readonly source: number; readonly length: number }[];

  /** Each line with the offset of its first character in the source. */
  constructor(lines: readonly { readonly text: string; readonly offset: number }[]) {
    let at = 0;
    this.#lines = lines.map((line) => {
      const placed = { at, source: line.offset, length: line.text.length };
      at += line.text.length + 1;
      return placed;
    });
    this.text = lines.map((line) => line.text).join('\n');
  }

  /** The source span of a piece of `text`; both ends are clamped into the prose. */
  spanOf(start: number, end: number): Span {
    return {
      start: this.#sourceOffset(start),
      end: Math.max(this.#sourceOffset(start), this.#sourceOffset(end)),
    };
  }

  /** A piece of `text` with its source span. */
  quote(start: number, end: number): Quote {
    return { text: this.text.slice(start, end), span: this.spanOf(start, end) };
  }

  #sourceOffset(at: number): number {
    let found = this.#lines[0];
    for (const line of this.#lines) {
      if (line.at > at) break;
      found = line;
    }
    if (found === undefined) return 0;
    return found.source + Math.max(0, Math.min(at - found.at, found.length));
  }
}
