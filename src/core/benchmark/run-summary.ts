import { type Metrics, metricsOf } from './metrics.ts';
import type { QuestionEvent } from './run-events.ts';
import { gradedItems, type RunLog } from './run-log.ts';

/** By what a run's items are grouped. */
export const groupings = ['programming_language', 'human_language', 'domain'] as const;
export type Grouping = (typeof groupings)[number];

/** A run in numbers. */
export interface RunSummary {
  /** Whether every selected question has a grade for every sample. */
  readonly complete: boolean;
  readonly overall: Metrics;
  /** By grouping, then by the group's name, sorted. */
  readonly groups: Readonly<Record<Grouping, Readonly<Record<string, Metrics>>>>;
  /** How many items failed at which stage for which reason: `judge: no-grade`. */
  readonly failures: Readonly<Record<string, number>>;
}

/** Counts a run. Items that were never asked count as failed. */
export function summariseRun(log: RunLog): RunSummary {
  const items = gradedItems(log);
  const overall = metricsOf(items);
  const group = (grouping: Grouping) => {
    const names = [...new Set(items.map(({ question }) => groupOf(question, grouping)))].sort();
    return Object.fromEntries(
      names.map((name) => [
        name,
        metricsOf(items.filter(({ question }) => groupOf(question, grouping) === name)),
      ]),
    );
  };
  return {
    complete: overall.failed === 0 && overall.n > 0,
    overall,
    groups: {
      programming_language: group('programming_language'),
      human_language: group('human_language'),
      domain: group('domain'),
    },
    failures: countFailures(log),
  };
}

function groupOf(question: QuestionEvent, grouping: Grouping): string {
  return grouping === 'domain' ? (question.domain[0] ?? '') : question[grouping];
}

function countFailures({ failures }: RunLog): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { stage, reason } of failures.values()) {
    const key = `${stage}: ${reason}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}
