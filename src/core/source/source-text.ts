import type { Position, Quote, Range, Span } from './span.ts';

/** A text with its line starts, so that offsets and positions convert both ways. Lines end with \n, \r\n or \r. */
export class SourceText {
  readonly text: string;
  readonly #lineStarts: readonly number[];

  constructor(text: string) {
    this.text = text;
    this.#lineStarts = lineStartsOf(text);
  }

  /** Number of lines; an empty text has one. */
  get lineCount(): number {
    return this.#lineStarts.length;
  }

  /** The position of an offset; offsets outside the text are moved to its nearest end. */
  positionAt(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#lineStarts[middle] ?? 0) <= clamped) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: clamped - (this.#lineStarts[low] ?? 0) };
  }

  /** The offset of a position; places behind a line's end mean that end. */
  offsetAt(position: Position): number {
    const line = this.lineSpan(position.line);
    return Math.min(line.start + Math.max(0, position.character), line.end);
  }

  /** A line's span without its line break; lines outside the text give an empty span at the text's end. */
  lineSpan(line: number): Span {
    const start = this.#lineStarts[line];
    if (start === undefined) return { start: this.text.length, end: this.text.length };
    let end = this.#lineStarts[line + 1] ?? this.text.length;
    while (end > start && (this.text[end - 1] === '\n' || this.text[end - 1] === '\r')) end--;
    return { start, end };
  }

  rangeOf(span: Span): Range {
    return { start: this.positionAt(span.start), end: this.positionAt(span.end) };
  }

  spanOf(range: Range): Span {
    return { start: this.offsetAt(range.start), end: this.offsetAt(range.end) };
  }

  quote(span: Span): Quote {
    return { text: this.text.slice(span.start, span.end), span };
  }
}

function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}
