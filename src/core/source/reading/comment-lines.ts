import type { Span } from '../span.ts';

/** One line of a comment without its decoration: stars, slashes, hashes. */
export interface CommentLine {
  /** Without spaces at its end; the indentation behind the decoration is kept. */
  readonly text: string;
  /** Where `text` begins in the source. */
  readonly offset: number;
  /** The line with its decoration and its line break; the comment's marks are never in it. */
  readonly whole: Span;
  /** Whether the comment's opening or closing mark stands on the same line, which must stay when words go. */
  readonly hasOpening: boolean;
  readonly hasClosing: boolean;
}

/** How a comment is decorated; each expression is tried at the beginning of a line and takes the decoration away. */
export interface CommentDecoration {
  readonly opening: RegExp;
  readonly inner: RegExp;
  /** At the end of the last line; absent where a line break ends the comment. */
  readonly closing?: RegExp;
}

/** `/** … *\/` and its sisters. */
export const starred: CommentDecoration = {
  opening: /^\/\*+!?<?[ \t]?/,
  inner: /^[ \t]*(?:\*+(?!\/)[ \t]?)?/,
  closing: /[ \t]*\**\/$/,
};

/** The lines of one comment, or of several that stand below one another. */
export function commentLines(
  text: string,
  spans: readonly Span[],
  decoration: CommentDecoration,
): readonly CommentLine[] {
  return spans.flatMap((span) => linesOf(text, withoutBreak(text, span), decoration));
}

function withoutBreak(text: string, { start, end }: Span): Span {
  let last = end;
  while (last > start && /[\r\n]/.test(text.charAt(last - 1))) last--;
  return { start, end: last };
}

function linesOf(
  text: string,
  span: Span,
  { opening, inner, closing }: CommentDecoration,
): readonly CommentLine[] {
  const lines: CommentLine[] = [];
  let at = span.start;
  while (at <= span.end) {
    const isFirst = at === span.start;
    const stop = lineEnd(text, at, span.end);
    const isLast = stop === span.end;
    const raw = text.slice(at, stop);
    const lead = (isFirst ? opening : inner).exec(raw)?.[0].length ?? 0;
    const body = raw.slice(lead);
    const close = isLast ? (closing?.exec(body)?.[0].length ?? 0) : 0;
    const content = body.slice(0, body.length - close).trimEnd();
    const next = afterBreak(text, stop);
    const hasOpening = isFirst && closing !== undefined;
    lines.push({
      text: content,
      offset: at + lead,
      whole: {
        start: hasOpening ? at + lead : lineStart(text, at),
        end: close > 0 ? stop - close : next,
      },
      hasOpening,
      hasClosing: close > 0,
    });
    if (isLast) break;
    at = next;
  }
  return lines;
}

function lineEnd(text: string, from: number, limit: number): number {
  for (let at = from; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return limit;
}

function afterBreak(text: string, at: number): number {
  if (text.startsWith('\r\n', at)) return at + 2;
  return /[\r\n]/.test(text.charAt(at)) ? at + 1 : at;
}

/** The start of the source's line, where nothing but spaces stands between. */
function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && /[ \t]/.test(text.charAt(start - 1))) start--;
  return start === 0 || /[\r\n]/.test(text.charAt(start - 1)) ? start : at;
}

/** What to delete so that some lines are gone; what shares a line with the comment's marks leaves them. */
export function entryOf(lines: readonly CommentLine[]): Span {
  const [first] = lines;
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return { start: 0, end: 0 };
  const keepsLine = first.hasOpening || last.hasClosing;
  const indent = first.text.length - first.text.trimStart().length;
  return { start: keepsLine ? first.offset + indent : first.whole.start, end: last.whole.end };
}

/** Comments of one line each together, from the first one's indentation to the last one's line break. */
export function spanOfLines(lines: readonly CommentLine[]): Span {
  return { start: lines[0]?.whole.start ?? 0, end: lines.at(-1)?.whole.end ?? 0 };
}
