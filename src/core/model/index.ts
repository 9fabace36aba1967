export type { ChatMessage, ChatModel, ChatReply, ChatRequest, ReplyForm, Sampling } from './chat-model.ts';
export { baseUrlOf, checkedKey, type Endpoint } from './endpoint.ts';
export { ModelError, modelFailures, secondsBeforeRetry } from './model-error.ts';
export type { ModelServer, ServedModel } from './model-server.ts';
export { createModelServer } from './openai-model.ts';
export { type Capabilities, chooseModel, type ProbedModel, probeModel } from './probe.ts';
