import type { Evidence } from '../../evidence/index.ts';
import { citedSentences } from './cited-sentences.ts';
import { type StatedValues, statedValues, ValueText } from './stated-values.ts';

/** An answer whose citations were checked. */
export interface CheckedAnswer {
  /** With the numbers of `evidence`, from 1; failed citations are taken out. */
  readonly text: string;
  /** The passages whose citations stood, in the order in which they are first cited. */
  readonly evidence: readonly Evidence[];
  /** Citations that failed. */
  readonly removed: number;
  /** Whether the first sentence, which states the value, kept a citation. */
  readonly isFirstProven: boolean;
}

/**
 * Checks each citation by rules: its number must be that of a passage, and the passages that a sentence cites must
 * hold every value, name and quotation that the sentence states and the question didn't, each of them at least one.
 * Where a sentence states nothing of its own, its passages must share a name or a word with it.
 */
export function checkCitations(text: string, passages: readonly Evidence[], question: string): CheckedAnswer {
  const asked = new ValueText(question);
  const texts = passages.map(
    ({ quote, path, package: owner = '', version = '' }) =>
      new ValueText(`${quote}\n${path.slice(path.lastIndexOf('/') + 1)} ${owner} ${version}`),
  );
  const order: number[] = [];
  let removed = 0;
  let isFirstProven = false;
  const sentences = citedSentences(text, passages.length).map(({ parts, words }, i) => {
    const cited = parts.flatMap((part) => (typeof part === 'string' ? [] : part.numbers));
    const standing = new Set(cited.length === 0 ? [] : standingOf(words, cited, { asked, texts }));
    if (i === 0) isFirstProven = standing.size > 0;
    const written = parts.map((part) => {
      if (typeof part === 'string') return part;
      const kept = part.numbers.filter((number) => standing.has(number));
      removed += part.numbers.length - kept.length;
      for (const number of kept) if (!order.includes(number)) order.push(number);
      const marks = kept.map((number) => `[${order.indexOf(number) + 1}]`).join('');
      return marks === '' ? '' : `${part.gap}${marks}`;
    });
    return written.join('');
  });
  return {
    text: sentences.join('').trim(),
    evidence: order.flatMap((number) => passages[number - 1] ?? []),
    removed,
    isFirstProven,
  };
}

interface Texts {
  readonly asked: ValueText;
  readonly texts: readonly ValueText[];
}

/** The citations of a sentence that stand. */
function standingOf(
  sentence: string,
  citations: readonly number[],
  { asked, texts }: Texts,
): readonly number[] {
  const existing = citations.filter((number) => texts[number - 1] !== undefined);
  const all = testsOf(statedValues(sentence));
  const own = all.filter((test) => !test(asked));
  const cited = existing.flatMap((number) => texts[number - 1] ?? []);
  if (!own.every((test) => cited.some(test))) return [];
  const telling = own.length > 0 ? own : all.length > 0 ? all : sharedWords(sentence);
  return existing.filter((number) => telling.some((test) => test(texts[number - 1] ?? asked)));
}

type Test = (text: ValueText) => boolean;

function testsOf({ quoted, numbers, names }: StatedValues): readonly Test[] {
  return [
    ...quoted.map(
      (one): Test =>
        (text) =>
          text.holdsQuoted(one),
    ),
    ...numbers.map(
      (one): Test =>
        (text) =>
          text.holdsNumber(one),
    ),
    ...names.map(
      (one): Test =>
        (text) =>
          text.holdsName(one),
    ),
  ];
}

/** Words long enough to be about something. */
function sharedWords(sentence: string): readonly Test[] {
  const words = sentence.match(/[A-Za-z][A-Za-z-]{4,}/g) ?? [];
  return words.map(
    (word): Test =>
      (text) =>
        text.holdsWord(word),
  );
}
