import type { SourceText, Span } from '../../source/index.ts';
import type { QuestionWords } from './question-words.ts';

/** A piece of a document under its heading. */
export interface DocumentSection {
  readonly span: Span;
  /** How well the words of a question fit it; a word of the heading counts twice. */
  readonly score: number;
}

const longest = 1400;

/**
 * The sections of a Markdown or reStructuredText document, or of a man page, from an offset on, each scored. What is longer than a passage
 * may be is cut at blank lines, each piece under the same heading. Lines between code fences are no headings.
 */
export function documentSections(
  source: SourceText,
  words: QuestionWords,
  from = 0,
): readonly DocumentSection[] {
  return documentPieces(source, from).map(({ span, title }) => ({
    span,
    score: words.score(title) + words.score(source.text.slice(span.start, span.end)),
  }));
}

/** The pieces of a document from an offset on, each with its heading; empty where it has none. */
export function documentPieces(
  source: SourceText,
  from = 0,
): readonly { readonly span: Span; readonly title: string }[] {
  const heads = headingsOf(source, from);
  const starts = heads[0]?.start === from ? heads : [{ start: from, title: '' }, ...heads];
  return starts.flatMap(({ start, title }, i) => {
    const end = starts[i + 1]?.start ?? source.text.length;
    return piecesOf(source.text, { start, end }).map((span) => ({ span, title }));
  });
}

interface Heading {
  readonly start: number;
  readonly title: string;
}

function headingsOf(source: SourceText, from: number): readonly Heading[] {
  const found: Heading[] = [];
  let fence = '';
  for (let line = source.positionAt(from).line; line < source.lineCount; line++) {
    const { start, end } = source.lineSpan(line);
    const text = source.text.slice(start, end);
    const mark = /^\s{0,3}(```|~~~)/.exec(text)?.[1] ?? '';
    if (mark !== '' && (fence === '' || fence === mark)) fence = fence === '' ? mark : '';
    if (fence !== '' || start < from) continue;
    const below = source.lineSpan(line + 1);
    const isUnderlined =
      /^\S.*[\p{L}\p{N}]/u.test(text) && isUnderline(source.text.slice(below.start, below.end), text);
    const marked =
      /^(?:#{1,6}|\.S[HS])\s+"?(.+?)"?$/.exec(text) ?? /^\s*<h[1-6]\b[^>]*>\s*([^<]+)/i.exec(text);
    const title = marked?.[1] ?? (isUnderlined ? text : undefined);
    if (title !== undefined) found.push({ start, title });
  }
  return found;
}

function isUnderline(line: string, title: string): boolean {
  return /^([=\-~^"'*+#:.`_])\1{2,}\s*$/.test(line) && line.trim().length >= Math.min(title.length, 8) - 2;
}

function piecesOf(text: string, { start, end }: Span): readonly Span[] {
  const pieces: Span[] = [];
  let at = start;
  while (end - at > longest) {
    const window = text.slice(at, at + longest);
    const blank = window.lastIndexOf('\n\n');
    const line = window.lastIndexOf('\n');
    const length = blank > longest / 4 ? blank + 2 : line > longest / 4 ? line + 1 : longest;
    pieces.push({ start: at, end: at + length });
    at += length;
  }
  pieces.push({ start: at, end });
  return pieces.filter((one) => /\S/.test(text.slice(one.start, one.end)));
}
