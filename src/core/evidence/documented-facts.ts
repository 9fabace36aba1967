import {
  type CodeValue,
  type Declaration,
  type DocComment,
  type DocParameter,
  type DocTag,
  type DocText,
  findDocumentedDefaults,
  findTag,
  type OutlineSymbol,
  type Quote,
} from '../source/index.ts';
import { directivesIn } from './documented-directives.ts';
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
  // Several of them, or one that begins with a marked name, are about parameters or behaviour.
  const [only, ...others] = directivesIn(doc, text, 'deprecated');
  if (only === undefined || others.length > 0 || /^[*`]/.test(only.note)) return undefined;
  return { value: only.note, spans: [only.span] };
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

const className = /^[~!]?(?:[A-Za-z_$][\w$]*\.)*[A-Za-z_$][\w$]*$/;

/** The exceptions that a comment names, each once. */
export function documentedRaises(doc: DocComment): readonly Stated[] {
  const found = new Map<string, Stated>();
  for (const { exception, claim } of doc.raises) {
    if (exception === undefined || !className.test(exception.text)) continue;
    const value = exception.text.replace(/^[~!]/, '');
    const isWithin = claim.text.includes(exception.text);
    if (!found.has(value)) found.set(value, { value, spans: [isWithin ? claim.span : exception.span] });
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

/** The classes that a symbol's own statements raise, those that its comment names left out. */
export function ownRaises({ declaration: { doc, raising }, does }: OutlineSymbol): readonly Stated[] {
  const lastName = (dotted: string) => dotted.split('.').at(-1) ?? dotted;
  const documented = doc === undefined ? [] : documentedRaises(doc);
  const found = new Map<string, Stated>();
  for (const { name, quote } of does?.raised ?? raising?.raised ?? []) {
    const isNamed = documented.some(({ value }) => lastName(value) === lastName(name));
    if (!isNamed && !found.has(lastName(name))) {
      found.set(lastName(name), { value: name, spans: [quote.span] });
    }
  }
  return [...found.values()];
}

function tidy(note: string): string {
  return note.replaceAll(/\s+/g, ' ').trim();
}

const pythonText = String.raw`[rRuU]?(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')`;
const decoratedNote = new RegExp(
  String.raw`(?:\(\s*|\b(?:note|message|reason)\s*[=:]\s*)((?:${pythonText}\s*)+)[,)]`,
);

/** The note of a `@deprecated("…")` decorator, several texts in a row joined; empty where it isn't plain text. */
export function decoratedDeprecation({ decorators }: Declaration): Stated | undefined {
  const found = decorators.find(({ text }) =>
    /^(?:\w+\.)*(?:(?:rustc_)?[dD]eprecated|Obsolete(?:Attribute)?)\s*(?:\(|=|$)/.test(text),
  );
  if (found === undefined) return undefined;
  const texts = decoratedNote.exec(found.text)?.[1] ?? '';
  const pieces = texts.match(new RegExp(pythonText, 'g')) ?? [];
  const note = pieces.map((piece) => piece.replace(/^[rRuU]?["']|["']$/g, '')).join('');
  // With the version that it names, the words inside the brackets say more than the note alone.
  const inside = /\bsince\s*=/.test(found.text) ? /\(([\s\S]*)\)$/.exec(found.text)?.[1]?.trim() : undefined;
  return { value: inside ?? tidy(note), spans: [found.span] };
}

/** The version of Rust's `#[stable(since = "1.0.0")]`. */
export function decoratedSince({ decorators }: Declaration): Stated | undefined {
  for (const { text, span } of decorators) {
    const value = /^stable\([^)]*\bsince\s*=\s*"([^"]+)"/.exec(text)?.[1];
    if (value !== undefined) return { value, spans: [span] };
  }
  return undefined;
}
