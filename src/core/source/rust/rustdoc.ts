import type { DocComment, DocParameter, DocReturns, DocTag } from '../doc-comment.ts';
import { DocText } from '../doc-text.ts';
import { type CommentLine, entryOf } from '../reading/comment-lines.ts';
import type { Quote, Span } from '../span.ts';

/** A heading with the lines below it. */
interface Section {
  /** Lower case. */
  readonly name: string;
  readonly heading: CommentLine;
  readonly lines: readonly CommentLine[];
}

const parameterSections = new Set(['arguments', 'argument', 'args', 'parameters', 'params', 'inputs']);
const returnSections = new Set(['returns', 'return', 'return value', 'return values']);

/** A comment of rustdoc: markdown whose headings part it into sections. */
export function readRustdoc(lines: readonly CommentLine[], span: Span): DocComment {
  const { summary, sections } = split(lines);
  const of = (names: ReadonlySet<string>) => sections.filter(({ name }) => names.has(name));
  const isKnown = ({ name }: Section) => parameterSections.has(name) || returnSections.has(name);
  return {
    format: 'rustdoc',
    span,
    summary: proseOf(summary),
    parameters: of(parameterSections).flatMap(parametersOf),
    attributes: [],
    returns: of(returnSections).map(returnsOf),
    yields: [],
    raises: [],
    tags: sections.filter((section) => !isKnown(section)).map(tagOf),
  };
}

function split(lines: readonly CommentLine[]) {
  const summary: CommentLine[] = [];
  const sections: { name: string; heading: CommentLine; lines: CommentLine[] }[] = [];
  let isExample = false;
  for (const line of lines) {
    if (/^\s*(?:`{3}|~{3})/.test(line.text)) isExample = !isExample;
    const name = isExample ? undefined : /^#{1,6}\s+(.+?)\s*:?\s*#*$/.exec(line.text)?.[1];
    if (name !== undefined) sections.push({ name: name.toLowerCase(), heading: line, lines: [] });
    else (sections.at(-1)?.lines ?? summary).push(line);
  }
  return { summary, sections };
}

function proseOf(lines: readonly CommentLine[]): DocText {
  return new DocText(lines.map(({ text, offset }) => ({ text, offset })));
}

function withoutEmptyEnd(lines: readonly CommentLine[]): readonly CommentLine[] {
  const kept = [...lines];
  while (kept.at(-1)?.text.trim() === '') kept.pop();
  return kept;
}

const item =
  /^\s*[*+-]\s+(?:\*\*)?(?:`(?:mut\s+|&\s*|ref\s+)?(?<ticked>[a-z_]\w*)(?::[^`]*)?`|(?<bare>[a-z_]\w*)(?=\s*(?:[-–—]\s|:\s)))(?:\*\*)?\s*(?:\([^)]*\))?\s*(?:[-–—:]\s*|$)/d;

/** An item for each parameter; items below an item belong to it. */
function parametersOf({ lines }: Section): readonly DocParameter[] {
  const items: CommentLine[][] = [];
  let depth = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    const indent = line.text.search(/\S/);
    if (/^\s*[*+-]\s/.test(line.text) && indent <= depth) {
      depth = indent;
      items.push([line]);
    } else items.at(-1)?.push(line);
  }
  return items.flatMap(parameterOf);
}

function parameterOf(all: readonly CommentLine[]): readonly DocParameter[] {
  const lines = withoutEmptyEnd(all);
  const [first, ...rest] = lines;
  const match = first === undefined ? null : item.exec(first.text);
  const place = match?.indices?.groups?.ticked ?? match?.indices?.groups?.bare;
  if (first === undefined || match === null || place === undefined) return [];
  const text = first.text.slice(place[0], place[1]);
  // The receiver has no place in the list of parameters.
  if (text === 'self') return [];
  const at = match[0].length;
  return [
    {
      name: quoteOf(first, place[0], place[1]),
      optional: false,
      description: proseOf([{ ...first, text: first.text.slice(at), offset: first.offset + at }, ...rest]),
      entry: entryOf(lines),
    },
  ];
}

function quoteOf({ text, offset }: CommentLine, start: number, end: number): Quote {
  return { text: text.slice(start, end), span: { start: offset + start, end: offset + end } };
}

function claimOf({ heading, lines }: Section): Quote {
  const first = lines.find(({ text }) => text.trim() !== '') ?? heading;
  const indent = first.text.length - first.text.trimStart().length;
  return quoteOf(first, indent, first.text.length);
}

function bodyOf({ lines }: Section): readonly CommentLine[] {
  const start = lines.findIndex(({ text }) => text.trim() !== '');
  return start < 0 ? [] : withoutEmptyEnd(lines.slice(start));
}

function returnsOf(section: Section): DocReturns {
  return {
    description: proseOf(bodyOf(section)),
    claim: claimOf(section),
    entry: entryOf([section.heading, ...withoutEmptyEnd(section.lines)]),
  };
}

function tagOf(section: Section): DocTag {
  return {
    name: section.name,
    value: proseOf(bodyOf(section)),
    claim: claimOf(section),
    entry: entryOf([section.heading, ...withoutEmptyEnd(section.lines)]),
  };
}
