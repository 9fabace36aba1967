import { citedSentences } from './cited-sentences.ts';

/** Characters of the first sentence of any answer stay below this. */
const limit = 240;

/**
 * A text whose first sentence is short enough for where answers are shown: a longer one is broken between two words,
 * with a mark on both sides of the break.
 */
export function withShortFirstSentence(text: string): string {
  const [first] = citedSentences(text, 0);
  if (first === undefined || first.words.trimEnd().length < limit) return text;
  const head = text.slice(0, limit - 2);
  const pause = Math.max(...['，', '；', ', ', '; ', ': '].map((mark) => head.lastIndexOf(mark)));
  const at =
    pause > limit / 3 ? pause + 1 : head.lastIndexOf(' ') > limit / 3 ? head.lastIndexOf(' ') : head.length;
  const isSplit = /[\uD800-\uDBFF]$/.test(text.slice(0, at));
  const end = isSplit ? at - 1 : at;
  return `${text.slice(0, end).trimEnd()}…\n…${text.slice(end).trimStart()}`;
}
