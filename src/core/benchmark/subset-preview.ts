import type { Question } from './question.ts';
import { type Interval, wilsonInterval } from './wilson-interval.ts';

/** What some questions can tell before they are asked. */
export interface SubsetPreview {
  readonly questions: number;
  /** Different questions: clusters. */
  readonly different: number;
  /**
   * The 95 % interval that a score of 50 %, where it is widest, will have: Wilson's for Kish's effective number of
   * clusters, (Σw)² / Σw², as if all questions of a cluster came out alike. `undefined` without questions.
   */
  readonly interval: Interval | undefined;
}

/** Tells how much a set of questions can tell. */
export function previewSubset(questions: readonly Question[]): SubsetPreview {
  const counts = new Map<string, number>();
  for (const { cluster } of questions) counts.set(cluster, (counts.get(cluster) ?? 0) + 1);
  const sizes = [...counts.values()];
  const squares = sizes.reduce((sum, size) => sum + size ** 2, 0);
  return {
    questions: questions.length,
    different: sizes.length,
    interval: squares === 0 ? undefined : wilsonInterval(0.5, questions.length ** 2 / squares),
  };
}
