/** The words of a question that a passage may share with it. */
export interface QuestionWords {
  /** How many there are. */
  readonly count: number;
  /** As they are written, in lower case. */
  readonly words: readonly string[];
  /** How many of them a text holds, each once; 0 when none. */
  readonly score: (text: string) => number;
}

/** Words that every English question has: they tell nothing. */
export const plainWords: readonly string[] =
  'a an and any are as at be been by can could did do does done for from get gets give given gives had has have how i if in into is it its me my no not of on or out should so than that the their them then there these they this those to use used uses using was we what when where which while who why will with would you your'.split(
    ' ',
  );

const plain: ReadonlySet<string> = new Set(plainWords.map(stemOf));

/**
 * Reads the words that tell what a question is about: names apart at their joints, Chinese by pairs of characters.
 * The words of `besides`, a name that everything is about, tell nothing.
 */
export function questionWords(question: string, besides = ''): QuestionWords {
  const untelling = wordsOf(besides);
  const isTelling = (word: string) => !plain.has(stemOf(word)) && !untelling.has(stemOf(word));
  const words = [...new Set(splitWords(question).filter(isTelling))];
  const stems = new Set(words.map(stemOf));
  return {
    count: stems.size,
    words,
    score(text) {
      const found = wordsOf(text);
      let shared = 0;
      for (const word of stems) if (found.has(word)) shared++;
      return shared;
    },
  };
}

/** Whether a word is one of those that every English question has. */
export function isPlainWord(word: string): boolean {
  return plain.has(stemOf(word.toLowerCase()));
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(splitWords(text).map(stemOf));
}

/** Names apart at their joints, Chinese by pairs of characters. */
function splitWords(text: string): readonly string[] {
  const parts = text.replace(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase();
  return [
    ...(parts.match(/[a-z][a-z\d]+/g) ?? []),
    ...(parts.match(/\p{Script=Han}+/gu) ?? []).flatMap(hanPairs),
  ];
}

/** The pairs of neighbours in a run of Chinese characters, which has no spaces between its words. */
export function hanPairs(run: string): readonly string[] {
  const characters = [...run];
  return characters.slice(1).map((one, i) => (characters[i] ?? '') + one);
}

/** Without the commonest endings, so that `retries` meets `retry` and `raised` meets `raises`. */
function stemOf(word: string): string {
  if (word.length <= 3) return word;
  return word
    .replace(/ies$/, 'y')
    .replace(/(?:ing|ed|es|s|e)$/, '')
    .replace(/(.)\1$/, '$1');
}
