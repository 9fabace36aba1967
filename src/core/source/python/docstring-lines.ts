import { DocText } from '../doc-text.ts';
import type { Quote } from '../span.ts';

/** A line of a docstring. */
export interface DocLine {
  /** Without the indentation and the spaces at the end. */
  readonly text: string;
  /** Of the first character of `text` in the source. */
  readonly offset: number;
  /** In columns. */
  readonly indent: number;
  /** Offset of the line itself and of the one behind it. */
  readonly start: number;
  readonly next: number;
}

/** The lines of a docstring's content, which stands at `offset` in the source. */
export function docLinesOf(content: string, offset: number): readonly DocLine[] {
  const lines: DocLine[] = [];
  let at = 0;
  for (const raw of content.split(/(?<=\n)/)) {
    const body = raw.replace(/\r?\n$/, '');
    const indent = body.length - body.trimStart().length;
    lines.push({
      text: body.trim(),
      offset: offset + at + indent,
      indent: columnsOf(body.slice(0, indent)),
      start: offset + at,
      next: offset + at + raw.length,
    });
    at += raw.length;
  }
  return lines;
}

/** Width of an indentation, tabs at every eighth column as Python counts them. */
function columnsOf(indentation: string): number {
  let columns = 0;
  for (const character of indentation)
    columns = character === '\t' ? columns - (columns % 8) + 8 : columns + 1;
  return columns;
}

/** Without the empty lines at the end. */
export function trimmedLines(lines: readonly DocLine[]): readonly DocLine[] {
  const last = lines.findLastIndex((line) => line.text !== '');
  return lines.slice(0, last + 1);
}

/** The prose of some lines, the first of them from its character `skip` on. */
export function proseOf(lines: readonly DocLine[], skip = 0): DocText {
  return new DocText(
    lines.map(({ text, offset }, i) => {
      if (i > 0) return { text, offset };
      const rest = text.slice(skip);
      const lead = rest.length - rest.trimStart().length;
      return { text: rest.trimStart(), offset: offset + skip + lead };
    }),
  );
}

/** Words of a line that begin at its character `index`. */
export function wordsAt({ offset }: DocLine, index: number, text: string): Quote {
  return { text, span: { start: offset + index, end: offset + index + text.length } };
}

/** The entries of a section: each begins at a line that `isStart` accepts, what stands before the first is none. */
export function entriesOf(
  lines: readonly DocLine[],
  isStart: (line: DocLine, index: number) => boolean,
): readonly (readonly [DocLine, ...DocLine[]])[] {
  const starts = lines.flatMap((line, i) => (line.text !== '' && isStart(line, i) ? [i] : []));
  return starts.flatMap((start, k) => {
    const [first, ...rest] = trimmedLines(lines.slice(start, starts[k + 1] ?? lines.length));
    return first === undefined ? [] : [[first, ...rest] as const];
  });
}
