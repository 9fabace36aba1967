import { normaliseAnswer } from './normalised-answer.ts';
import type { Question } from './question.ts';

/** The folded words of a question, those inside brackets and qualified names included. */
export function wordsOfQuestion({ question }: Pick<Question, 'question'>): ReadonlySet<string> {
  const { words } = normaliseAnswer(question);
  return new Set(words.flatMap((word) => [word, ...word.split(/[^\w$-]+/)]).filter((word) => word !== ''));
}

/** Whether some words hold others in one piece. */
export function holdsWords(words: readonly string[], part: readonly string[]): boolean {
  return part.length > 0 && words.some((_word, start) => part.every((word, i) => words[start + i] === word));
}

/** Words in a row at least that only repeat the question; fewer may come together by chance. */
const shortestRepetition = 3;

/**
 * A text without what it repeats of the question: three words and more in a row, and single words with signs in them
 * (`sizeof(char)`). A comma behind them stays, since what follows it is something else.
 */
export function withoutRepetition(text: string, { question }: Pick<Question, 'question'>): string {
  const asked = question.split(/\s+/).map(plainWord);
  const written = text.split(/(?<=\s)(?=\S)/);
  const words = written.map(plainWord);
  const kept: string[] = [];
  for (let at = 0; at < words.length; ) {
    const length = repeatedFrom(words.slice(at), asked);
    const isSigned = length > 0 && /\w[(/|=[{<]/.test(words[at] ?? '');
    const dropped = length >= shortestRepetition ? length : isSigned ? 1 : 0;
    kept.push(
      dropped === 0 ? (written[at] ?? '') : (/[,;:]\s*$/.exec(written[at + dropped - 1] ?? '')?.[0] ?? ' '),
    );
    at += Math.max(1, dropped);
  }
  return kept.join('');
}

/** How many of the first words stand in a row in the question. */
function repeatedFrom(words: readonly string[], asked: readonly string[]): number {
  const lengths = asked.map((_word, start) => {
    const differs = words.findIndex((word, i) => word === '' || asked[start + i] !== word);
    return differs < 0 ? words.length : differs;
  });
  return Math.max(0, ...lengths);
}

function plainWord(word: string): string {
  return word.toLowerCase().replace(/^[\s"'`“‘(]+|[\s"'`”’.,;:?!]+$/g, '');
}
