import type { AskResult } from '../../protocol/ask.ts';

/** An answer with the number that names it. */
export interface KeptAnswer {
  readonly id: number;
  readonly result: AskResult;
}

/** Answers that are kept; older ones are forgotten. */
const limit = 50;

/** The answers of this window, the newest first. */
export interface AnswerHistory {
  readonly all: readonly KeptAnswer[];
  add(result: AskResult): KeptAnswer;
  /** `undefined` when there is no such answer, or none any more. */
  find(id: number): KeptAnswer | undefined;
}

export function createAnswerHistory(): AnswerHistory {
  let nextId = 1;
  let all: readonly KeptAnswer[] = [];
  return {
    get all() {
      return all;
    },
    add(result) {
      const kept = { id: nextId, result };
      nextId += 1;
      all = [kept, ...all].slice(0, limit);
      return kept;
    },
    find: (wanted) => all.find(({ id }) => id === wanted),
  };
}
