import type { Message } from '../platform/index.ts';

/** Answers whose whole point is one value. */
const valueAnswers: ReadonlySet<Message['id']> = new Set([
  'ask.answer.default',
  'ask.answer.default-documented',
  'ask.answer.parameter-type',
  'ask.answer.property-default',
  'ask.answer.returns',
  'ask.answer.type',
  'ask.answer.value',
]);

/**
 * An answer for the end of a line, where room is scarce: the value first, then package and version. Answers that
 * aren't about one value come back as they are, yes or no first.
 */
export function shortAnswer(answer: Message): Message {
  return valueAnswers.has(answer.id) ? { ...answer, id: 'ask.short' } : answer;
}
