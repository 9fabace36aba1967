import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import {
  Budget,
  type BudgetLimits,
  type Judge,
  type Progress,
  type Question,
  type RunOutcome,
  type RunSetup,
  runBenchmark,
  type Spending,
  summariseRun,
} from '../core/benchmark/index.ts';
import type { ChatModel } from '../core/model/index.ts';
import type { CancellationSignal } from '../core/platform/index.ts';
import { type RunFile, readRunFile } from './run-file.ts';

/** What a run asks, and within which limits. */
export interface RunJob {
  readonly model: ChatModel;
  readonly judge: Judge | undefined;
  readonly questions: readonly Question[];
  readonly setup: RunSetup;
  /** Requests in flight at most. */
  readonly concurrency: number;
  /** Requests beyond the first, for an answer and for a grade. */
  readonly retries: number;
  /** From the first try of a request to its last byte. */
  readonly seconds: number;
  readonly budget: BudgetLimits;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** How a run went on. */
export interface RunPart extends RunOutcome {
  readonly spending: Spending;
}

/**
 * Asks and grades what a run file lacks, and writes its `end` line. Rejects as `runBenchmark` does; then there is no
 * such line, and what was kept stays.
 */
export async function runIntoFile(file: RunFile, job: RunJob): Promise<RunPart> {
  const { setup, signal } = job;
  const { temperature, topP, maxTokens, samples, seed } = setup.sampling;
  const budget = new Budget(job.budget);
  const outcome = await runBenchmark(
    {
      model: budget.metered(job.model),
      ...(job.judge === undefined ? {} : { judge: { ...job.judge, model: budget.metered(job.judge.model) } }),
      append: async (event) => file.append(event),
      randomMark: () => randomBytes(8).toString('hex'),
      onProgress: job.onProgress,
      retries: job.retries,
      seconds: job.seconds,
      clock: () => performance.now(),
      sleep: (seconds) => wait(seconds * 1000, undefined, { signal }).catch(() => undefined),
      within,
    },
    {
      questions: job.questions,
      samples,
      sampling: { temperature, topP, maxTokens, ...(seed === null ? {} : { seed }) },
      thinking: setup.mode === 'thinking',
      concurrency: job.concurrency,
      signal,
    },
    file.log ?? { answers: new Map(), grades: new Map() },
  );
  const { complete, overall } = summariseRun(readRunFile(file.path));
  file.append({ type: 'end', complete, graded: overall.n, failed: overall.failed });
  return { ...outcome, spending: budget.spending };
}

async function within<T>(
  seconds: number,
  signal: CancellationSignal,
  work: (limited: CancellationSignal) => Promise<T>,
): Promise<T> {
  const limit = new AbortController();
  const abort = () => limit.abort();
  const timer = setTimeout(abort, seconds * 1000);
  signal.addEventListener('abort', abort, { once: true });
  if (signal.aborted) abort();
  try {
    return await work(limit.signal);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
}
