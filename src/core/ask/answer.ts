import type { Evidence } from '../evidence/index.ts';
import type { Message, MessageId } from '../platform/index.ts';
import type { AnswerRule } from './answer-rules.ts';

/** What a declined question is declined for; its message is the reason, and its id who decided. */
export type DeclineId = Extract<MessageId, `ask.declined.${string}`>;

/** What came of a question. */
export interface Answer {
  readonly question: string;
  /** `null` when declined; else its first sentence states the value, yes or no first, and names package and version. */
  readonly answer: Message | null;
  readonly attempted: boolean;
  /** In [0, 1], what `answerRules` says of the rule; 0 when declined. */
  readonly confidence: number;
  /** Why it was declined, with the remedy; `null` when it was answered. */
  readonly reason: Message | null;
  readonly decidedBy: AnswerRule | DeclineId;
  /** The places that prove the answer; what was looked at, or nothing, when declined. */
  readonly evidence: readonly Evidence[];
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
