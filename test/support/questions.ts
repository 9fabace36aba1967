import type { Question } from '../../src/core/benchmark/index.ts';

/** A question with everything that a test doesn't care about filled in. */
export function questionOf(fields: Partial<Question> = {}): Question {
  return {
    id: 'q1',
    cluster: fields.id ?? 'q1',
    question: 'Which method tells the day of the week?',
    answer: 'weekday',
    domain: ['Programming Languages', 'Standard library'],
    programming_language: 'python',
    human_language: 'english',
    ...fields,
  };
}
