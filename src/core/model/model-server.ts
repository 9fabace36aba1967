import type { CancellationSignal } from '../platform/index.ts';
import type { ChatModel } from './chat-model.ts';

/** A model as the server lists it. */
export interface ServedModel {
  readonly id: string;
  /** Who serves it, in the server's own word: `vllm`. */
  readonly owner?: string;
  /** Tokens of prompt and reply together at most; absent when the server doesn't tell. */
  readonly contextTokens?: number;
}

/** A server that serves models. Every call rejects with a `ModelError`, or a `CancelledError` when cancelled. */
export interface ModelServer {
  readonly baseUrl: string;
  /** The models that it lists; empty when it serves none. */
  listModels(signal: CancellationSignal): Promise<readonly ServedModel[]>;
  /** The server software's version; `undefined` when it answers without one. */
  version(signal: CancellationSignal): Promise<string | undefined>;
  /** The model of that id; nothing is asked of the server yet. */
  model(id: string): ChatModel;
}
