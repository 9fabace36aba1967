import type { AskResult } from '../../protocol/ask.ts';

/** What a model has said so far. */
export interface Saying {
  /** `null` until it is known. */
  readonly model: string | null;
  readonly text: string;
}

/** An answer with the number that names it. */
export interface KeptAnswer {
  readonly id: number;
  /** While a model is asked: what evidence came to. */
  readonly result: AskResult;
  /** `null` once the answer is whole. */
  readonly saying: Saying | null;
}

/** Answers that are kept; older ones are forgotten. */
const limit = 50;

/** The answers of this window, the newest first. */
export interface AnswerHistory {
  readonly all: readonly KeptAnswer[];
  add(result: AskResult, saying?: Saying): KeptAnswer;
  /** Puts an answer in the place of the one with its number; nothing happens when that is forgotten. */
  replace(answer: KeptAnswer): void;
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
    add(result, saying) {
      const kept = { id: nextId, result, saying: saying ?? null };
      nextId += 1;
      all = [kept, ...all].slice(0, limit);
      return kept;
    },
    replace(answer) {
      all = all.map((one) => (one.id === answer.id ? answer : one));
    },
    find: (wanted) => all.find(({ id }) => id === wanted),
  };
}
