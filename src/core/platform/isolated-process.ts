import type { Cancellation } from './cancellation.ts';

/** A program that runs code of somebody else's, apart from everything that it need not see. */
export interface IsolatedRequest {
  /** Its name on the search path, or its absolute path. No shell reads it, nor the arguments. */
  readonly program: string;
  /** Its arguments, given the empty folder that it runs in, absolute. */
  readonly arguments: (folder: string) => readonly string[];
  /** Set beside the few variables that programs can't do without; nothing else is handed on. */
  readonly environment: Readonly<Record<string, string>>;
  /** What it reads from its standard input. */
  readonly input: string;
  /** It is ended when it takes longer. */
  readonly seconds: number;
  readonly cancellation: Cancellation;
}

/**
 * How it ended; `missing` when it could not be started. `results` is what it wrote to its file descriptor 3 as UTF-8, cut
 * where it wrote too much; `errors` the end of what it wrote to standard error.
 */
export type IsolatedOutcome =
  | {
      readonly type: 'ended' | 'timed-out' | 'too-much';
      readonly code: number | null;
      readonly results: string;
      readonly errors: string;
    }
  | { readonly type: 'missing' };

/**
 * Runs a program in an empty folder of its own, which is also its home and is deleted afterwards, with an environment
 * without secrets, in a group of processes that is killed at its end. That guards against accidents; it is no prison: a
 * program that wants to can read what its user can read. Rejects with a `CancelledError` when cancelled.
 */
export type RunIsolated = (request: IsolatedRequest) => Promise<IsolatedOutcome>;
