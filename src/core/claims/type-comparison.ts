import type { Literal } from '../source/index.ts';
import { splitOutside, unionMembers } from './type-members.ts';
import type { TypeHead, TypeVocabulary } from './type-vocabulary.ts';

/** What the members of a type are, or `undefined` when one of them isn't understood. */
export type Heads = ReadonlySet<TypeHead> | undefined;

/** Reads a written type by a vocabulary. `as` says where it stands: prose joins types with commas and “or” too. */
export function headsOf(text: string, vocabulary: TypeVocabulary, as: 'annotation' | 'prose'): Heads {
  const { optional, union, marks } = vocabulary;
  const trimmed = text.trim().replaceAll(marks, '').trim();
  const inner = as === 'annotation' ? unquoted(trimmed) : trimmed;
  const wrapped = optional.exec(inner);
  if (wrapped !== null) {
    const heads = headsOf(wrapped[1] ?? wrapped[2] ?? '', vocabulary, as);
    return heads === undefined ? undefined : new Set([...heads, 'nothing']);
  }
  const list = union?.exec(inner)?.[1];
  const pieces = list === undefined ? membersOf(inner, as) : splitOutside(list, 0, /,/);
  const [only] = pieces;
  if (only !== undefined && pieces.length === 1 && only.text === inner) return headOf(inner, vocabulary);
  // A type that is named twice is a part of several: `int, int, int`.
  if (new Set(pieces.map((piece) => piece.text)).size < pieces.length) return undefined;
  return unionOf(pieces.map(({ text: member }) => headsOf(member, vocabulary, as)));
}

/** A type in quotes is a forward reference in an annotation, and a value in prose. */
function unquoted(text: string): string {
  return /^(['"])([^'"|]*(?:\[.*\])?[^'"]*)\1$/.exec(text)?.[2] ?? text;
}

function membersOf(text: string, as: 'annotation' | 'prose') {
  if (as === 'annotation') return splitOutside(text, 0, /\|/);
  // A comma may also stand between the parts of one type: `(int, int)`, `dict of str, int`.
  const isOne = /\bof\b.*,|^\(.*,.*\)$/s.test(text);
  return isOne ? [{ text, at: 0 }] : unionMembers(text);
}

function unionOf(members: readonly Heads[]): Heads {
  const known = members.filter((member) => member !== undefined);
  if (known.length < members.length || known.length === 0) return undefined;
  return new Set(known.flatMap((member) => [...member]));
}

function headOf(text: string, vocabulary: TypeVocabulary): Heads {
  const values = /^(?:typing\.)?Literal\[(.*)\]$|^\{([^{}:]*)\}$/s.exec(text);
  const items = values?.[1] ?? values?.[2];
  if (items !== undefined && items.trim() !== '') {
    return unionOf(splitOutside(items, 0, /,/).map((item) => headOf(item.text, vocabulary)));
  }
  const found = vocabulary.words.find(([pattern]) => pattern.test(text));
  return found === undefined ? undefined : new Set([found[1]]);
}

/** What a known value is; `undefined` for nothing and for what isn't known. */
export function headsOfLiteral(literal: Literal): Heads {
  return literal.type === 'name' || literal.type === 'nothing' ? undefined : new Set([literal.type]);
}

/**
 * How a documented type stands to the code's by their heads alone, absence left out: `different` where no member of the
 * one may stand for any of the other, `same` where one is assignable to the other.
 */
export function compareHeads(
  documented: Heads,
  code: Heads,
  { mayStandFor }: TypeVocabulary,
): 'same' | 'different' | 'undecided' {
  const [a, b] = [valuesOf(documented), valuesOf(code)];
  if (a.length === 0 || b.length === 0) return 'undecided';
  const isRelated = (one: TypeHead, other: TypeHead) =>
    one === other || mayStandFor.some(([x, y]) => (x === one && y === other) || (x === other && y === one));
  const isWithin = (part: readonly TypeHead[], whole: readonly TypeHead[]) =>
    part.every((one) => whole.some((other) => isRelated(one, other)));
  if (isWithin(a, b) || isWithin(b, a)) return 'same';
  return a.some((one) => b.some((other) => isRelated(one, other))) ? 'undecided' : 'different';
}

function valuesOf(heads: Heads): readonly TypeHead[] {
  return heads === undefined ? [] : [...heads].filter((head) => head !== 'nothing');
}
