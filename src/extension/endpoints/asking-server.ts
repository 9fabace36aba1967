import { abortSignalOf } from '../abort-signal.ts';
import { withSlowProgress } from '../answers/slow-progress.ts';

/** Asks a server something under a progress that can be cancelled; cancelling ends the request at once. */
export function askingServer<Result>(
  title: string,
  ask: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  return withSlowProgress(title, (token) => ask(abortSignalOf(token)));
}
