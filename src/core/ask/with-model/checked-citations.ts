import type { Evidence } from '../../evidence/index.ts';
import { citedSentences } from './cited-sentences.ts';
import { narrowedEvidence } from './narrowed-evidence.ts';
import { type StatedValues, statedValues, type ValueTest, ValueText } from './stated-values.ts';

/** An answer whose citations were checked. */
export interface CheckedAnswer {
  /** With the numbers of `evidence`, from 1; failed citations are taken out. */
  readonly text: string;
  /** The lines of passages whose citations stood, in the order in which they are first cited. */
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
  const telling = new Map<number, ValueTest[]>();
  let removed = 0;
  let isFirstProven = false;
  const sentences = citedSentences(text, passages.length).map(({ parts, words }, i) => {
    const cited = parts.flatMap((part) => (typeof part === 'string' ? [] : part.numbers));
    const standing = cited.length === 0 ? nothing : standingOf(words, cited, { asked, texts });
    for (const number of standing.numbers) {
      telling.set(number, [...(telling.get(number) ?? []), ...standing.tests]);
    }
    if (i === 0) isFirstProven = standing.numbers.length > 0;
    const written = parts.map((part) => {
      if (typeof part === 'string') return part;
      const kept = part.numbers.filter((number) => standing.numbers.includes(number));
      removed += part.numbers.length - kept.length;
      const order = [...telling.keys()];
      const marks = kept.map((number) => `[${order.indexOf(number) + 1}]`).join('');
      return marks === '' ? '' : `${part.gap}${marks}`;
    });
    return written.join('');
  });
  return {
    text: sentences.join('').trim(),
    evidence: [...telling].flatMap(([number, tests]) => {
      const passage = passages[number - 1];
      return passage === undefined ? [] : [narrowedEvidence(passage, tests)];
    }),
    removed,
    isFirstProven,
  };
}

interface Texts {
  readonly asked: ValueText;
  readonly texts: readonly ValueText[];
}

/** The citations of a sentence that stand, each once, and what they stand for. */
interface Standing {
  readonly numbers: readonly number[];
  readonly tests: readonly ValueTest[];
}

const nothing: Standing = { numbers: [], tests: [] };

function standingOf(sentence: string, citations: readonly number[], { asked, texts }: Texts): Standing {
  const existing = [...new Set(citations)].filter((number) => texts[number - 1] !== undefined);
  const all = testsOf(statedValues(sentence));
  const own = all.filter((test) => !test(asked));
  const cited = existing.flatMap((number) => texts[number - 1] ?? []);
  if (!own.every((test) => cited.some(test))) return nothing;
  const tests = own.length > 0 ? own : all.length > 0 ? all : wordsOf(sentence);
  return {
    numbers: existing.filter((number) => tests.some((test) => test(texts[number - 1] ?? asked))),
    tests,
  };
}

function testsOf({ quoted, numbers, names }: StatedValues): readonly ValueTest[] {
  return [
    ...quoted.map(
      (one): ValueTest =>
        (text) =>
          text.holdsQuoted(one),
    ),
    ...numbers.map(
      (one): ValueTest =>
        (text) =>
          text.holdsNumber(one),
    ),
    ...names.map(
      (one): ValueTest =>
        (text) =>
          text.holdsName(one),
    ),
  ];
}

/** Words long enough to be about something. */
function wordsOf(sentence: string): readonly ValueTest[] {
  const words = sentence.match(/[A-Za-z][A-Za-z-]{4,}/g) ?? [];
  return words.map(
    (word): ValueTest =>
      (text) =>
        text.holdsWord(word),
  );
}
