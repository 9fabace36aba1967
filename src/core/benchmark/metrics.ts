import { clusteredRate, type Rate } from './clustered-rate.ts';
import type { Interval } from './wilson-interval.ts';

/** Grades of an answer. A failure of the infrastructure is none. */
export const grades = ['correct', 'incorrect', 'not_attempted'] as const;
export type Grade = (typeof grades)[number];

/** One answer to one question as it counts: graded, or failed for want of a reply or a judgement. */
export interface GradedItem {
  readonly cluster: string;
  readonly outcome: Grade | 'failed';
  /** Why it was not attempted; absent for the other outcomes, and where nobody said. */
  readonly reason?: string;
}

/** What a group of items comes to, by the words of the JSON of `bench`. */
export interface Metrics {
  /** Graded items. */
  readonly n: number;
  readonly correct: number;
  readonly incorrect: number;
  readonly not_attempted: number;
  /** Items without a grade, which no rate counts. */
  readonly failed: number;
  /** CO: correct / n. */
  readonly accuracy: number | null;
  /** IN: incorrect / n. */
  readonly incorrect_rate: number | null;
  /** NA: not attempted / n. */
  readonly not_attempted_rate: number | null;
  /** CGA: correct / (correct + incorrect). */
  readonly accuracy_given_attempted: number | null;
  /** The harmonic mean of CO and CGA: 2 correct / (n + correct + incorrect). */
  readonly f: number | null;
  /** At 95 %; `null` beside a rate that is `null`. */
  readonly intervals: Readonly<Record<RateName, Interval | null>>;
  /** How many were not attempted for which reason. */
  readonly not_attempted_reasons: Readonly<Record<string, number>>;
}

export const rateNames = [
  'accuracy',
  'incorrect_rate',
  'not_attempted_rate',
  'accuracy_given_attempted',
  'f',
] as const;
export type RateName = (typeof rateNames)[number];

/** For each rate, what an outcome adds above and below the line. */
const parts: Readonly<Record<RateName, Readonly<Record<Grade, readonly [value: number, weight: number]>>>> = {
  accuracy: { correct: [1, 1], incorrect: [0, 1], not_attempted: [0, 1] },
  incorrect_rate: { correct: [0, 1], incorrect: [1, 1], not_attempted: [0, 1] },
  not_attempted_rate: { correct: [0, 1], incorrect: [0, 1], not_attempted: [1, 1] },
  accuracy_given_attempted: { correct: [1, 1], incorrect: [0, 1], not_attempted: [0, 0] },
  // 2A / (N + A + B): an attempted item counts twice below the line, a correct one twice above it.
  f: { correct: [2, 2], incorrect: [0, 2], not_attempted: [0, 1] },
};

/**
 * The metrics of SimpleQA and CodeSimpleQA (CO, IN, NA, CGA, F) over some items, with clustered 95 % intervals. Rates
 * are `null` where they would divide by nothing.
 */
export function metricsOf(items: readonly GradedItem[]): Metrics {
  const graded = items.flatMap(({ cluster, outcome, reason }) =>
    outcome === 'failed' ? [] : [{ cluster, grade: outcome, reason }],
  );
  const count = (grade: Grade) => graded.filter((item) => item.grade === grade).length;
  const rate = (name: RateName): Rate =>
    clusteredRate(
      graded.map(({ cluster, grade }) => {
        const [value, weight] = parts[name][grade];
        return { cluster, value, weight };
      }),
    );
  const rates = {
    accuracy: rate('accuracy'),
    incorrect_rate: rate('incorrect_rate'),
    not_attempted_rate: rate('not_attempted_rate'),
    accuracy_given_attempted: rate('accuracy_given_attempted'),
    f: rate('f'),
  };
  return {
    n: graded.length,
    correct: count('correct'),
    incorrect: count('incorrect'),
    not_attempted: count('not_attempted'),
    failed: items.length - graded.length,
    accuracy: rates.accuracy.value,
    incorrect_rate: rates.incorrect_rate.value,
    not_attempted_rate: rates.not_attempted_rate.value,
    accuracy_given_attempted: rates.accuracy_given_attempted.value,
    f: rates.f.value,
    intervals: {
      accuracy: rates.accuracy.interval,
      incorrect_rate: rates.incorrect_rate.interval,
      not_attempted_rate: rates.not_attempted_rate.interval,
      accuracy_given_attempted: rates.accuracy_given_attempted.interval,
      f: rates.f.interval,
    },
    not_attempted_reasons: countedReasons(graded),
  };
}

function countedReasons(
  graded: readonly { readonly grade: Grade; readonly reason: string | undefined }[],
): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { grade, reason } of graded) {
    if (grade === 'not_attempted' && reason !== undefined) counts[reason] = (counts[reason] ?? 0) + 1;
  }
  return counts;
}
