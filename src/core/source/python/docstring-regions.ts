import { type DocLine, trimmedLines } from './docstring-lines.ts';

/** A section or field of a docstring. */
export interface Region {
  readonly style: 'google' | 'numpy' | 'sphinx' | 'epytext';
  /** Lower case, without colons: `args`, `see also`, `param`. */
  readonly name: string;
  /** What a field is about: `int x` in `:param int x:`; empty for others. */
  readonly argument: string;
  /** Of the first line of a field, how many characters stand before its text. */
  readonly skip: number;
  readonly header: DocLine;
  /** Without the header of a section, with the first line of a field; no empty line at the end. */
  readonly lines: readonly DocLine[];
}

/** A docstring in pieces: what stands before the first section or field, and these. */
export interface Regions {
  readonly summary: readonly DocLine[];
  readonly regions: readonly Region[];
}

const titles =
  'args|arguments|parameters|params|keyword args|keyword arguments|other parameters|returns?|yields?|receives|raises|attributes|examples?|notes?|warnings?|see also|todo|references|warns|methods|deprecated';
const googleHeader = new RegExp(`^(${titles}):$`, 'i');
const numpyTitle = new RegExp(`^(${titles}):?$`, 'i');
const underline = /^(?:-{3,}|={3,}|~{3,})$/;
/** A heading that stands among the entries of another section, one step too deep. */
const heading =
  /^(?:Args|Arguments|Parameters|Params|Returns?|Yields?|Raises|Attributes|Examples?|Notes?|Warnings?|See Also|Todo|References):$/;
const fieldNames =
  'param|parameter|arg|argument|key|keyword|kwarg|type|var|ivar|cvar|vartype|returns?|rtype|yields?|ytype|raises?|except|exception|throws|deprecated|since|see|note|todo|meta';
const field = new RegExp(
  `^([:@])(${fieldNames})(?:[ \\t]+((?::\\w+:\`[^\`\\n]*\`|[^:\\n\`])+?))?[ \\t]*:(?:[ \\t]+|$)`,
  'i',
);

interface OpenRegion extends Omit<Region, 'lines'> {
  readonly lines: DocLine[];
  readonly parent?: OpenRegion;
}

/** Whether a title is one of those that docstrings use for sections. */
export function isKnownTitle(title: string): boolean {
  return numpyTitle.test(title);
}

/** Takes a docstring's lines apart. */
export function regionsOf(lines: readonly DocLine[]): Regions {
  const base = Math.min(...lines.slice(1).flatMap(({ text, indent }) => (text === '' ? [] : [indent])));
  const regions: OpenRegion[] = [];
  const summary: DocLine[] = [];
  let open: OpenRegion | undefined;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined) break;
    const begun = begin(lines, i, { base, open });
    if (begun !== undefined) {
      open = begun;
      regions.push(begun);
      if (begun.style === 'numpy') i++;
      continue;
    }
    while (open !== undefined && isOver(open, line, lines[i - 1])) open = open.parent;
    if (open !== undefined) open.lines.push(line);
    else if (regions.length === 0) summary.push(line);
  }
  return {
    summary: trimmedLines(summary),
    regions: regions.map((region) => ({ ...region, lines: trimmedLines(region.lines) })),
  };
}

interface Situation {
  readonly base: number;
  readonly open: OpenRegion | undefined;
}

/** The region that begins at a line, or `undefined`. */
function begin(lines: readonly DocLine[], i: number, { base, open }: Situation): OpenRegion | undefined {
  const header = lines[i];
  const next = lines[i + 1];
  if (header === undefined || header.text === '') return undefined;
  const shared = { argument: '', skip: 0, header, lines: [] };
  if (isUnderlined(header, next, i)) {
    return { ...shared, style: 'numpy', name: header.text.replace(/:$/, '').trim().toLowerCase() };
  }
  const isInBase = i > 0 && header.indent === base && !isText(open, header);
  const isNested = open !== undefined && isAmongEntries(open, header);
  if (isContentBelow(header, next) && googleHeader.test(header.text)) {
    const isSection = isInBase || isNested || (open === undefined && isDeepSection(lines, i));
    const name = header.text.slice(0, -1).toLowerCase();
    if (isSection) return { ...shared, style: 'google', name, ...(isNested ? { parent: open } : {}) };
  }
  return beginField(lines, i, { base, open });
}

function isUnderlined(header: DocLine, next: DocLine | undefined, i: number): boolean {
  if (next === undefined || !underline.test(next.text) || underline.test(header.text)) return false;
  // The first line has lost its indentation to the quotes.
  const isAligned = i === 0 || Math.abs(next.indent - header.indent) <= 1;
  return isAligned && /^[A-Za-z][\w ]*:?$/.test(header.text) && header.text.length <= 40;
}

function isContentBelow(header: DocLine, next: DocLine | undefined): boolean {
  return next !== undefined && next.text !== '' && next.indent > header.indent;
}

/** Whether an open section of prose that is not indented may go on with such a line. */
function isText(open: OpenRegion | undefined, header: DocLine): boolean {
  return open?.style === 'numpy' && !heading.test(header.text);
}

function isAmongEntries(open: OpenRegion, header: DocLine): boolean {
  const first = open.lines.find(({ text }) => text !== '');
  return open.style === 'google' && first?.indent === header.indent && heading.test(header.text);
}

/** Whether a heading that is indented deeper than the docstring begins a paragraph of its own, outside of an example. */
function isDeepSection(lines: readonly DocLine[], i: number): boolean {
  const header = lines[i];
  if (header === undefined || i < 2 || lines[i - 1]?.text !== '' || !heading.test(header.text)) return false;
  const outer = lines.slice(0, i).findLast(({ text, indent }) => text !== '' && indent < header.indent);
  return outer === undefined || outer === lines[0] || /[.!?。]$/.test(outer.text);
}

function beginField(lines: readonly DocLine[], i: number, { base, open }: Situation): OpenRegion | undefined {
  const header = lines[i];
  const match = header === undefined ? null : field.exec(header.text);
  if (header === undefined || match?.[2] === undefined) return undefined;
  const isInBase = i === 0 || header.indent === base;
  const isAfterField = open !== undefined && isFieldStyle(open) && header.indent <= open.header.indent;
  if (!isInBase && !isAfterField && (open !== undefined || isInExample(lines, i))) return undefined;
  return {
    style: match[1] === ':' ? 'sphinx' : 'epytext',
    name: match[2].toLowerCase(),
    argument: match[3]?.trim() ?? '',
    skip: match[0].length,
    header,
    lines: [header],
  };
}

/** Whether the nearest line with less indentation leads into an example or a list. */
function isInExample(lines: readonly DocLine[], i: number): boolean {
  const indent = lines[i]?.indent ?? 0;
  const outer = lines.slice(1, i).findLast((line) => line.text !== '' && line.indent < indent);
  return outer !== undefined && /:$/.test(outer.text);
}

function isFieldStyle({ style }: Region): boolean {
  return style === 'sphinx' || style === 'epytext';
}

/** Whether a line stands behind the end of a region. */
function isOver(open: OpenRegion, line: DocLine, before: DocLine | undefined): boolean {
  if (line.text === '' || open.style === 'numpy') return false;
  if (!isFieldStyle(open)) return line.indent <= open.header.indent;
  // Authors go on with a field's text without indenting it, but not behind an empty line.
  return before?.text === '' && line.indent <= open.header.indent;
}
