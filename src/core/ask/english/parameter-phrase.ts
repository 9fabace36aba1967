import type { ParameterReference } from '../question.ts';
import { isMarked, type MaskedQuestion, nameOfWord } from '../quoted-names.ts';
import { parameterWord, skipArticles } from './english-words.ts';

const isParameterWord = new RegExp(`^${parameterWord}$`, 'i');
const adjective =
  /^(?:keyword|keyword-only|named|positional|optional|required|mandatory|constructor|query|function|method)$/i;
const propertyWord = /^(?:property|properties|attribute|field|member|constant|variable|key|setting)$/i;
const grammar =
  /^(?:the|an|of|in|on|for|from|to|by|with|and|or|not|is|are|does|do|what|which|it|this|that|my|any)$/i;

const ordinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
];

/** The words that name a place, in the source of a regular expression. */
export const ordinalWord = `(?:${ordinals.join('|')}|\\d+(?:st|nd|rd|th)|last|final|penultimate)`;

/** The place that a word names: from 1, or from -1 for the last; `undefined` for other words. */
export function ordinalOf(word: string): number | undefined {
  const lower = word.toLowerCase();
  if (lower === 'last' || lower === 'final') return -1;
  if (lower === 'penultimate') return -2;
  const digits = /^(\d+)(?:st|nd|rd|th)?$/.exec(lower)?.[1];
  if (digits !== undefined) return Number(digits) || undefined;
  const index = ordinals.indexOf(lower);
  return index < 0 ? undefined : index + 1;
}

/** Reads “the timeout parameter”, “options.delay”, “the second argument”; `undefined` for anything else. */
export function readParameterPhrase(
  phrase: string,
  question: MaskedQuestion,
): ParameterReference | undefined {
  const all = phrase
    .trim()
    .split(' ')
    .filter((word) => word !== '');
  // `a` may be the parameter's name.
  const words = all.slice(Math.min(skipArticles(all, 0), all.length - 1));
  const ordinal = ordinalReference(words);
  if (ordinal !== undefined) return ordinal;
  let isSaidToBe = false;
  const left: string[] = [];
  words.forEach((word, i) => {
    if (words.length > 1 && !isMarked(word)) {
      const isKind = isParameterWord.test(word);
      if (isKind && !(left.length === 0 && i === words.length - 1)) {
        isSaidToBe = true;
        return;
      }
      if (adjective.test(word) && i < words.length - 1) return;
      if (propertyWord.test(word) && words.length === 2) return;
      if (/^(?:called|named)$/i.test(word) && i < words.length - 1) return;
    }
    left.push(word);
  });
  const [word, ...more] = left;
  if (word === undefined || more.length > 0) return undefined;
  if (!isMarked(word) && grammar.test(word)) return undefined;
  const name = nameOfWord(word, question);
  return name === undefined ? undefined : { name, isSaidToBe };
}

function ordinalReference(words: readonly string[]): ParameterReference | undefined {
  const [first = '', ...rest] = words;
  const last = rest.at(-1) ?? '';
  if (isParameterWord.test(first) && rest.length > 0) {
    const number = /^(?:number|no\.?)$/i.test(rest[0] ?? '') ? rest[1] : rest[0];
    const ordinal = /^\d+$/.test(number ?? '') ? ordinalOf(number ?? '') : undefined;
    return ordinal === undefined ? undefined : { ordinal };
  }
  const ordinal = ordinalOf(first);
  const isWhole = rest.every((word) => isParameterWord.test(word) || adjective.test(word));
  return ordinal !== undefined && isWhole && isParameterWord.test(last) ? { ordinal } : undefined;
}
