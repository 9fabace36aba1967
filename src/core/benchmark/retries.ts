import { ModelError, secondsBeforeRetry } from '../model/index.ts';
import { type CancellationSignal, CancelledError, type Clock, throwIfCancelled } from '../platform/index.ts';

export interface RetryTools {
  /** Requests beyond the first. */
  readonly retries: number;
  /** From the first try of a request to its last byte, waiting included. */
  readonly seconds: number;
  readonly clock: Clock;
  /** Resolves after so many seconds, or at once when the signal is aborted. */
  readonly sleep: (seconds: number, signal: CancellationSignal) => Promise<void>;
  /** Runs work with a signal that is aborted after so many seconds, or together with the one given. */
  readonly within: <T>(
    seconds: number,
    signal: CancellationSignal,
    work: (limited: CancellationSignal) => Promise<T>,
  ) => Promise<T>;
}

/** What came of trying, and how often it was tried. */
export type Tried<T> =
  | { readonly value: T; readonly attempts: number }
  | { readonly failure: string; readonly attempts: number };

/** How a request is tried. */
export interface Trying<T> {
  readonly run: (signal: CancellationSignal) => Promise<T>;
  readonly signal: CancellationSignal;
  /** Whether a value is none that can be used; never without it. */
  readonly isUnusable?: (value: T) => boolean;
}

/**
 * Tries until a value comes that can be used, a failure comes that trying again can't mend, or the tries or the time
 * are used up; then the last outcome comes back. Waits between tries as `secondsBeforeRetry` says; a server
 * that asks for more than is left is not waited for, and `wait-too-long` comes back. Rejects with the `ModelError` of a
 * failure that every further request would meet, with a `CancelledError`, and with anything unexpected.
 */
export function withRetries<T>(
  tools: RetryTools,
  { run, signal, isUnusable = () => false }: Trying<T>,
): Promise<Tried<T>> {
  const { retries, seconds, clock, sleep } = tools;
  const end = clock() + seconds * 1000;
  return tools.within(seconds, signal, async (limited) => {
    for (let attempts = 1; ; attempts++) {
      const isLast = attempts > retries;
      const outcome = await once(() => run(limited), { signal, limited });
      if (outcome === 'timeout') return { failure: outcome, attempts };
      if ('value' in outcome && (isLast || !isUnusable(outcome.value))) return { ...outcome, attempts };
      const error = 'error' in outcome ? outcome.error : undefined;
      if (error?.isFinal === true) throw error;
      if (error !== undefined && (isLast || !error.isPassing)) return { failure: error.failure, attempts };
      const asked = error?.retryAfter;
      const wait = secondsBeforeRetry(attempts, error);
      if (clock() + wait * 1000 >= end) {
        if ('value' in outcome) return { ...outcome, attempts };
        return { failure: asked === undefined ? (error?.failure ?? 'timeout') : 'wait-too-long', attempts };
      }
      await sleep(wait, signal);
    }
  });
}

interface Signals {
  readonly signal: CancellationSignal;
  readonly limited: CancellationSignal;
}

async function once<T>(
  run: () => Promise<T>,
  { signal, limited }: Signals,
): Promise<{ readonly value: T } | { readonly error: ModelError } | 'timeout'> {
  throwIfCancelled(signal);
  if (limited.aborted) return 'timeout';
  try {
    return { value: await run() };
  } catch (error) {
    if (error instanceof ModelError) return { error };
    if (error instanceof CancelledError && limited.aborted && !signal.aborted) return 'timeout';
    throw error;
  }
}
