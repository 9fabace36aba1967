import type { DocText, Quote } from '../source/index.ts';

export type Dimension = 'time' | 'size' | 'percent' | 'count';

/** A unit and how many base units (seconds, bytes, percent, things) it may stand for. */
export interface Unit {
  readonly dimension: Dimension;
  /** More than one where people use the word for both: a KB has 1000 or 1024 bytes, a month 28 to 31 days. */
  readonly factors: readonly number[];
}

/** An amount that prose states: `30 seconds`, `64 KiB`, `three times`. */
export interface Quantity {
  readonly value: number;
  /** The amount without its unit. */
  readonly number: Quote;
  /** The amount with its unit. */
  readonly words: Quote;
  readonly unit: Unit;
  /** Of a count, what is counted, lower case: `times`, `retries`. */
  readonly noun: string;
}

const second = 1;
const day = 86_400;
const units: readonly (readonly [RegExp, Dimension, readonly number[]])[] = [
  [/^(?:ns|nanosec(?:ond)?s?|纳秒)$/i, 'time', [1e-9]],
  [/^(?:[µμu]s|microsec(?:ond)?s?|微秒)$/i, 'time', [1e-6]],
  [/^(?:ms|msecs?|millis(?:ec(?:ond)?s?)?|毫秒)$/i, 'time', [1e-3]],
  [/^(?:s|secs?|seconds?|秒(?:钟)?)$/i, 'time', [second]],
  [/^(?:mins?|minutes?|分钟)$/i, 'time', [60]],
  [/^(?:h|hrs?|hours?|(?:个)?小时)$/i, 'time', [3600]],
  [/^(?:days?|天)$/i, 'time', [day]],
  [/^(?:weeks?|周)$/i, 'time', [7 * day]],
  [/^months?$/i, 'time', [28, 29, 30, 30.4, 30.44, 30.5, 31].map((days) => days * day)],
  [/^years?$/i, 'time', [360, 365, 365.2425, 365.25, 366].map((days) => days * day)],
  [/^(?:B|bytes?|字节)$/i, 'size', [1]],
  [/^(?:KB|kilobytes?)$/i, 'size', [1000, 1024]],
  [/^(?:MB|megabytes?|megs?)$/i, 'size', [1e6, 1024 ** 2, 1_024_000]],
  [/^(?:GB|gigabytes?|gigs?)$/i, 'size', [1e9, 1024 ** 3]],
  [/^(?:TB|terabytes?)$/i, 'size', [1e12, 1024 ** 4]],
  [/^(?:KiB|kibibytes?)$/i, 'size', [1024]],
  [/^(?:MiB|mebibytes?)$/i, 'size', [1024 ** 2]],
  [/^(?:GiB|gibibytes?)$/i, 'size', [1024 ** 3]],
  [/^(?:%|percent|pct)$/i, 'percent', [1]],
];
const counted =
  /^(?:times|attempts?|tries|retries|retry|items?|entries|elements?|characters?|chars?|lines?|rows?|columns?|cols?|requests?|connections?|workers?|threads?|processes|records?|results?|pages?|files?|points?|digits?|levels?|steps?|iterations?|rounds?|epochs?|samples?|batches|messages?|errors?|failures?|redirects?|pixels?|px|次|个|条|行)$/i;

const numerals: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  一: 1,
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};
const digits = String.raw`\d{1,3}(?:[,_]\d{3})+|\d+(?:\.\d+)?`;
const amount = new RegExp(
  String.raw`(?<![\w.,#$:/*+@=<>-])(${digits}|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve)\b|[一二两三四五六七八九十])(?:\s?|-|\s?more\s)(%|[a-zµμ]+|(?:纳|微|毫)?秒钟?|分钟|个?小时|天|周|字节|次|个|条|行)(?![\w%])`,
  'dgi',
);
const anyNumber = new RegExp(String.raw`(?<![\w.])(?:${digits})`, 'g');

/** The unit that a word stands for, or `undefined`. */
export function unitOf(word: string): Unit | undefined {
  // `m` alone may be metres, minutes or millions; `M` megabytes; neither is read.
  const found = units.find(([pattern]) => pattern.test(word));
  if (found !== undefined) return { dimension: found[1], factors: found[2] };
  return counted.test(word) ? { dimension: 'count', factors: [1] } : undefined;
}

/** The amounts that prose states with a unit, in its order. */
export function quantitiesIn(prose: DocText): readonly Quantity[] {
  return [...prose.text.matchAll(amount)].flatMap((match): readonly Quantity[] => {
    const place = match.indices?.[1];
    const unit = match[2] === undefined ? undefined : unitOf(match[2]);
    const value = match[1] === undefined ? undefined : amountOf(match[1]);
    if (place === undefined || unit === undefined || value === undefined) return [];
    const words = prose.quote(match.index, match.index + match[0].length);
    return [
      { value, number: prose.quote(place[0], place[1]), words, unit, noun: (match[2] ?? '').toLowerCase() },
    ];
  });
}

/** How many numbers in digits prose holds. */
export function countNumbers(prose: string): number {
  return [...prose.matchAll(anyNumber)].length;
}

/** The number that prose writes in digits or, up to twelve, in words; `NaN` for anything else. */
export function amountOf(written: string): number {
  return numerals[written.toLowerCase()] ?? Number(written.replaceAll(/[,_]/g, ''));
}

/** The unit that a name ends with, or begins with: `timeoutMs`, `MAX_SECONDS`, `bytesPerPage`; `undefined` without one. */
export function unitOfName(name: string): Unit | undefined {
  const words = wordsOfName(name);
  const last = words.at(-1);
  if (last === undefined || words.includes('per')) return undefined;
  const unit = nameUnit(last, words.length > 1);
  return unit?.dimension === 'count' ? undefined : unit;
}

function nameUnit(word: string, isSuffix: boolean): Unit | undefined {
  // A name of one letter, or one that is a word of its own, is no unit: `s`, `h`, `b`.
  if (word.length === 1 && !isSuffix) return undefined;
  return /^(?:b|h)$/.test(word) ? undefined : unitOf(word);
}

/** The words of a name in lower case: `maxRetries`, `MAX_RETRIES` and `max-retries` have two. */
export function wordsOfName(name: string): readonly string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z\d]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}
