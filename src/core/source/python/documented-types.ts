import type { Quote } from '../span.ts';

/** The types that a docstring states in reStructuredText fields or in sections underlined as NumPy does. */
export interface DocumentedTypes {
  /** By the parameter's name. */
  readonly parameters: ReadonlyMap<string, Quote>;
  /** The type of what comes back. */
  readonly returns?: Quote;
}

interface Line {
  readonly text: string;
  /** Offset of the line in the source. */
  readonly start: number;
}

/** Reads the types out of a docstring with its quotes at `offset`. Empty where it states none. */
export function documentedTypesOf(docstring: string, offset: number): DocumentedTypes {
  const content = docstring.replace(/(?:"""|''')$/, '');
  const lines: Line[] = [];
  let start = offset;
  for (const text of content.split('\n')) {
    lines.push({ text, start });
    start += text.length + 1;
  }
  const parameters = new Map([...fieldParameters(lines), ...numpyParameters(lines)]);
  const returns = fieldReturns(lines) ?? numpyReturns(lines);
  return returns === undefined ? { parameters } : { parameters, returns };
}

function quoteIn({ text, start }: Line, words: string): Quote {
  const at = start + text.lastIndexOf(words);
  return { text: words, span: { start: at, end: at + words.length } };
}

/** `:type name: T` and `:param T name: …`. */
function fieldParameters(lines: readonly Line[]): readonly (readonly [string, Quote])[] {
  return lines.flatMap((line): (readonly [string, Quote])[] => {
    const typed = /^\s*:type\s+\*{0,2}(\w+)\s*:\s*(\S.*?)\s*$/.exec(line.text);
    if (typed?.[1] !== undefined && typed[2] !== undefined) return [[typed[1], quoteIn(line, typed[2])]];
    const named = /^\s*:param\s+(\S(?:[^:]*\S)?)\s+\*{0,2}(\w+)\s*:/.exec(line.text);
    if (named?.[1] === undefined || named[2] === undefined) return [];
    const at = line.start + line.text.indexOf(named[1], line.text.indexOf(':param') + 6);
    return [[named[2], { text: named[1], span: { start: at, end: at + named[1].length } }]];
  });
}

function fieldReturns(lines: readonly Line[]): Quote | undefined {
  for (const line of lines) {
    const type = /^\s*:rtype\s*:\s*(\S.*?)\s*$/.exec(line.text)?.[1];
    if (type !== undefined) return quoteIn(line, type);
  }
  return undefined;
}

/** The lines of a section with an underline, up to the next one. */
function sectionOf(lines: readonly Line[], name: RegExp): readonly Line[] {
  const isUnderline = (line: Line | undefined) => /^\s*-{3,}\s*$/.test(line?.text ?? '');
  const start = lines.findIndex((line, i) => name.test(line.text) && isUnderline(lines[i + 1]));
  if (start < 0) return [];
  const inside = lines.slice(start + 2);
  const next = inside.findIndex((_, i) => isUnderline(inside[i + 1]));
  return next < 0 ? inside : inside.slice(0, next);
}

function numpyParameters(lines: readonly Line[]): readonly (readonly [string, Quote])[] {
  return sectionOf(lines, /^\s*(?:Other )?Parameters\s*$/).flatMap((line): (readonly [string, Quote])[] => {
    const entry = /^\s*\*{0,2}(\w+)\s+:\s+(\S.*?)\s*$/.exec(line.text);
    const type = entry?.[2]?.replace(/,\s*(?:optional|default)\b.*$/, '');
    return entry?.[1] === undefined || type === undefined ? [] : [[entry[1], quoteIn(line, type)]];
  });
}

/** The type of the one value that a section describes; of several values nothing. */
function numpyReturns(lines: readonly Line[]): Quote | undefined {
  const section = sectionOf(lines, /^\s*Returns\s*$/).filter((line) => line.text.trim() !== '');
  const first = section[0];
  if (first === undefined) return undefined;
  const indent = first.text.length - first.text.trimStart().length;
  const entries = section.filter((line) => line.text.length - line.text.trimStart().length === indent);
  if (entries.length > 1) return undefined;
  const type = /^\s*(?:\w+\s*:\s+)?(\S.*?)\s*$/.exec(first.text)?.[1];
  return type === undefined || type.length > 80 ? undefined : quoteIn(first, type);
}
