import { compareValues } from '../claims/index.ts';
import { type Language, type Literal, readLiteral, type SyntaxParser } from '../source/index.ts';

/** How what somebody asserts stands to what a declaration says; undecided where a reader could read it either way. */
export type Comparison = 'same' | 'different' | 'undecided';

const amount = /^(?<number>[-+]?\d[\d_]*(?:\.\d+)?)\s?(?<unit>[a-zµ%]+)$/i;
/** Names of one and the same type, by what kind of value it is. */
const spellings: readonly (readonly [kind: string, names: readonly string[]])[] = [
  ['text', ['str', 'string']],
  ['number', ['number']],
  ['number', ['int', 'integer']],
  ['number', ['float', 'double']],
  ['boolean', ['bool', 'boolean']],
  ['nothing', ['none', 'void', 'nothing']],
  ['nothing', ['null']],
  ['nothing', ['undefined']],
  ['list', ['list']],
  ['list', ['array']],
  ['list', ['tuple']],
  ['record', ['dict', 'dictionary']],
];

/**
 * Compares an asserted default with a declared one. A number with a unit is compared with a number alone only where
 * no unit could turn one into the other.
 */
export async function compareDefaults(
  asserted: string,
  declared: string,
  { parser, language }: { readonly parser: SyntaxParser; readonly language: Language },
): Promise<Comparison> {
  const plain = withoutMarks(asserted);
  const { number, unit } = amount.exec(plain)?.groups ?? {};
  const text = number ?? inLanguage(plain, language);
  const read = (expression: string): Promise<Literal | undefined> =>
    readLiteral(parser, language, expression);
  const code = await read(declared);
  if (code === undefined) return text === declared ? 'same' : 'undecided';
  const literal = await read(text);
  return compareValues({ literal, text, ...(unit === undefined ? {} : { unit: unit.toLowerCase() }) }, code);
}

/**
 * Compares an asserted type with a declared one: the same when they are written alike or are two names of one kind of
 * plain value, different when they are plain values of two kinds.
 */
export function compareTypes(asserted: string, declared: string): Comparison {
  const [said, written] = [plainType(withoutMarks(asserted)), plainType(declared)];
  if (said === written) return 'same';
  const [a, b] = [spellingOf(said), spellingOf(written)];
  if (a === undefined || b === undefined) return 'undecided';
  if (a === b) return 'same';
  // An integer is a number, a tuple some call a list.
  return a[0] === b[0] ? 'undecided' : 'different';
}

/** Compares two names, stars and paths of options aside. */
export function compareNames(asserted: string, declared: string): Comparison {
  const plain = (text: string) => withoutMarks(text).replace(/^(?:\*+|\.{3})/, '');
  return plain(asserted) === plain(declared) ? 'same' : 'different';
}

function withoutMarks(text: string): string {
  const [, inner] = /^`([^`]+)`$/.exec(text.trim()) ?? [];
  return (inner ?? text).trim();
}

function inLanguage(text: string, { family }: Language): string {
  const words: Readonly<Record<string, string>> =
    family === 'python'
      ? { true: 'True', false: 'False', null: 'None', none: 'None', undefined: 'None' }
      : { True: 'true', False: 'false', None: 'null', none: 'null' };
  return words[text] ?? text;
}

function plainType(type: string): string {
  return type
    .replace(/^builtins\./, '')
    .replace(/\s+/g, '')
    .toLowerCase();
}

function spellingOf(type: string): (typeof spellings)[number] | undefined {
  return spellings.find(([, names]) => names.includes(type));
}
