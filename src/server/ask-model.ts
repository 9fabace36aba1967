import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type Answer, answerWithModel, mayAskModel } from '../core/ask/index.ts';
import { FactprobeError } from '../core/platform/index.ts';
import { type AskProgress, type AskResult, askProgressMethod } from '../protocol/ask.ts';
import type { AskJob } from '../protocol/worker.ts';
import { askResult } from './ask-result.ts';
import { modelShortAnswer } from './model-short-answer.ts';
import type { ServerContext } from './server-context.ts';

/** A question that evidence was asked. */
export interface AskedOfEvidence {
  readonly answer: Answer;
  /** Names the question in what is told of its progress. */
  readonly id: string;
  readonly job: AskJob;
  readonly signal: AbortSignal;
}

/**
 * Lets the user's model answer what evidence declined, where it may know better, and tells the client how far that is.
 * A model that can't be asked leaves what evidence said, with the sentence. Rejects with a `CancelledError`.
 */
export async function askModelToo(asked: AskedOfEvidence, context: ServerContext): Promise<AskResult> {
  const { answer, id } = asked;
  const evidence = askResult(answer, context);
  if (!mayAskModel(answer)) return evidence;
  let named: string | null = null;
  const begin = (model: string | null) => {
    named = model;
    tell({ type: 'asking', id, evidence, model }, context);
  };
  try {
    begin(null);
    return await answered(asked, begin, context);
  } catch (error) {
    if (!(error instanceof FactprobeError)) throw error;
    const { text } = error;
    const problem = context.render(text);
    return { ...evidence, model: { type: 'failed', model: named, problem, problemId: text.id } };
  }
}

async function answered(
  { answer: before, id, job, signal }: AskedOfEvidence,
  begin: (model: string) => void,
  context: ServerContext,
): Promise<AskResult> {
  const { models, pool } = context;
  const params = { purpose: 'ask', endpoint: null, model: null, probes: false } as const;
  const { endpoint, model, contextTokens } = await models.describe(params, signal);
  begin(model);
  const tools = {
    model: models.model({ endpoint, model, purpose: 'ask' }),
    passages: () => pool.run({ ...job, type: 'passages', looked: before.evidence }, { key: 'ask', signal }),
    randomMark: () => randomBytes(8).toString('hex'),
    sleep: (seconds: number) => wait(seconds * 1000, undefined, { signal }).catch(() => undefined),
    clock: () => performance.now(),
    ...(contextTokens === undefined ? {} : { contextTokens }),
  };
  const onText = (text: string) => tell({ type: 'piece', id, text }, context);
  const answer = await answerWithModel(tools, { answer: before, thinking: false, signal, onText });
  const result = askResult(answer, context);
  if (result.answer === null) return { ...result, model: { type: 'declined', model } };
  const isClosedBook = answer.basis === 'closed-book';
  const short = context.render(modelShortAnswer({ model, text: result.answer, isClosedBook }));
  return { ...result, short, model: { type: 'answered', model, isClosedBook } };
}

function tell(progress: AskProgress, { connection }: ServerContext): void {
  void connection.sendNotification(askProgressMethod, progress);
}
