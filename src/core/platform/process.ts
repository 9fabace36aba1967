import type { CancellationSignal } from './cancellation.ts';

/** A program to run to its end. */
export interface ProcessRequest {
  /** Its name on the search path, or its absolute path. No shell reads it, nor the arguments. */
  readonly program: string;
  readonly arguments: readonly string[];
  /** Set beside the environment that is there; `undefined` takes a variable out of it. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly signal?: CancellationSignal;
}

/** How a program ended; `missing` when there is no such program. */
export type ProcessOutcome =
  | { readonly type: 'ended'; readonly code: number; readonly output: string; readonly errors: string }
  | { readonly type: 'missing' };

/**
 * Runs a program with an empty standard input and gives its two outputs as UTF-8 text. Rejects with a `CancelledError`
 * when cancelled, which ends the program; with an error of the adapter when it was ended by a signal.
 */
export type RunProcess = (request: ProcessRequest) => Promise<ProcessOutcome>;
