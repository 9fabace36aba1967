import { isChinese, readChinese } from './chinese/read-chinese.ts';
import { readEnglish } from './english/read-english.ts';
import type { Question } from './question.ts';
import { maskNames } from './quoted-names.ts';

/** Questions above this many characters are declined. */
export const maximumQuestionLength = 1000;

/** Takes a question in English or Chinese apart; `undefined` when it isn't wholly understood. */
export function readQuestion(text: string): Question | undefined {
  if (text.length > maximumQuestionLength) return undefined;
  const question = maskNames(text);
  return isChinese(question) ? readChinese(question) : readEnglish(question);
}
