import type OpenAI from 'openai';
import type { APIError, ClientOptions } from 'openai';
import {
  type CancellationSignal,
  CancelledError,
  type Clock,
  TransferError,
  throwIfCancelled,
} from '../platform/index.ts';
import type { ChatModel, ChatRequest } from './chat-model.ts';
import { checkedKey, type Endpoint } from './endpoint.ts';
import { ModelError, type ModelFailure } from './model-error.ts';
import type { ModelServer, ServedModel } from './model-server.ts';
import { ReplyCollector } from './reply-collector.ts';

/** A `fetch` that follows no redirect and limits time, silence and bytes by a `TransferError`. */
export type GuardedFetch = NonNullable<ClientOptions['fetch']>;

export interface ServerOptions {
  readonly endpoint: Endpoint;
  readonly fetch: GuardedFetch;
  readonly clock: Clock;
}

/**
 * The server behind an endpoint, over the `openai` client: the only place that knows it. Throws a `FactprobeError` for
 * a key that can be none.
 */
export function createModelServer({ endpoint, fetch, clock }: ServerOptions): ModelServer {
  const apiKey = checkedKey(endpoint.apiKey ?? '');
  const { baseUrl } = endpoint;
  let connecting: Promise<Connection> | undefined;
  const connect = () => {
    connecting ??= connectionTo({ baseUrl, apiKey }, fetch);
    return connecting;
  };
  return {
    baseUrl,
    async listModels(signal) {
      const { client, library } = await connect();
      const asked = { baseUrl, signal, library };
      const page = await guarded(asked, () => client.models.list(optionsOf(signal)));
      return page.data.map(servedModel);
    },
    async version(signal) {
      const { client, library } = await connect();
      const answer = await guarded({ baseUrl, signal, library }, () =>
        client.get<{ readonly version?: unknown }>(versionUrl(baseUrl), optionsOf(signal)),
      );
      return typeof answer?.version === 'string' ? answer.version : undefined;
    },
    model: (id) => createChatModel(connect, { id, baseUrl, clock }),
  };
}

type Library = typeof import('openai');

interface Connection {
  readonly library: Library;
  readonly client: OpenAI;
}

/** Loads the client's library with the first request: it takes Node's own `fetch` along, which most commands never need. */
async function connectionTo(
  { baseUrl, apiKey }: { readonly baseUrl: string; readonly apiKey: string },
  fetch: GuardedFetch,
): Promise<Connection> {
  const library = await import('openai');
  const client = new library.OpenAI({
    baseURL: baseUrl,
    fetch,
    // The client insists on a key; the header goes out only when there is one.
    apiKey: apiKey || 'none',
    ...(apiKey === '' ? { defaultHeaders: { Authorization: null } } : {}),
    // Nothing of the environment may redirect a request or go with it.
    organization: null,
    project: null,
    adminAPIKey: null,
    logLevel: 'off',
    // Retrying is decided by who asks, and the guarded fetch has the limits.
    maxRetries: 0,
    timeout: 24 * 60 * 60 * 1000,
    dangerouslyAllowBrowser: true,
  });
  return { library, client };
}

function createChatModel(
  connect: () => Promise<Connection>,
  { id, baseUrl, clock }: { readonly id: string; readonly baseUrl: string; readonly clock: Clock },
): ChatModel {
  return {
    id,
    baseUrl,
    async complete(request) {
      const { client, library } = await connect();
      const started = clock();
      const collector = new ReplyCollector(request.onText);
      await guarded({ baseUrl, model: id, signal: request.signal, library }, async () => {
        const stream = await client.chat.completions.create(
          { ...bodyOf(id, request), stream: true, stream_options: { include_usage: true } },
          optionsOf(request.signal),
        );
        for await (const chunk of stream) collector.add(chunk);
        // The client ends a cancelled stream as if it were whole.
        throwIfCancelled(request.signal);
      });
      const reply = collector.finish(clock() - started);
      if (reply === 'malformed' || reply === 'cut') throw new ModelError(reply, { values: { url: baseUrl } });
      return reply;
    },
  };
}

type Body = Omit<OpenAI.Chat.ChatCompletionCreateParamsStreaming, 'stream'>;

function bodyOf(model: string, { messages, sampling, form, logprobs, thinking }: ChatRequest): Body {
  const { temperature, topP, seed, maxTokens } = sampling;
  // Fields that vLLM adds to the protocol; a server that doesn't know them ignores them.
  const additions = {
    ...(thinking === undefined ? {} : { chat_template_kwargs: { enable_thinking: thinking } }),
    ...(form?.type === 'choice' ? { structured_outputs: { choice: form.choices } } : {}),
  };
  return {
    model,
    messages: messages.map(({ role, content }) => ({ role, content })),
    ...(temperature === undefined ? {} : { temperature }),
    ...(topP === undefined ? {} : { top_p: topP }),
    ...(seed === undefined ? {} : { seed }),
    ...(maxTokens === undefined ? {} : { max_tokens: maxTokens }),
    ...(logprobs === true ? { logprobs: true, top_logprobs: 1 } : {}),
    ...(form?.type === 'json-schema'
      ? {
          response_format: {
            type: 'json_schema' as const,
            json_schema: { name: form.name, schema: { ...form.schema }, strict: true },
          },
        }
      : {}),
    ...additions,
  };
}

function optionsOf(signal: CancellationSignal): OpenAI.RequestOptions {
  // Core knows the part of an AbortSignal that it uses; whoever calls passes a real one.
  return { signal: signal as OpenAI.RequestOptions['signal'] };
}

function servedModel(model: OpenAI.Model & { readonly max_model_len?: unknown }): ServedModel {
  const { id, owned_by: owner, max_model_len: context } = model;
  return {
    id: String(id),
    ...(typeof owner === 'string' ? { owner } : {}),
    ...(typeof context === 'number' && context > 0 ? { contextTokens: context } : {}),
  };
}

function versionUrl(baseUrl: string): string {
  return `${baseUrl.replace(/\/v\d+$/, '')}/version`;
}

interface Asked {
  readonly baseUrl: string;
  readonly model?: string;
  readonly signal: CancellationSignal;
  readonly library: Library;
}

/** Runs a request and turns what it throws into a `ModelError` or a `CancelledError`. */
async function guarded<T>({ baseUrl, model, signal, library }: Asked, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (signal.aborted || error instanceof library.APIUserAbortError) throw new CancelledError('cancelled');
    throw modelErrorOf(error, { url: baseUrl, model: model ?? '' }, library);
  }
}

function modelErrorOf(
  error: unknown,
  values: Readonly<Record<string, string>>,
  { APIError, APIConnectionTimeoutError }: Library,
): ModelError {
  const transfer = causesOf(error).find((one) => one instanceof TransferError);
  if (transfer !== undefined) {
    const { reason, ...details } = transfer.failure;
    return new ModelError(reason, { values: { ...values, ...details }, cause: error });
  }
  if (error instanceof APIConnectionTimeoutError)
    return new ModelError('unreachable', { values, cause: error });
  if (error instanceof APIError && error.status !== undefined) return statusError(error, values);
  const detail = causesOf(error).at(-1);
  const text = detail instanceof Error ? detail.message : String(error);
  // Whatever is no HTTP answer and no limit of ours broke either the connection or the protocol.
  const failure = /JSON|parse|unexpected token|SSE/i.test(text) ? 'malformed' : connectionFailure(error);
  return new ModelError(failure, { values: { ...values, detail: text }, cause: error });
}

function connectionFailure(error: unknown): ModelFailure {
  return causesOf(error).some(
    (one) => one instanceof Error && /terminated|other side closed|aborted/i.test(one.message),
  )
    ? 'cut'
    : 'unreachable';
}

function statusError(error: APIError, values: Readonly<Record<string, string>>): ModelError {
  const status = error.status ?? 0;
  const detail = error.message.replace(/^\d+\s+/, '').slice(0, 300);
  const retryAfter = retryAfterOf(error.headers);
  const options = {
    values: { ...values, status, detail },
    cause: error,
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
  return new ModelError(failureOfStatus(status, detail, error.error), options);
}

/** Seconds that a server asks to wait, as a number or as a date by its own clock (RFC 9110, 10.2.3). */
function retryAfterOf(headers: APIError['headers']): number | undefined {
  const value = headers?.get('retry-after') ?? '';
  const date = Date.parse(headers?.get('date') ?? '');
  const seconds = /^\s*\d+(\.\d+)?\s*$/.test(value) ? Number(value) : (Date.parse(value) - date) / 1000;
  return Number.isFinite(seconds) && seconds > 0 ? seconds : undefined;
}

function failureOfStatus(status: number, detail: string, body: unknown): ModelFailure {
  if (status === 401 || status === 403) return 'unauthorized';
  if (status === 404) {
    // An error in the protocol's own form comes from the protocol's server, which then misses the model.
    const isProtocol = typeof body === 'object' && body !== null && 'message' in body;
    return isProtocol && /model/i.test(detail) ? 'unknown-model' : 'no-such-path';
  }
  if (status === 408 || status === 429) return 'busy';
  return status >= 500 ? 'server' : 'refused-request';
}

function causesOf(error: unknown): readonly unknown[] {
  const causes: unknown[] = [];
  for (let at = error; at !== undefined && at !== null && causes.length < 8; ) {
    causes.push(at);
    at = at instanceof Error ? at.cause : undefined;
  }
  return causes;
}
