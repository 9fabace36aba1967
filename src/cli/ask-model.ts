import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type Answer, answerWithModel, mayAskModel } from '../core/ask/index.ts';
import { type ChatModel, chooseModel, ModelError } from '../core/model/index.ts';
import { FactprobeError, message } from '../core/platform/index.ts';
import type { WorkerPool } from '../node/worker-pool.ts';
import type { PlaceOfJob } from '../protocol/worker.ts';
import { jobOf } from './ask-job.ts';
import { type EndpointOptions, endpointOf, serverOf } from './endpoint-options.ts';

/** The options that choose a model for questions, as they are typed. */
export interface AskModelOptions extends EndpointOptions {
  readonly model?: string;
  readonly mode: 'chat' | 'thinking';
}

/** What a question is asked with. */
export interface AskModelRequest {
  /** What evidence came to. */
  readonly answer: Answer;
  readonly at: PlaceOfJob | null;
  /** Jobs with the same key run one after the other. */
  readonly key: string;
  readonly signal: AbortSignal;
  readonly onText?: (piece: string) => void;
}

/** Asks the user's model what evidence declined; what evidence answered comes back as it is. */
export type AskModel = (request: AskModelRequest) => Promise<Answer>;

/**
 * Asks the model that the options name, or the server's only one; `undefined` where no server is named, or `none` is.
 * Nothing is sent before the first question that needs it. Throws a `FactprobeError` where a model is named and no
 * server is.
 */
export function askModelOf(options: AskModelOptions, engine: WorkerPool): AskModel | undefined {
  const { model: name, mode } = options;
  if (name === 'none') return undefined;
  const endpoint = endpointOf(options);
  if (endpoint === undefined) {
    if (name !== undefined) throw new FactprobeError(message('cli.no-endpoint'));
    return undefined;
  }
  const server = serverOf(endpoint, options);
  const choose = onceItWorks(async (signal: AbortSignal): Promise<ChosenModel> => {
    const choice = chooseModel(await server.listModels(signal), name);
    if ('problem' in choice) throw new NoModelError(choice.problem);
    const { id, contextTokens } = choice.model;
    return { model: server.model(id), ...(contextTokens === undefined ? {} : { contextTokens }) };
  });
  return async ({ answer, at, key, signal, onText }) => {
    if (!mayAskModel(answer)) return answer;
    return answerWithModel(
      {
        ...(await choose(signal)),
        passages: () =>
          engine.run(
            { ...jobOf(answer.question, at), type: 'passages', looked: answer.evidence },
            { key, signal },
          ),
        randomMark: () => randomBytes(8).toString('hex'),
        sleep: (seconds) => wait(seconds * 1000, undefined, { signal }).catch(() => undefined),
        clock: () => performance.now(),
      },
      { answer, thinking: mode === 'thinking', signal, ...(onText === undefined ? {} : { onText }) },
    );
  };
}

interface ChosenModel {
  readonly model: ChatModel;
  readonly contextTokens?: number;
}

/** The server has no model that fits, so that no question can be asked. */
class NoModelError extends FactprobeError {}

/** Whether every further question would fail in the same way. */
export function endsAll(error: unknown): boolean {
  return error instanceof NoModelError || (error instanceof ModelError && error.isFinal);
}

/** Keeps what came of a call that worked; one that failed is made again. */
function onceItWorks<T>(run: (signal: AbortSignal) => Promise<T>): (signal: AbortSignal) => Promise<T> {
  let running: Promise<T> | undefined;
  return (signal) => {
    running ??= run(signal).catch((error: unknown) => {
      running = undefined;
      throw error;
    });
    return running;
  };
}
