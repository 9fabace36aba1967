import type { ChatReply } from '../model/index.ts';

/** What a grader sees of a reply: the answer without its thinking, and how it ended. */
export type ReceivedAnswer = Pick<ChatReply, 'text' | 'finishReason' | 'isThinkingClosed' | 'refusal'>;
