import { type ChatModel, type ChatReply, type ChatRequest, ModelError } from '../../src/core/model/index.ts';
import { throwIfCancelled } from '../../src/core/platform/index.ts';

/** What a scripted model says: a text, a whole reply, or a failure. */
export type Scripted = string | Partial<ChatReply> | ModelError;

/** A model that says what a function of the request says, and remembers what it was asked. */
export function scriptedModel(
  say: (request: ChatRequest, count: number) => Scripted | Promise<Scripted>,
): ChatModel & { readonly asked: readonly ChatRequest[] } {
  const asked: ChatRequest[] = [];
  return {
    id: 'scripted',
    baseUrl: 'http://scripted.invalid/v1',
    asked,
    async complete(request) {
      throwIfCancelled(request.signal);
      asked.push(request);
      const said = await say(request, asked.length);
      if (said instanceof ModelError) throw said;
      const reply = typeof said === 'string' ? { text: said } : said;
      return {
        text: '',
        thinking: '',
        isThinkingClosed: true,
        finishReason: 'stop',
        milliseconds: 1,
        ...reply,
      };
    },
  };
}

/** A failure as the adapter would throw it. */
export function failureOf(failure: ModelError['failure'], retryAfter?: number): ModelError {
  return new ModelError(failure, { values: {}, ...(retryAfter === undefined ? {} : { retryAfter }) });
}
