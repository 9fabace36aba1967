import {
  type CodeValue,
  type Declaration,
  type DocComment,
  type DocParameter,
  type DocTag,
  type DocText,
  findDocumentedDefaults,
  findTag,
  type Quote,
} from '../source/index.ts';
import type { Stated } from './module-record.ts';

/** A quote's words as a value that it proves itself. */
export function stated({ text, span }: Quote): Stated {
  return { value: text, spans: [span] };
}

/**
 * A value of the code as it is written; a constant of the file stands for its own value and is proved by both
 * places.
 */
export function statedValue({ quote, constant }: CodeValue, whole: Quote): Stated {
  const own = constant === undefined ? undefined : /=\s*([\s\S]+)$/.exec(constant.text)?.[1];
  if (constant === undefined || own === undefined) return { value: quote.text, spans: [whole.span] };
  return { value: own, spans: [whole.span, constant.span] };
}

/** The one value that a description states as code, with its unit; anything less certain gives `undefined`. */
function proseDefault(prose: DocText, text: string): Stated | undefined {
  const [found, ...others] = findDocumentedDefaults(prose);
  if (found === undefined || others.length > 0 || !found.isCode || found.isConditional) return undefined;
  const { claim, value, unit } = found;
  if (unit === undefined) return { value: value.text, spans: [claim.span] };
  const after = text.slice(value.span.end);
  const words = /^`*\s?(\S*)/.exec(after)?.[0] ?? '';
  const end = words.toLowerCase().indexOf(unit);
  if (end < 0) return undefined;
  const whole = value.span.end + end + unit.length;
  return {
    value: text.slice(value.span.start, whole).replaceAll('`', ''),
    spans: [{ start: claim.span.start, end: Math.max(whole, claim.span.end) }],
  };
}

/** What `@default` says of a property or variable, else what its prose says. */
export function documentedDefault(doc: DocComment, text: string): Stated | undefined {
  const tag = findTag(doc, 'default', 'defaultvalue');
  if (tag === undefined) return proseDefault(doc.summary, text);
  const value = tagValue(tag);
  return value === undefined ? undefined : { value, spans: [tag.claim.span] };
}

/** A tag's value where it is one line of code, its backticks or fence taken off. */
function tagValue(tag: DocTag): string | undefined {
  const written = tag.value.text.trim();
  const fenced = /^```\w*\s*\n?([^\n]*)\n?```$/.exec(written)?.[1];
  const value = (fenced ?? written).trim().replace(/^`([^`]*)`\.?$/, '$1');
  if (value === '' || value.includes('\n') || value.length > 120) return undefined;
  // Words that explain are no value: `the current folder`.
  return /^[\w$.'"`[({+-][^\s]*$/.test(value) || /^['"`[{(]/.test(value) || /^[-\d]/.test(value)
    ? value
    : undefined;
}

/** The default that the entry of a parameter states: in brackets, else in its prose. */
export function documentedParameterDefault(entry: DocParameter, text: string): Stated | undefined {
  if (entry.initial === undefined) return proseDefault(entry.description, text);
  return { value: entry.initial.value.text, spans: [entry.initial.claim.span] };
}

/** The note of `@deprecated`, of a `Deprecated:` section, or of a `.. deprecated::` directive. */
export function documentedDeprecation(doc: DocComment, text: string): Stated | undefined {
  const tag = findTag(doc, 'deprecated');
  if (tag !== undefined) return { value: tidy(tag.value.text), spans: [tagSpan(tag, text)] };
  const found = directivesOf(doc, text, deprecatedDirective);
  // Several of them, or one that begins with a marked name, are about parameters or behaviour.
  const [only, ...others] = found;
  return others.length === 0 && only !== undefined && !/^[*`]/.test(only.value) ? only : undefined;
}

/** The tag with its value, or with its first line alone where that is long. */
function tagSpan({ claim, value }: DocTag, text: string): Quote['span'] {
  const start = claim.span.start;
  const length = value.text.trimEnd().length;
  const whole = text.slice(start, Math.max(value.spanOf(length, length).end, start)).trimEnd();
  return {
    start,
    end: start + (whole.length > 400 || whole === '' ? claim.text.trimEnd().length : whole.length),
  };
}

const deprecatedDirective = /^\s*\.\.\s+deprecated::[ \t]*(?:[vV]?[\d.]+(?=\s|$))?[ \t]*(.*)$/;
const addedDirective = /^\s*\.\.\s+versionadded::[ \t]*[vV]?(\d[\w.]*)/;

/** The version of `@since`, or of the one `.. versionadded::` directive of a docstring. */
export function documentedSince(doc: DocComment, text: string): Stated | undefined {
  const tag = findTag(doc, 'since');
  if (tag !== undefined) {
    const value = tag.value.text.trim().replace(/\.$/, '');
    return /^[^\n]{0,30}\d[^\n]{0,10}$/.test(value) ? { value, spans: [tag.claim.span] } : undefined;
  }
  const [only, ...others] = directivesOf(doc, text, addedDirective);
  return others.length === 0 ? only : undefined;
}

/** The exceptions that a comment names, each once. */
export function documentedRaises(doc: DocComment): readonly Stated[] {
  const found = new Map<string, Stated>();
  for (const { exception, claim } of doc.raises) {
    if (exception === undefined || found.has(exception.text)) continue;
    const isWithin = claim.text.includes(exception.text);
    found.set(exception.text, { value: exception.text, spans: [isWithin ? claim.span : exception.span] });
  }
  for (const tag of doc.format === 'rustdoc' ? doc.tags : []) {
    if (!/^(?:panics?|errors?)$/.test(tag.name)) continue;
    const start = tag.value.text.search(/\S/);
    const sentence =
      /^[\s\S]*?(?:\.(?=\s|$)|\n\s*\n|$)/.exec(tag.value.text.slice(Math.max(0, start)))?.[0] ?? '';
    const said = tag.value.quote(Math.max(0, start), Math.max(0, start) + sentence.trimEnd().length);
    if (said.text !== '') found.set(said.text, { value: said.text, spans: [said.span] });
  }
  return [...found.values()];
}

/**
 * Directives at the docstring's own indentation: a deeper one is about a parameter. The first group of the
 * expression begins the value.
 */
function directivesOf(doc: DocComment, text: string, directive: RegExp): readonly Stated[] {
  if (doc.format === 'jsdoc') return [];
  const whole = text.slice(doc.span.start, doc.span.end);
  const lines = whole.split('\n');
  const indents = lines
    .slice(1)
    .filter((line) => line.trim() !== '')
    .map(indentOf);
  const base = Math.min(...indents);
  const found: Stated[] = [];
  let at = 0;
  for (const [i, line] of lines.entries()) {
    const match = directive.exec(line);
    if (match !== null && indentOf(line) === base) {
      const more = lines.slice(i + 1);
      const skip = match[1] === '' && more[0]?.trim() === '' ? 1 : 0;
      const stop = more.findIndex((next, k) => k >= skip && (next.trim() === '' || indentOf(next) <= base));
      const rest = stop < 0 ? [] : more.slice(0, stop);
      const note = [match[1] ?? '', ...rest].map((one) => one.trim()).filter((one) => one !== '');
      const start = doc.span.start + at + base;
      const end = doc.span.start + at + [line, ...rest].join('\n').trimEnd().length;
      found.push({ value: note.join(' '), spans: [{ start, end }] });
    }
    at += line.length + 1;
  }
  return found;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function tidy(note: string): string {
  return note.replaceAll(/\s+/g, ' ').trim();
}

/** The note of a `@deprecated("…")` decorator; empty text where the note isn't one plain text. */
export function decoratedDeprecation({ decorators }: Declaration): Stated | undefined {
  const found = decorators.find(({ text }) =>
    /^(?:\w+\.)*(?:(?:rustc_)?[dD]eprecated|Obsolete(?:Attribute)?)\s*(?:\(|=|$)/.test(text),
  );
  if (found === undefined) return undefined;
  const note = /(?:\(\s*[rRuU]?|\b(?:note|message|reason)\s*[=:]\s*)(["'])((?:(?!\1)[^\\\n])*)\1\s*[,)]/.exec(
    found.text,
  )?.[2];
  // With the version that it names, the words inside the brackets say more than the note alone.
  const inside = /\bsince\s*=/.test(found.text) ? /\(([\s\S]*)\)$/.exec(found.text)?.[1]?.trim() : undefined;
  return { value: inside ?? note ?? '', spans: [found.span] };
}

/** The version of Rust's `#[stable(since = "1.0.0")]`. */
export function decoratedSince({ decorators }: Declaration): Stated | undefined {
  for (const { text, span } of decorators) {
    const value = /^stable\([^)]*\bsince\s*=\s*"([^"]+)"/.exec(text)?.[1];
    if (value !== undefined) return { value, spans: [span] };
  }
  return undefined;
}
