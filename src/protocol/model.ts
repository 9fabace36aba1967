import * as z from 'zod';
import { type Capabilities, type ChatReply, type ChatRequest, modelFailures } from '../core/model/index.ts';
import { messageSchema } from '../core/platform/index.ts';

/** What a request to a model is for; what leaves for it is agreed to apart. */
export const modelPurposes = ['ask', 'bench'] as const;
export type ModelPurpose = (typeof modelPurposes)[number];

const purpose = z.enum(modelPurposes);
const count = z.number().int().min(0);

const sampling = z
  .object({
    temperature: z.number().exactOptional(),
    topP: z.number().exactOptional(),
    seed: z.number().exactOptional(),
    maxTokens: z.number().exactOptional(),
  })
  .readonly();

const replyForm = z.discriminatedUnion('type', [
  z
    .object({
      type: z.literal('json-schema'),
      name: z.string(),
      schema: z.record(z.string(), z.json()).readonly(),
    })
    .readonly(),
  z.object({ type: z.literal('choice'), choices: z.array(z.string()).readonly() }).readonly(),
]);

const chatRequest: z.ZodType<Omit<ChatRequest, 'signal' | 'onText'>> = z
  .object({
    messages: z
      .array(z.object({ role: z.enum(['system', 'user', 'assistant']), content: z.string() }).readonly())
      .readonly(),
    sampling,
    form: replyForm.exactOptional(),
    logprobs: z.boolean().exactOptional(),
    thinking: z.boolean().exactOptional(),
  })
  .readonly();

export const completeParamsSchema = z
  .object({
    /** Names the request in the pieces of its reply. */
    id: z.string(),
    /** Base URL of an endpoint of the user's settings; no other one is ever asked. */
    endpoint: z.string(),
    model: z.string(),
    purpose,
    /** Whether the text is wanted piece by piece as well. */
    streams: z.boolean(),
    /** From the request to the reply's last byte; the client's own limit without it. */
    seconds: z.number().positive().exactOptional(),
    request: chatRequest,
  })
  .readonly();

export type CompleteParams = z.infer<typeof completeParamsSchema>;

export const modelPieceSchema = z.object({ id: z.string(), text: z.string() }).readonly();

export type ModelPiece = z.infer<typeof modelPieceSchema>;

const chatReply: z.ZodType<ChatReply> = z
  .object({
    text: z.string(),
    thinking: z.string(),
    isThinkingClosed: z.boolean(),
    finishReason: z.enum(['stop', 'length', 'filter', 'other']),
    usage: z.object({ promptTokens: z.number(), completionTokens: z.number() }).readonly().exactOptional(),
    logprobs: z.array(z.number()).readonly().exactOptional(),
    refusal: z.string().exactOptional(),
    milliseconds: z.number(),
  })
  .readonly();

/** A failure of the model's server: what a `ModelError` is made of again. */
const failed = z
  .object({
    type: z.literal('failed'),
    failure: z.enum(modelFailures),
    values: z.record(z.string(), z.union([z.string(), z.number()])).readonly(),
    /** Seconds that the server asks us to wait. */
    retryAfter: z.number().exactOptional(),
  })
  .readonly();

/** Nothing was sent: no endpoint, no trust, no agreement, or another expected failure on our side. */
const refused = z.object({ type: z.literal('refused'), text: messageSchema }).readonly();

/** Whoever asked gave up. */
const cancelled = z.object({ type: z.literal('cancelled') }).readonly();

/** What comes back where no reply does. */
const unanswered = [failed, refused, cancelled] as const;

export type Unanswered = z.infer<(typeof unanswered)[number]>;

/** What came of a request to a model. */
export const completeResultSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('reply'), reply: chatReply }).readonly(),
  ...unanswered,
]);

export type CompleteResult = z.infer<typeof completeResultSchema>;

export const describeParamsSchema = z
  .object({
    purpose,
    /** Base URL of an endpoint of the user's settings; `null` for the one in use. */
    endpoint: z.string().nullable(),
    /** `null` for the model of the settings, else the server's only one. */
    model: z.string().nullable(),
    /** Whether a few short questions may find out what the model can do. */
    probes: z.boolean(),
  })
  .readonly();

export type DescribeParams = z.infer<typeof describeParamsSchema>;

const capabilities: z.ZodType<Capabilities> = z
  .object({
    streaming: z.boolean(),
    jsonSchema: z.boolean(),
    choice: z.boolean(),
    logprobs: z.boolean(),
    usage: z.boolean(),
    thinking: z.boolean(),
    refusesUnknownModel: z.boolean(),
  })
  .readonly();

const describedModel = z
  .object({
    endpoint: z.string(),
    model: z.string(),
    /** Tokens of prompt and reply together at most; absent when the server doesn't tell. */
    contextTokens: count.exactOptional(),
    /** Absent when the server has none, or nothing was probed. */
    serverVersion: z.string().exactOptional(),
    /** What the model was seen to do; absent when nothing was probed. */
    capabilities: capabilities.exactOptional(),
  })
  .readonly();

/** A model that can be asked, as reports name it. */
export type DescribedModel = z.infer<typeof describedModel>;

/** Which model would be asked. */
export const describeResultSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('model'), model: describedModel }).readonly(),
  ...unanswered,
]);

export type DescribeResult = z.infer<typeof describeResultSchema>;
