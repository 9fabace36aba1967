/** A text as graders compare it: folded forms, words without decoration. */
export interface NormalisedAnswer {
  /** Words and values in order, lower case. */
  readonly words: readonly string[];
  /** The words joined by one space. */
  readonly text: string;
}

const numberWords: Readonly<Record<string, string>> = {
  zero: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  eleven: '11',
  twelve: '12',
  sixteen: '16',
  twenty: '20',
  hundred: '100',
};

const units: Readonly<Record<string, string>> = {
  byte: 'bytes',
  bit: 'bits',
  sec: 'seconds',
  secs: 'seconds',
  second: 'seconds',
  s: 'seconds',
  秒: 'seconds',
  ms: 'milliseconds',
  millisecond: 'milliseconds',
  毫秒: 'milliseconds',
  minute: 'minutes',
  min: 'minutes',
  mins: 'minutes',
  分钟: 'minutes',
  字节: 'bytes',
  b: 'bytes',
};

/** Binary multiples by name; `kb` is written for both kinds, and means 1024 where bytes are counted. */
const byteMultiples: Readonly<Record<string, number>> = {
  kib: 1024,
  kb: 1024,
  mib: 1024 ** 2,
  gib: 1024 ** 3,
};

const dropped = new Set(['a', 'an', 'the']);

/** Single Chinese numerals, and those that a method's month or a list's length may reach. */
const chineseNumbers: Readonly<Record<string, string>> = Object.fromEntries(
  ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'].map((word, number) => [
    word,
    String(number),
  ]),
);

/**
 * Folds a short answer: full-width forms, case, quotes, code marks, formula marks, call brackets, articles, number
 * words, signs, powers, thousands, decimal zeros and units, so that texts that name the same thing become the same
 * words. Chinese runs are words of their own, apart from the names and numbers between them.
 */
export function normaliseAnswer(answer: string): NormalisedAnswer {
  const plain = foldNumbers(foldFormulas(answer).normalize('NFKC').toLowerCase())
    .replace(/```\w*|[`"'“”‘’「」『』*]/g, ' ')
    .replace(/\(\s*\)/g, ' ')
    .replace(/(?<=\p{Script=Han})(?=[\w$(-])|(?<=[\w)])(?=\p{Script=Han})/gu, ' ')
    .replace(/(?<![\w.])((?!0x)\d+(?:\.\d+)?)\s*(?=[a-z]+(?![\w.]))/g, '$1 ')
    .replace(/[,;:!?。，；：！？、()[\]{}<>]+(?=\s|$)|(?<=\s|^)[([{<]+/g, ' ')
    .replace(/\.(?=\s|$)/g, ' ');
  const written = plain.split(/\s+/).filter((word) => word !== '');
  const kept = written.filter((word) => !dropped.has(word));
  // “a” alone is no article.
  const words = (kept.length === 0 ? written : kept).map((word) =>
    foldNumber(numberWords[word] ?? chineseNumbers[word] ?? units[word] ?? word),
  );
  const folded = foldMultiples(words);
  return { words: folded, text: folded.join(' ') };
}

/** Superscripts and the marks that models write formulas with: `\boxed{11}`, `$2^{53}$`, `2⁵³`. */
function foldFormulas(text: string): string {
  return text
    .replace(/(?<=\d)[⁰¹²³⁴-⁹]+/g, (power) => `^${power}`)
    .replace(/\\(?:boxed|text|texttt|mathrm|mathtt)\{([^{}]*)\}/g, '$1')
    .replace(/\^\{(\d+)\}/g, '^$1')
    .replace(/(?<!\S)\${1,2}([-+\d][-+\d.,^\s]*)\${1,2}(?!\w)/g, '$1')
    .replaceAll('−', '-');
}

/** Thousands, signs in words, powers, Chinese numerals before what they count, and Chinese units behind numbers. */
function foldNumbers(text: string): string {
  return text
    .replace(/(\d)[,_](?=\d{3}\b)/g, '$1')
    .replace(/\b(?:minus|negative)\s+(?=\d|[a-z]+\b)/g, '-')
    .replace(
      /-(one|two|three|four|five|six|seven|eight|nine|ten)\b/g,
      (_all, word) => `-${numberWords[word]}`,
    )
    .replace(/负\s*([一二三四五六七八九十]|\d)/g, (_all, digit) => `-${chineseNumbers[digit] ?? digit}`)
    .replace(/\b(\d+)\s*(?:\^|\*\*)\s*(\d{1,3})(?:\s*([-+])\s*(\d+))?\b/g, (all, ...parts) =>
      power(all, parts),
    )
    .replace(
      /(?<!\p{Script=Han})[零一二三四五六七八九十](?=[个层次列行位种](?!\p{Script=Han}))/gu,
      (word) => `${chineseNumbers[word]} `,
    )
    .replace(/(\d)\s*个?(毫秒|秒|分钟|字节)/g, '$1 $2');
}

/** The value of `2^53 - 1` in digits; the text itself where the power is too large to be written out. */
function power(text: string, [base, exponent, sign, rest]: readonly (string | undefined)[]): string {
  if (base === undefined || exponent === undefined || Number(exponent) > 256 || base.length > 6) return text;
  const value = BigInt(base) ** BigInt(exponent);
  if (sign === undefined || rest === undefined) return String(value);
  return String(sign === '-' ? value - BigInt(rest) : value + BigInt(rest));
}

function foldNumber(word: string): string {
  if (/^0x[\da-f]+$/.test(word) || /^[-+]?\d+$/.test(word)) return String(BigInt(word.replace(/^\+/, '')));
  return /^[-+]?\d+\.\d+$/.test(word) && word.length < 16 ? String(Number(word)) : word;
}

/** `4 kib` becomes `4096 bytes`. */
function foldMultiples(words: readonly string[]): readonly string[] {
  const folded: string[] = [];
  for (const word of words) {
    const factor = byteMultiples[word];
    const before = folded.at(-1);
    if (factor !== undefined && before !== undefined && /^\d+(?:\.\d+)?$/.test(before)) {
      folded.splice(-1, 1, String(Number(before) * factor), 'bytes');
    } else {
      folded.push(word);
    }
  }
  return folded;
}
