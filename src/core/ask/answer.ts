import type { Evidence } from '../evidence/index.ts';
import type { Message, MessageId } from '../platform/index.ts';
import type { AnswerRule } from './answer-rules.ts';

/** What a declined question is declined for; its message is the reason, and its id who decided. */
export type DeclineId = Extract<MessageId, `ask.declined.${string}`>;

/**
 * What an answer stands on: facts that rules read, passages that a model cites and that hold what it states, or
 * nothing but the model's memory.
 */
export type AnswerBasis = 'evidence' | 'passages' | 'closed-book';

/** What came of a question. */
export interface Answer {
  readonly question: string;
  /**
   * `null` when declined; else its first sentence states the value, yes or no first, and names package and version. A
   * model's own words are the value `text` of `ask.answer.model`: data of a stranger, in which `[1]` is the first piece
   * of evidence.
   */
  readonly answer: Message | null;
  readonly attempted: boolean;
  /** In [0, 1], what `answerRules` says of the rule, or `modelConfidence` of a model's answer; 0 when declined. */
  readonly confidence: number;
  /** Why it was declined, with the remedy; `null` when it was answered. */
  readonly reason: Message | null;
  /** An `AnswerRule`, a `DeclineId`, or the id of the model that answered. */
  readonly decidedBy: string;
  /** The places that prove the answer; what was looked at, or nothing, when declined. */
  readonly evidence: readonly Evidence[];
  readonly basis: AnswerBasis | null;
  /** What else is to be said, behind the answer or the reason; empty for most. */
  readonly notes: readonly Message[];
  readonly milliseconds: number;
}

interface Answered {
  readonly type: 'answered';
  readonly rule: AnswerRule;
  readonly answer: Message;
  readonly evidence: readonly Evidence[];
}

export interface Declined {
  readonly type: 'declined';
  readonly by: DeclineId;
  readonly reason: Message;
  readonly evidence: readonly Evidence[];
}

/** An answer before it is known which question it belongs to, and how long it took. */
export type Outcome = Answered | Declined;

/** An outcome that answers. */
export function answered(rule: AnswerRule, answer: Message, evidence: readonly Evidence[]): Answered {
  return { type: 'answered', rule, answer, evidence };
}

/** An outcome that declines, for the reason that a message states. */
export function declined(
  by: DeclineId,
  values: Readonly<Record<string, string | number>> = {},
  evidence: readonly Evidence[] = [],
): Declined {
  return { type: 'declined', by, reason: { id: by, values }, evidence };
}
