import type { AskProgress } from '../../protocol/ask.ts';

/** Hands the progress of questions on to whoever asked them. */
export interface AskProgressRouter {
  receive(progress: AskProgress): void;
  /** Calls `listener` with the progress of one question until the function that comes back is called. */
  follow(id: string, listener: (progress: AskProgress) => void): () => void;
}

export function createAskProgressRouter(): AskProgressRouter {
  const listeners = new Map<string, (progress: AskProgress) => void>();
  return {
    // A question that was given up may still have progress under way.
    receive: (progress) => listeners.get(progress.id)?.(progress),
    follow(id, listener) {
      listeners.set(id, listener);
      return () => listeners.delete(id);
    },
  };
}
