import type { CancellationSignal } from '../platform/index.ts';
import type { JsonSchema } from './json-schema.ts';

/** One message of a conversation. */
export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** How a reply is drawn. What is absent is left to the server. */
export interface Sampling {
  /** At least 0. */
  readonly temperature?: number;
  /** In (0, 1]. */
  readonly topP?: number;
  readonly seed?: number;
  /** Tokens of the reply at most. */
  readonly maxTokens?: number;
}

/** A form that the server is asked to keep the reply to; whether it obeys is for the reader to check. */
export type ReplyForm =
  | { readonly type: 'json-schema'; readonly name: string; readonly schema: JsonSchema }
  /** vLLM's own: the reply is one of the texts. */
  | { readonly type: 'choice'; readonly choices: readonly string[] };

/** One request. */
export interface ChatRequest {
  readonly messages: readonly ChatMessage[];
  readonly sampling: Sampling;
  readonly form?: ReplyForm;
  /** Whether the log probability of each token is asked for. */
  readonly logprobs?: boolean;
  /** Whether a reasoning model should think; absent leaves it to the server. */
  readonly thinking?: boolean;
  readonly signal: CancellationSignal;
  /** Called with each piece of the reply's text as it arrives, thinking left out. */
  readonly onText?: (piece: string) => void;
}

/** Tokens that the server says it counted. */
export interface Usage {
  readonly promptTokens: number;
  readonly completionTokens: number;
}

/** Why a reply ended: by itself, at the token limit, by a filter, or in a way that is none of these. */
export type FinishReason = 'stop' | 'length' | 'filter' | 'other';

/** A reply that arrived whole, whatever it says. */
export interface ChatReply {
  /** Without the thinking. */
  readonly text: string;
  /** What the model thought, from a field of its own or between think marks; empty when there was none. */
  readonly thinking: string;
  /** False when thinking began and never ended, so that there is no answer. */
  readonly isThinkingClosed: boolean;
  readonly finishReason: FinishReason;
  /** Absent when the server counts nothing. */
  readonly usage?: Usage;
  /** Log probabilities of the reply's tokens; absent when the server sent none. */
  readonly logprobs?: readonly number[];
  /** The server's own word that it refuses. */
  readonly refusal?: string;
  /** From the request to its last byte. */
  readonly milliseconds: number;
}

/** A model that can be asked. */
export interface ChatModel {
  readonly id: string;
  readonly baseUrl: string;
  /** The reply, or a `ModelError`; a `CancelledError` when the signal is aborted. */
  complete(request: ChatRequest): Promise<ChatReply>;
}
