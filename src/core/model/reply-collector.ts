import * as z from 'zod';
import type { ChatReply, FinishReason, Usage } from './chat-model.ts';
import { separateThinking } from './thinking.ts';

const textSchema = z.string().nullish().catch(undefined);

/** What is read of a streamed chunk; servers add to it and leave out what they like. */
const chunkSchema = z.object({
  choices: z
    .array(
      z.object({
        delta: z
          .object({
            content: textSchema,
            reasoning: textSchema,
            reasoning_content: textSchema,
            refusal: textSchema,
          })
          .nullish(),
        finish_reason: textSchema,
        logprobs: z
          .object({ content: z.array(z.object({ logprob: z.number() })).nullish() })
          .nullish()
          .catch(undefined),
      }),
    )
    .nullish(),
  usage: z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }).nullish().catch(undefined),
});

const finishReasons: Readonly<Record<string, FinishReason>> = {
  stop: 'stop',
  length: 'length',
  content_filter: 'filter',
};

/** Puts a streamed reply together, chunk by chunk. */
export class ReplyCollector {
  readonly #onText: ((piece: string) => void) | undefined;
  readonly #logprobs: number[] = [];
  #content = '';
  #reasoning = '';
  #refusal = '';
  #finish: string | undefined;
  #usage: Usage | undefined;
  #chunks = 0;
  #isBroken = false;
  #shown = 0;

  constructor(onText?: (piece: string) => void) {
    this.#onText = onText;
  }

  add(chunk: unknown): void {
    const parsed = chunkSchema.safeParse(chunk);
    if (!parsed.success) {
      this.#isBroken = true;
      return;
    }
    this.#chunks++;
    const { usage, choices } = parsed.data;
    if (usage != null) {
      this.#usage = { promptTokens: usage.prompt_tokens, completionTokens: usage.completion_tokens };
    }
    const choice = choices?.[0];
    if (choice === undefined) return;
    this.#content += choice.delta?.content ?? '';
    this.#reasoning += choice.delta?.reasoning ?? choice.delta?.reasoning_content ?? '';
    this.#refusal += choice.delta?.refusal ?? '';
    this.#finish = choice.finish_reason ?? this.#finish;
    for (const { logprob } of choice.logprobs?.content ?? []) this.#logprobs.push(logprob);
    this.#show();
  }

  /** The reply; `malformed` when what came is no reply at all, `cut` when its end never came. */
  finish(milliseconds: number): ChatReply | 'malformed' | 'cut' {
    if (this.#isBroken || this.#chunks === 0) return 'malformed';
    if (this.#finish === undefined) return 'cut';
    const { text, thinking, isClosed } = separateThinking(this.#content, this.#reasoning);
    return {
      text,
      thinking,
      isThinkingClosed: isClosed,
      finishReason: finishReasons[this.#finish] ?? 'other',
      milliseconds,
      ...(this.#usage === undefined ? {} : { usage: this.#usage }),
      ...(this.#logprobs.length === 0 ? {} : { logprobs: this.#logprobs }),
      ...(this.#refusal === '' ? {} : { refusal: this.#refusal }),
    };
  }

  /** Hands on what is new of the answer; thinking is never shown as an answer. */
  #show(): void {
    // The beginning of a think mark may arrive in pieces.
    if (this.#onText === undefined || /^\s*<[a-z]*$/i.test(this.#content)) return;
    const { text } = separateThinking(this.#content);
    if (text.length <= this.#shown) return;
    this.#onText(text.slice(this.#shown));
    this.#shown = text.length;
  }
}
