import type { ChatMessage, ModelServer } from '../../core/model/index.ts';
import type { SendingPurpose } from './sending-gate.ts';

/** What a request carried. */
export type SentContent =
  /** Nothing but the request itself. */
  | { readonly type: 'models' }
  | { readonly type: 'version' }
  | { readonly type: 'completion'; readonly model: string; readonly messages: readonly ChatMessage[] };

/** One request, as it went out. */
export interface SentRequest {
  readonly time: Date;
  readonly url: string;
  readonly purpose: SendingPurpose;
  /** Whether the key of that URL went with it. */
  readonly withKey: boolean;
  readonly content: SentContent;
}

/** Requests that are kept; older ones are forgotten. */
export const keptRequests = 200;

/** The requests of this window, the newest first; in memory alone. */
export interface SentRequests {
  readonly all: readonly SentRequest[];
  /** Whether older ones are forgotten. */
  readonly isCut: boolean;
  add(request: SentRequest): void;
}

export function createSentRequests(): SentRequests {
  let all: readonly SentRequest[] = [];
  let count = 0;
  return {
    get all() {
      return all;
    },
    get isCut() {
      return count > keptRequests;
    },
    add(request) {
      count++;
      all = [request, ...all].slice(0, keptRequests);
    },
  };
}

/** The same server, of which every request is noted before it goes out. */
export function notedServer(server: ModelServer, note: (content: SentContent) => void): ModelServer {
  return {
    baseUrl: server.baseUrl,
    listModels(signal) {
      note({ type: 'models' });
      return server.listModels(signal);
    },
    version(signal) {
      note({ type: 'version' });
      return server.version(signal);
    },
    model(id) {
      const model = server.model(id);
      return {
        ...model,
        complete(request) {
          note({ type: 'completion', model: id, messages: request.messages });
          return model.complete(request);
        },
      };
    },
  };
}
