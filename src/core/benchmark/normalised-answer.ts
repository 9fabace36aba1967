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

/**
 * Folds a short answer: full-width forms, case, quotes, code marks, call brackets, articles, number words, thousands,
 * decimal zeros and units, so that texts that name the same thing become the same words.
 */
export function normaliseAnswer(answer: string): NormalisedAnswer {
  const plain = answer
    .normalize('NFKC')
    .toLowerCase()
    .replace(/```\w*|[`"'“”‘’「」『』*]/g, ' ')
    .replace(/\(\s*\)/g, ' ')
    .replace(/(\d)[,_](?=\d{3}\b)/g, '$1')
    .replace(/(?<![\w.])((?!0x)\d+(?:\.\d+)?)\s*(?=[a-z秒毫分字]+(?![\w.]))/g, '$1 ')
    .replace(/[,;:!?。，；：！？、()[\]{}<>]+(?=\s|$)|(?<=\s|^)[([{<]+/g, ' ')
    .replace(/\.(?=\s|$)/g, ' ');
  const words = plain
    .split(/\s+/)
    .filter((word) => word !== '' && !dropped.has(word))
    .map((word) => foldNumber(numberWords[word] ?? units[word] ?? word));
  const folded = foldMultiples(words);
  return { words: folded, text: folded.join(' ') };
}

function foldNumber(word: string): string {
  if (/^0x[\da-f]+$/.test(word)) return String(Number(word));
  return /^[-+]?\d+(?:\.\d+)?$/.test(word) && Number.isSafeInteger(Math.trunc(Number(word)))
    ? String(Number(word))
    : word;
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
