import type { Evidence } from '../../evidence/index.ts';
import type { ChatModel } from '../../model/index.ts';
import { type CancellationSignal, type Clock, message, throwIfCancelled } from '../../platform/index.ts';
import type { Answer } from '../answer.ts';
import { modelConfidence } from '../answer-rules.ts';
import { type CheckedAnswer, checkCitations } from './checked-citations.ts';
import { mayAskModel } from './open-declines.ts';
import { passagesPrompt } from './passages-prompt.ts';
import { completePatiently, type Sleep } from './patient-request.ts';
import { fittingPassages, promptBudget } from './prompt-budget.ts';
import { holdsWords, readReply } from './read-reply.ts';
import { withShortFirstSentence } from './short-first-sentence.ts';

/** What asking a model needs. */
export interface ModelAskTools {
  readonly model: ChatModel;
  /** Tokens of prompt and reply together that are served; absent when the server doesn't tell. */
  readonly contextTokens?: number;
  /** Passages for the question, the likeliest to tell first (`passagesFor`); as many are sent as fit. */
  readonly passages: () => Promise<readonly Evidence[]>;
  /** A text that nobody can guess, new at each call. */
  readonly randomMark: () => string;
  readonly sleep: Sleep;
  readonly clock: Clock;
}

/** What evidence left open. */
export interface ModelAskRequest {
  /** What `answerQuestion` came to. */
  readonly answer: Answer;
  /** Whether a reasoning model should think; absent leaves it to the server. */
  readonly thinking?: boolean;
  readonly signal: CancellationSignal;
  /** Called with each piece of the reply as it arrives, before any of it was checked; thinking is left out. */
  readonly onText?: (piece: string) => void;
}

/**
 * Asks a model what evidence declined, with numbered passages. Comes back unchanged, without a request, where evidence
 * answered or where its decline is final (`mayAskModel`). Each citation of the reply is checked: what survives is the
 * answer's evidence, in the order cited; without any the answer is closed-book and says so. A reply that is no answer
 * declines with a reason of its own, and evidence's reason stays as a note. Rejects with the `ModelError` of a request
 * that came to no reply, and with a `CancelledError` at once when cancelled.
 */
export async function answerWithModel(tools: ModelAskTools, request: ModelAskRequest): Promise<Answer> {
  const { answer: before, thinking, signal, onText } = request;
  if (!mayAskModel(before)) return before;
  const begin = tools.clock();
  const question = before.question.trim();
  const budget = promptBudget(question, tools.contextTokens, thinking === true ? 'thinking' : 'chat');
  const passages = fittingPassages(await tools.passages(), budget.characters);
  throwIfCancelled(signal);
  const mark = tools.randomMark();
  const reply = await completePatiently(
    tools.model,
    {
      messages: passagesPrompt({ question, passages, mark }),
      sampling: { temperature: thinking === true ? 0.6 : 0, topP: 0.95, maxTokens: budget.maxTokens },
      signal,
      ...(thinking === undefined ? {} : { thinking }),
      ...(onText === undefined ? {} : { onText }),
    },
    tools.sleep,
  );
  throwIfCancelled(signal);
  const milliseconds = before.milliseconds + Math.max(0, Math.round((tools.clock() - begin) * 10) / 10);
  const read = readReply(reply, { question, mark });
  const model = tools.model.id;
  const checked = read.type === 'text' ? checkCitations(read.text, passages, question) : undefined;
  if (checked !== undefined && holdsWords(checked.text)) {
    return { ...before, ...answerOf(checked, model), milliseconds };
  }
  const by = read.type === 'declined' ? read.by : 'ask.declined.model-empty';
  const notes = before.reason === null ? before.notes : [before.reason, ...before.notes];
  return { ...before, reason: message(by, { model }), notes, decidedBy: by, milliseconds };
}

function answerOf(checked: CheckedAnswer, model: string): Omit<Answer, 'question' | 'milliseconds'> {
  const { text, evidence, removed, isFirstProven } = checked;
  const isProven = evidence.length > 0;
  const isWhole = removed === 0 && isFirstProven;
  return {
    answer: message('ask.answer.model', { text: withShortFirstSentence(text) }),
    attempted: true,
    confidence: modelConfidence[isProven ? (isWhole ? 'cited' : 'partlyCited') : 'closedBook'],
    reason: null,
    decidedBy: model,
    evidence,
    basis: isProven ? 'passages' : 'closed-book',
    notes: [
      ...(isProven ? [] : [message('ask.note.closed-book', { model })]),
      ...(removed > 0 ? [message('ask.note.citations-removed', { count: removed })] : []),
    ],
  };
}
