import {
  holdsName,
  isEmptyLiteral,
  isFalsyLiteral,
  type Literal,
  sameLiteral,
  unescapeString,
} from '../source/index.ts';

/** How a documented value stands to the code's: undecided where a reader could honestly read it either way. */
export type Comparison = 'same' | 'different' | 'undecided';

export interface Documented {
  readonly literal: Literal | undefined;
  /** As written. */
  readonly text: string;
  readonly unit?: string;
}

/** Compares a documented value with a known value of the code. */
export function compareValues(documented: Documented, code: Literal): Comparison {
  const { literal, text } = documented;
  if (code.type === 'name') return literal !== undefined && sameLiteral(literal, code) ? 'same' : 'undecided';
  if (code.type === 'string' && literal?.type !== 'string') return compareWord(text, code.value, literal);
  if (literal === undefined || holdsName(literal) || holdsName(code)) return 'undecided';
  if (sameLiteral(literal, code)) return 'same';
  if (isMarker(code)) return 'undecided';
  if (literal.type === 'string' && code.type === 'string') return compareStrings(literal.value, code.value);
  if (literal.type === 'number' && code.type === 'number')
    return compareNumbers(documented, literal.value, code.value);
  if (mayStandForEachOther(literal, code)) return 'undecided';
  return 'different';
}

/** Whether a value stands for one that the code chooses: a word such as `deprecated`, or no entries to override with. */
function isMarker(code: Literal): boolean {
  if (code.type === 'record') return isEmptyLiteral(code);
  return (
    code.type === 'string' &&
    /^(?:default|deprecated|warn|inherit|unset|no[_-]?default|not[_-]?set)$/i.test(code.value)
  );
}

/** `[encoding=utf8]` names the text `'utf8'` without quotes. */
function compareWord(text: string, code: string, literal: Literal | undefined): Comparison {
  const fold = (word: string) => word.toLowerCase().replaceAll(/[-_\s]/g, '');
  if (fold(text) === fold(code)) return 'same';
  // A marker stands for a value that is chosen elsewhere.
  const isChosen = /^(?:default|auto|inherit|unset|none)$/i.test(code);
  return literal?.type === 'number' && !isChosen ? 'different' : 'undecided';
}

/**
 * A string literal inside a docstring is often escaped once more than in the code, and what stands at its ends gets
 * lost in prose: neither makes it another value.
 */
function compareStrings(documented: string, code: string): Comparison {
  let plain = documented;
  for (let i = 0; i < 3 && plain.includes('\\'); i++) {
    plain = unescapeString(plain) ?? plain;
    if (plain === code) return 'same';
  }
  return withoutEnd(plain) === withoutEnd(code) || isAbbreviation(plain, code) ? 'undecided' : 'different';
}

/** `low` for `lowpass`, `E` for `end`, `TERM` for `SIGTERM`: code that takes one of them mostly takes both. */
function isAbbreviation(a: string, b: string): boolean {
  const [short = '', long = ''] = [a.toLowerCase(), b.toLowerCase()].sort((x, y) => x.length - y.length);
  return short !== '' && /^[a-z]+$/.test(long) && (long.startsWith(short) || long.endsWith(short));
}

/** Prose drops spaces at the ends and a full stop at the end. */
function withoutEnd(text: string): string {
  return text.trim().replace(/[.…:]+$/, '');
}

/** Two numbers that differ by a round factor may be the same quantity in two units. */
function compareNumbers(documented: Documented, a: number, b: number): Comparison {
  // Prose cuts the digits of a fraction: `16.66` for a sixtieth of a second.
  const isCut = !Number.isInteger(a) && Math.abs(a - b) < 1e-3 * Math.abs(b);
  // `1 - 1e-10` is one but for rounding, and what is 95 % in prose may be 0.05 in code.
  const isRounded = Math.abs(a - b) < 1e-6 * Math.abs(b);
  const isShare = documented.unit === '%' && b >= 0 && b <= 1;
  if (isCut || isRounded || isShare) return 'undecided';
  if (documented.unit === undefined || a === 0 || b === 0) return 'different';
  const ratio = Math.max(Math.abs(a / b), Math.abs(b / a));
  const factors = [10, 60, 100, 1000, 1024, 3600, 24, 7, 60_000, 3_600_000, 86_400, 1_048_576, 1_000_000];
  return factors.some((factor) => Math.abs(ratio - factor) < 1e-9 * factor) ? 'undecided' : 'different';
}

/** Pairs of types that documentation uses for one another. */
function mayStandForEachOther(a: Literal, b: Literal): boolean {
  const types = new Set([a.type, b.type]);
  if (a.type === 'string' && isQuotedForm(a.value, b)) return true;
  if (types.has('boolean') && types.has('number')) return true;
  if (types.has('list') && types.has('record')) return isEmptyLiteral(a) && isEmptyLiteral(b);
  if (types.has('nothing')) return isFalsyLiteral(a) && isFalsyLiteral(b);
  if (types.has('list') && types.has('number')) return isScalarOf(a, b) || isScalarOf(b, a);
  return isEmptyLiteral(b) && a.type !== b.type;
}

/** Prose may put any value into quotes: `'True'`, `"10"`. */
function isQuotedForm(quoted: string, code: Literal): boolean {
  if (code.type === 'number') return Number(quoted) === code.value;
  if (code.type === 'boolean') {
    return (code.value ? /^(?:true|yes|on)$/i : /^(?:false|no|off)$/i).test(quoted);
  }
  return isFalsyLiteral(code) && /^(?:none|null|undefined|\[\]|\{\}|\(\))$/i.test(quoted);
}

/** One number for a list of it, or for the range that ends at it: `1` and `(1, 1)`, `1` and `(0, 1)`. */
function isScalarOf(scalar: Literal, list: Literal): boolean {
  if (list.type !== 'list') return false;
  const last = list.items.at(-1);
  return last !== undefined && sameLiteral(scalar, last);
}
