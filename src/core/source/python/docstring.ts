import type { DocComment, DocParameter, DocRaises, DocReturns, DocTag } from '../doc-comment.ts';
import { DocText } from '../doc-text.ts';
import type { Quote } from '../span.ts';

interface DocLine {
  /** Without the indentation and the spaces at the end. */
  readonly text: string;
  readonly offset: number;
  readonly indent: number;
  /** Offset of the line itself and of the one behind it. */
  readonly start: number;
  readonly next: number;
}

interface Section {
  readonly name: string;
  readonly header: DocLine;
  readonly lines: readonly DocLine[];
}

const parameterSections = new Set([
  'args',
  'arguments',
  'parameters',
  'params',
  'keyword args',
  'keyword arguments',
  'other parameters',
]);
const known = /^(?:attributes|returns?|yields?|raises)$/;
const headerPattern =
  /^(args|arguments|parameters|params|keyword args|keyword arguments|other parameters|returns?|yields?|raises|attributes|examples?|notes?|warnings?|see also|todo|references|warns|methods|deprecated):\s*$/i;

/**
 * A docstring taken apart by Google's style; `format` is `plain` when it has none of its sections. `content` is
 * the text between the quotes, `offset` its place, `whole` the literal with its quotes.
 */
export function parseDocstring(content: string, offset: number, whole: Quote): DocComment {
  const lines = linesOf(content, offset);
  const { summary, sections } = sectionsOf(lines);
  return {
    format: sections.length > 0 ? 'google' : 'plain',
    span: whole.span,
    summary: proseOf(summary),
    parameters: sections.filter(({ name }) => parameterSections.has(name)).flatMap(parametersOf),
    attributes: sections.filter(({ name }) => name === 'attributes').flatMap(parametersOf),
    returns: sections.filter(({ name }) => /^returns?$/.test(name)).flatMap(returnsOf),
    yields: sections.filter(({ name }) => /^yields?$/.test(name)).flatMap(yieldsOf),
    raises: sections.filter(({ name }) => name === 'raises').flatMap(raisesOf),
    tags: sections.filter(({ name }) => !known.test(name) && !parameterSections.has(name)).map(tagOf),
  };
}

function linesOf(content: string, offset: number): readonly DocLine[] {
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

function sectionsOf(lines: readonly DocLine[]): {
  summary: readonly DocLine[];
  sections: readonly Section[];
} {
  const filled = lines.slice(1).filter((line) => line.text !== '');
  const base = Math.min(...filled.map((line) => line.indent));
  const starts = lines.flatMap((line, i) => (i > 0 && isHeader(line, lines[i + 1], base) ? [i] : []));
  const first = starts[0] ?? lines.length;
  const sections = starts.flatMap((start, k) => {
    const header = lines[start];
    if (header === undefined) return [];
    const end = starts[k + 1] ?? lines.length;
    const inside = lines.slice(start + 1, end);
    // A section ends where the text comes back to the indentation of its header.
    const out = inside.findIndex((line) => line.text !== '' && line.indent <= header.indent);
    const own = trimmed(out < 0 ? inside : inside.slice(0, out));
    return [{ name: header.text.slice(0, -1).trim().toLowerCase(), header, lines: own }];
  });
  return { summary: trimmed(lines.slice(0, first)), sections };
}

/** A header stands at the docstring's own indentation and its content is indented deeper. */
function isHeader(line: DocLine, next: DocLine | undefined, base: number): boolean {
  if (!headerPattern.test(line.text) || line.indent !== base) return false;
  return next !== undefined && next.text !== '' && next.indent > line.indent;
}

function trimmed(lines: readonly DocLine[]): readonly DocLine[] {
  const last = lines.findLastIndex((line) => line.text !== '');
  return lines.slice(0, last + 1);
}

function proseOf(lines: readonly DocLine[]): DocText {
  return new DocText(lines.map((line) => ({ text: line.text, offset: line.offset })));
}

/** A heading among the entries: one of a section that stands too deep. Parameters begin in lower case. */
const headingPattern =
  /^(?:Args|Arguments|Parameters|Params|Returns?|Yields?|Raises|Attributes|Examples?|Notes?|Warnings?|Usage|See Also|Todo|TODO|References)\s*:/;

const entryPattern =
  /^(\*{0,2}[A-Za-z_]\w*(?:\s*,\s*\*{0,2}[A-Za-z_]\w*)*)\s*(?:\(((?:[^()]|\([^()]*\))*)\))?\s*:(?!:)\s*/;

function parametersOf(section: Section): readonly DocParameter[] {
  return entriesOf(section).flatMap(entryOf);
}

function entriesOf({ lines }: Section): readonly (readonly DocLine[])[] {
  const indent = lines[0]?.indent ?? 0;
  const starts = lines.flatMap((line, i) => (isEntryStart(line, indent) ? [i] : []));
  return starts.map((start, k) => trimmed(lines.slice(start, starts[k + 1] ?? lines.length)));
}

const exceptionPattern = /^`{0,2}([A-Za-z_][\w.]*)`{0,2}\s*:(?!:)\s*/;

/** `ValueError: If …`, each exception an entry; prose without a name is one, too. */
function raisesOf(section: Section): readonly DocRaises[] {
  return entriesOf(section).flatMap((lines) => {
    const [first, ...rest] = lines;
    if (first === undefined) return [];
    const match = exceptionPattern.exec(first.text);
    const skip = match?.[0].length ?? 0;
    const name = match?.[1];
    return [
      {
        description: proseOf([
          { ...first, text: first.text.slice(skip), offset: first.offset + skip },
          ...rest,
        ]),
        claim: at(first, 0, first.text),
        entry: { start: first.start, end: (lines.at(-1) ?? first).next },
        ...(name === undefined ? {} : { exception: at(first, first.text.indexOf(name), name) }),
      },
    ];
  });
}

/** An entry may slip to the left, or by one space to the right; it never goes on with the one before. */
function isEntryStart(line: DocLine, indent: number): boolean {
  if (line.text === '') return false;
  return line.indent <= indent || (line.indent === indent + 1 && entryPattern.test(line.text));
}

/** The parameters of one entry; several where the entry names several (`x, y: …`). */
function entryOf(lines: readonly DocLine[]): readonly DocParameter[] {
  const [first, ...rest] = lines;
  const match = first === undefined ? null : entryPattern.exec(first.text);
  if (first === undefined || match?.[1] === undefined || headingPattern.test(first.text)) return [];
  const description = proseOf([
    { ...first, text: first.text.slice(match[0].length), offset: first.offset + match[0].length },
    ...rest,
  ]);
  const type =
    match[2] === undefined ? undefined : at(first, first.text.indexOf(match[2], match[1].length), match[2]);
  const last = lines.at(-1) ?? first;
  return [...match[1].matchAll(/[A-Za-z_]\w*/g)].map((name) => ({
    name: at(first, name.index, name[0]),
    optional: /\boptional\b/i.test(match[2] ?? ''),
    description,
    entry: { start: first.start, end: last.next },
    ...(type === undefined ? {} : { type }),
  }));
}

function at(line: DocLine, index: number, text: string): Quote {
  return { text, span: { start: line.offset + index, end: line.offset + index + text.length } };
}

function returnsOf(section: Section): readonly DocReturns[] {
  const first = section.lines[0];
  if (first === undefined) return [];
  const last = section.lines.at(-1) ?? first;
  const typed = /^([\w.]+(?:\[[^\]]*\])*(?:\s*\|\s*[\w.]+(?:\[[^\]]*\])*)*)\s*:\s+/.exec(first.text);
  const skip = typed?.[0].length ?? 0;
  const description = proseOf([
    { ...first, text: first.text.slice(skip), offset: first.offset + skip },
    ...section.lines.slice(1),
  ]);
  return [
    {
      description,
      claim: at(first, 0, first.text),
      entry: { start: section.header.start, end: last.next },
      ...(typed?.[1] === undefined ? {} : { type: at(first, 0, typed[1]) }),
    },
  ];
}

/** Whatever the section says of the values, its header makes the claim that there are any. */
function yieldsOf(section: Section): readonly DocReturns[] {
  const claim = at(section.header, 0, section.header.text);
  return returnsOf(section).map((yields) => ({ ...yields, claim }));
}

function tagOf(section: Section): DocTag {
  const last = section.lines.at(-1) ?? section.header;
  return {
    name: section.name,
    value: proseOf(section.lines),
    claim: at(section.header, 0, section.header.text),
    entry: { start: section.header.start, end: last.next },
  };
}
