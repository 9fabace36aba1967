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
