/**
 * A value as far as a reader knows it without running anything. `name` is a reference that was not resolved;
 * anything else that isn't a constant has no `Literal`.
 */
export type Literal =
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'boolean'; readonly value: boolean }
  /** `None`, `null` and `undefined`. */
  | { readonly type: 'nothing' }
  /** Lists and tuples. */
  | { readonly type: 'list'; readonly items: readonly Literal[] }
  /** Dictionaries and object literals, keys as text. */
  | { readonly type: 'record'; readonly entries: readonly (readonly [string, Literal])[] }
  | { readonly type: 'name'; readonly path: readonly string[] };

/** Whether both stand for the same value: `1` equals `1.0`, quotes and the spelling of nothing don't matter. */
export function sameLiteral(a: Literal, b: Literal): boolean {
  switch (a.type) {
    case 'number':
      return b.type === 'number' && sameNumber(a.value, b.value);
    case 'string':
      return b.type === 'string' && a.value === b.value;
    case 'boolean':
      return b.type === 'boolean' && a.value === b.value;
    case 'nothing':
      return b.type === 'nothing';
    case 'list':
      return b.type === 'list' && sameItems(a.items, b.items);
    case 'record':
      return b.type === 'record' && sameEntries(a.entries, b.entries);
    case 'name':
      return b.type === 'name' && a.path.at(-1) === b.path.at(-1);
  }
}

/** Whether the literal holds a name at any depth, so that its value isn't fully known. */
export function holdsName(literal: Literal): boolean {
  if (literal.type === 'name') return true;
  if (literal.type === 'list') return literal.items.some(holdsName);
  return literal.type === 'record' && literal.entries.some(([, value]) => holdsName(value));
}

/** Whether it is an empty text or collection, which often stands for "not given". */
export function isEmptyLiteral(literal: Literal): boolean {
  if (literal.type === 'string') return literal.value === '';
  if (literal.type === 'list') return literal.items.length === 0;
  return literal.type === 'record' && literal.entries.length === 0;
}

/** Whether a condition takes it for false: nothing, `false`, zero, an empty text or collection. */
export function isFalsyLiteral(literal: Literal): boolean {
  if (literal.type === 'number') return literal.value === 0 || Number.isNaN(literal.value);
  if (literal.type === 'boolean') return !literal.value;
  return literal.type === 'nothing' || isEmptyLiteral(literal);
}

function sameNumber(a: number, b: number): boolean {
  if (a === b || (Number.isNaN(a) && Number.isNaN(b))) return true;
  return Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));
}

function sameItems(a: readonly Literal[], b: readonly Literal[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((item, i) => {
    const other = b[i];
    return other !== undefined && sameLiteral(item, other);
  });
}

type Entries = readonly (readonly [string, Literal])[];

function sameEntries(a: Entries, b: Entries): boolean {
  if (a.length !== b.length) return false;
  const others = new Map(b);
  return a.every(([key, value]) => {
    const other = others.get(key);
    return other !== undefined && sameLiteral(value, other);
  });
}
