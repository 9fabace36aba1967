import {
  type AnswerEvent,
  type FailureEvent,
  type GradeEvent,
  gradedItems,
  itemKey,
  type QuestionEvent,
  type RunLog,
} from '../benchmark/index.ts';

/** One sample of a question with everything that a run file says of it. */
export interface RunItem {
  /** Names the item within its run. */
  readonly key: string;
  readonly question: QuestionEvent;
  /** From 0. */
  readonly sample: number;
  /** `failed` as well for what was not asked yet. */
  readonly outcome: GradeEvent['grade'] | 'failed';
  readonly answer: AnswerEvent | undefined;
  readonly grade: GradeEvent | undefined;
  /** Why there is no grade; absent when there is one, and for what was not asked yet. */
  readonly failure: FailureEvent | undefined;
}

/** Every selected item of a run, in the order of its file. */
export function runItems(log: RunLog): readonly RunItem[] {
  return gradedItems(log).map(({ question, sample, outcome }) => {
    const key = itemKey({ questionId: question.id, sample });
    return {
      key,
      question,
      sample,
      outcome,
      answer: log.answers.get(key),
      grade: log.grades.get(key),
      failure: log.failures.get(key),
    };
  });
}
