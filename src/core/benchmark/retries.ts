import { ModelError } from '../model/index.ts';
import { type CancellationSignal, throwIfCancelled } from '../platform/index.ts';

export interface RetryTools {
  /** Requests beyond the first. */
  readonly retries: number;
  /** Resolves after so many seconds, or at once when the signal is aborted. */
  readonly sleep: (seconds: number, signal: CancellationSignal) => Promise<void>;
}

/** What came of trying, and how often it was tried. */
export type Tried<T> =
  | { readonly value: T; readonly attempts: number }
  | { readonly error: ModelError; readonly attempts: number };

/** The longest that a server's `Retry-After` is obeyed for, in seconds. */
const longestWait = 60;

/**
 * Tries until a value comes that isn't `unusable`, a failure comes that trying again can't mend, or the tries are used
 * up; then the last outcome comes back. Waits as long as the server asks, else 0.5, 1, 2… seconds. Rejects with the
 * `ModelError` of a failure that every further request would meet, with a `CancelledError`, and with anything
 * unexpected.
 */
export async function withRetries<T>(
  run: () => Promise<T>,
  { retries, sleep }: RetryTools,
  signal: CancellationSignal,
  unusable: (value: T) => boolean = () => false,
): Promise<Tried<T>> {
  for (let attempts = 1; ; attempts++) {
    throwIfCancelled(signal);
    const isLast = attempts > retries;
    const outcome = await once(run);
    if ('value' in outcome && (isLast || !unusable(outcome.value))) return { ...outcome, attempts };
    if ('error' in outcome) {
      if (outcome.error.isFinal) throw outcome.error;
      if (isLast || !outcome.error.isPassing) return { ...outcome, attempts };
    }
    const asked = 'error' in outcome ? outcome.error.retryAfter : undefined;
    await sleep(Math.min(longestWait, asked ?? 0.5 * 2 ** (attempts - 1)), signal);
  }
}

async function once<T>(
  run: () => Promise<T>,
): Promise<{ readonly value: T } | { readonly error: ModelError }> {
  try {
    return { value: await run() };
  } catch (error) {
    if (error instanceof ModelError) return { error };
    throw error;
  }
}
