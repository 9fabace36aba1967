import type { DocParameter } from '../doc-comment.ts';
import type { Quote } from '../span.ts';

/** What stands between a name and its description: `int, optional (default: 10)`. */
export type TypeSpecification = Pick<DocParameter, 'type' | 'optional' | 'initial'>;

const marker = /[\s,;(*]*\b(?:optional|required|defaults?)\b/i;
const value = String.raw`"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\[[^[\]]*\]|\{[^{}]*\}|\([^()]*\)|[^\s,;()[\]{}\x60'"]+`;
const defaultPattern = new RegExp(
  String.raw`\bdefaults?(?:\s+value)?\s*(?:\bis\b|\bto\b|[:=])?\s*(?:\x60{1,2}([^\x60]+)\x60{1,2}|(${value}))\s*(?=$|[),;])`,
  'di',
);

/** Reads a type with what numpydoc and Google allow behind it; empty text gives nothing. */
export function readTypeSpecification(written: Quote): TypeSpecification {
  const found = marker.exec(masked(written.text));
  const type = part(written, 0, found?.index ?? written.text.length);
  if (found === null) return type.text === '' ? { optional: false } : { optional: false, type };
  const rest = written.text.slice(found.index);
  const initial = initialOf(written, found.index);
  return {
    optional: initial !== undefined || /\boptional\b/i.test(masked(rest)),
    ...(type.text === '' ? {} : { type }),
    ...(initial === undefined ? {} : { initial }),
  };
}

/** With quoted texts and what is in brackets blanked: `{'default', 'other'}` states no default. */
function masked(text: string): string {
  const blank = (found: string) => '.'.repeat(found.length);
  return text
    .replace(/"[^"]*"|'[^']*'/g, blank)
    .replace(/\[[^[\]]*\]|\{[^{}]*\}|\((?!\s*(?:optional|default))[^()]*\)/gi, blank);
}

function initialOf(written: Quote, from: number): DocParameter['initial'] {
  const match = defaultPattern.exec(written.text.slice(from));
  const place = match?.indices?.[1] ?? match?.indices?.[2];
  if (match === null || place === undefined) return undefined;
  const text = written.text.slice(from + place[0], from + place[1]).replace(/\.$/, '');
  if (text === '') return undefined;
  return {
    value: part(written, from + place[0], from + place[0] + text.length),
    claim: part(written, from + match.index, from + match.index + match[0].trimEnd().length),
  };
}

/** A part of a quote without spaces and commas at its ends. */
function part({ text, span }: Quote, from: number, to: number): Quote {
  const cut = text.slice(from, to);
  const start = from + (cut.length - cut.trimStart().length);
  const words = cut.trim().replace(/[\s,;]+$/, '');
  return { text: words, span: { start: span.start + start, end: span.start + start + words.length } };
}
