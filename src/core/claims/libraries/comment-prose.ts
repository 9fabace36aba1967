import type { Span } from '../../source/index.ts';

/** A sentence of a comment. */
export interface Sentence {
  /** The comment's own words, what decorates its lines blanked: every offset is that of the source. */
  readonly text: string;
  /** Where it begins in the source. */
  readonly start: number;
  /** The comment that it stands in, with the lines below that continue it. */
  readonly comment: Span;
}

/** What may begin a line of a comment before its words. */
const decoration = /^[ \t]*(?:\/\*\*?|\*\/|\/\/[/!]?|#+!?|\*(?!\*)|(?:[rRuU]{0,2})(?:"""|'''))?/;

/** The sentences of comments and docstrings, blocks of code left out. */
export function sentencesOf(text: string, comments: readonly Span[]): readonly Sentence[] {
  return comments.flatMap((comment) => {
    const plain = blanked(text.slice(comment.start, comment.end));
    return piecesOf(plain).map(([start, end]) => ({
      text: plain.slice(start, end),
      start: comment.start + start,
      comment,
    }));
  });
}

/** The text with blanks for what is no prose; nothing moves. */
function blanked(comment: string): string {
  let isCode = false;
  const lines = comment.split('\n').map((line) => {
    const marks = decoration.exec(line)?.[0].length ?? 0;
    const words = line.slice(marks);
    const isFence = /^\s*(?:```|~~~)/.test(words);
    const isDropped = isCode || isFence || /^\s*(?:>>>|\.\.\.)(?:\s|$)/.test(words);
    if (isFence) isCode = !isCode;
    return ' '.repeat(marks) + (isDropped ? ' '.repeat(words.length) : words);
  });
  return lines.join('\n').replace(/(?:\*\/|"""|''')\s*$/, (end) => ' '.repeat(end.length));
}

/** A new paragraph, the item of a list, a tag, or the end of a sentence; a name with a dot goes on. */
const boundary =
  /\n[^\S\n]*\n|\n(?=[^\S\n]*(?:[-*•–+]\s|\d+[.)]\s|@\w|:\w[^:\n]*:(?!`)|\.\. ))|[.!?](?=\s+[^\sa-z]|\s*$)|[。！？；]|;(?=\s)/g;

function piecesOf(plain: string): readonly (readonly [start: number, end: number])[] {
  const pieces: [number, number][] = [];
  let start = 0;
  const add = (end: number) => {
    const text = plain.slice(start, end);
    const from = start + (text.length - text.trimStart().length);
    const to = end - (text.length - text.trimEnd().length);
    if (to > from) pieces.push([from, to]);
    start = end;
  };
  for (const match of plain.matchAll(boundary)) {
    // The mark itself tells a question from a statement.
    add(match.index + (/^[.!?。！？；;]/.test(match[0]) ? 1 : 0));
  }
  add(plain.length);
  return pieces;
}
