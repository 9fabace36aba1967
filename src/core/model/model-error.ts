import { FactprobeError, type MessageId, message } from '../platform/index.ts';

/** What can go wrong between a request and a whole reply. */
export const modelFailures = [
  'unreachable',
  'timeout',
  'silent',
  'too-large',
  'redirected',
  'unauthorized',
  'unknown-model',
  'no-such-path',
  'refused-request',
  'busy',
  'server',
  'malformed',
  'cut',
] as const;
export type ModelFailure = (typeof modelFailures)[number];

/** Failures that every further request would meet again, so that a run ends with the first. */
const finalFailures: ReadonlySet<ModelFailure> = new Set([
  'unauthorized',
  'unknown-model',
  'no-such-path',
  'redirected',
]);

/** Failures that may be gone at the next try. */
const passingFailures: ReadonlySet<ModelFailure> = new Set([
  'unreachable',
  'timeout',
  'silent',
  'busy',
  'server',
  'malformed',
  'cut',
]);

export interface ModelErrorDetails {
  /** Values for the message: `url`, and what the failure's own message names. */
  readonly values: Readonly<Record<string, string | number>>;
  /** Seconds that the server asks us to wait. */
  readonly retryAfter?: number;
  readonly cause?: unknown;
}

/** A request that came to no whole reply, with one plain sentence that names the remedy. */
export class ModelError extends FactprobeError {
  readonly failure: ModelFailure;
  /** Seconds that the server asks us to wait; absent when it doesn't. */
  readonly retryAfter: number | undefined;

  constructor(failure: ModelFailure, { values, retryAfter, cause }: ModelErrorDetails) {
    const id: MessageId = `model.failure.${failure}`;
    super(message(id, values), { cause });
    this.failure = failure;
    this.retryAfter = retryAfter;
  }

  /** Whether every further request would fail in the same way. */
  get isFinal(): boolean {
    return finalFailures.has(this.failure);
  }

  /** Whether trying again may help. */
  get isPassing(): boolean {
    return passingFailures.has(this.failure);
  }
}

/**
 * Seconds to wait before another request, after so many that failed (at least one): what the server asks for, else a
 * half, one, two, and so on, each twice the one before.
 */
export function secondsBeforeRetry(failed: number, error?: Pick<ModelError, 'retryAfter'>): number {
  return error?.retryAfter ?? 0.5 * 2 ** (failed - 1);
}
