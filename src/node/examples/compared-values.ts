import { isDeepStrictEqual } from 'node:util';

/**
 * What a value is worth beside the one that a comment states: `same`; `different`; `doubtful`, where the order, the
 * rounding, the last digits or the way in which values are shown may be all the difference.
 */
export type Comparison = 'same' | 'different' | 'doubtful';

/** Compares what came back with what a comment says. */
export function comparedValues(actual: unknown, expected: unknown): Comparison {
  if (isDeepStrictEqual(actual, expected)) return 'same';
  const plain = plainValue(actual, 0);
  const isWhole = plain !== foreign;
  if (isWhole && isDeepStrictEqual(plain.value, plainOf(expected))) return 'same';
  if (!isWhole || !plain.isCertain) return 'doubtful';
  const [a, b] = [plain.value, plainOf(expected)];
  const isSame = (loosened: (value: unknown) => unknown) => isDeepStrictEqual(loosened(a), loosened(b));
  if (isNear(a, b) || isSame(withoutOrder) || isSame(withoutNothing) || isShownAlike(a, b)) return 'doubtful';
  return 'different';
}

/** Whether a text and another value read the same when they are printed. */
function isShownAlike(a: unknown, b: unknown): boolean {
  return (typeof a === 'string') !== (typeof b === 'string') && String(a) === String(b);
}

const foreign = Symbol('no value that can be written out');

interface Plain {
  readonly value: unknown;
  /** Whether nothing but plain objects, arrays and primitives is in it. */
  readonly isCertain: boolean;
}

function plainOf(value: unknown): unknown {
  const plain = plainValue(value, 0);
  return plain === foreign ? value : plain.value;
}

/** A value without prototypes, holes and the sign of zero. */
function plainValue(value: unknown, depth: number): Plain | typeof foreign {
  if (value === 0) return { value: 0, isCertain: true };
  if (typeof value === 'function' || typeof value === 'symbol' || depth > 50) return foreign;
  if (typeof value !== 'object' || value === null) return { value, isCertain: true };
  if (Array.isArray(value)) {
    const items = Array.from(value, (item: unknown) => plainValue(item, depth + 1));
    return joined(items, Object.keys(value).length <= value.length, (values) => values);
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  const isPlain = prototype === null || prototype === Object.prototype;
  if (!isPlain && Object.prototype.toString.call(value) !== '[object Object]') return foreign;
  const entries = Object.entries(value);
  const values = entries.map(([, one]) => plainValue(one, depth + 1));
  const isCertain = isPlain && Object.getOwnPropertySymbols(value).length === 0;
  return joined(values, isCertain, (all) => Object.fromEntries(entries.map(([key], i) => [key, all[i]])));
}

function joined(
  parts: readonly (Plain | typeof foreign)[],
  isCertain: boolean,
  made: (values: readonly unknown[]) => unknown,
): Plain | typeof foreign {
  const known = parts.filter((part) => part !== foreign);
  if (known.length < parts.length) return foreign;
  return {
    value: made(known.map(({ value }) => value)),
    isCertain: isCertain && known.every((part) => part.isCertain),
  };
}

/** Whether two values are the same but for the last digits of numbers, or for rounding. */
function isNear(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') {
    if (Number.isInteger(a) && Number.isInteger(b)) return a === b;
    return Object.is(a, b) || Math.abs(a - b) <= 0.01 * Math.max(Math.abs(a), Math.abs(b), 1e-9);
  }
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((one, i) => isNear(one, b[i]));
  if (!isRecord(a) || !isRecord(b)) return Object.is(a, b);
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && isNear(a[key], b[key]));
}

function withoutOrder(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map((one) => JSON.stringify(withoutOrder(one)) ?? String(one)).sort();
  if (!isRecord(value)) return typeof value === 'bigint' ? String(value) : value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutOrder(one)]));
}

/** Properties that hold `undefined` are often not written down; `null` and `undefined` are mixed up. */
function withoutNothing(value: unknown): unknown {
  if (value === null) return undefined;
  if (Array.isArray(value)) return value.map(withoutNothing);
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, withoutNothing(one)] as const);
  return Object.fromEntries(entries.filter(([, one]) => one !== undefined));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
