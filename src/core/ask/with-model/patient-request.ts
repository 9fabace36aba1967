import {
  type ChatModel,
  type ChatReply,
  type ChatRequest,
  ModelError,
  secondsBeforeRetry,
} from '../../model/index.ts';
import { type CancellationSignal, throwIfCancelled } from '../../platform/index.ts';

/** Requests beyond the first, for someone who waits. */
const retries = 2;
/** The longest that a server's `Retry-After` is obeyed for, in seconds; beyond it the failure is told at once. */
const longestWait = 20;

/** Resolves after so many seconds, or at once when the signal is aborted. */
export type Sleep = (seconds: number, signal: CancellationSignal) => Promise<void>;

/**
 * The reply to a request that is tried again while the failure may pass, nothing of a reply was shown, and the server
 * asks for no longer wait than somebody in front of it would sit through. Nobody waits twice for what ran into a limit
 * of time. Rejects as `ChatModel.complete` does.
 */
export async function completePatiently(
  model: ChatModel,
  request: ChatRequest,
  sleep: Sleep,
): Promise<ChatReply> {
  const { onText, signal } = request;
  let isShown = false;
  const watched =
    onText === undefined
      ? request
      : {
          ...request,
          onText: (piece: string) => {
            isShown = true;
            onText(piece);
          },
        };
  for (let tries = 0; ; tries++) {
    try {
      throwIfCancelled(signal);
      return await model.complete(watched);
    } catch (error) {
      const wait = tries < retries && !isShown ? waitFor(error, tries) : undefined;
      if (wait === undefined) throw error;
      await sleep(wait, signal);
    }
  }
}

function waitFor(error: unknown, tries: number): number | undefined {
  if (!(error instanceof ModelError) || !error.isPassing) return undefined;
  if (error.failure === 'timeout' || error.failure === 'silent') return undefined;
  const wait = secondsBeforeRetry(tries + 1, error);
  return wait <= longestWait ? wait : undefined;
}
