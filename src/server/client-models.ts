import { randomUUID } from 'node:crypto';
import { CancellationTokenSource, type Connection } from 'vscode-languageserver/node';
import { type ChatModel, ModelError } from '../core/model/index.ts';
import { type CancellationSignal, CancelledError, FactprobeError, message } from '../core/platform/index.ts';
import {
  type CompleteParams,
  completeResultSchema,
  type DescribedModel,
  type DescribeParams,
  describeResultSchema,
  type ModelPurpose,
  modelPieceSchema,
  type Unanswered,
} from '../protocol/model.ts';
import { modelCompleteMethod, modelDescribeMethod, modelPieceMethod } from '../protocol/model-methods.ts';

/** The models of the user, asked by the client: it alone has their keys. */
export interface ClientModels {
  /**
   * The model that would be asked. Rejects with a `FactprobeError` where none can be, the reason that the client gives
   * included, a `ModelError` when its server fails, and a `CancelledError`.
   */
  describe(params: DescribeParams, signal: CancellationSignal): Promise<DescribedModel>;
  /** The model of an endpoint; nothing is asked yet. A client that refuses rejects with a `FactprobeError`. */
  model(options: ClientModelOptions): ChatModel;
}

export interface ClientModelOptions {
  /** Base URL of an endpoint of the user's settings. */
  readonly endpoint: string;
  readonly model: string;
  readonly purpose: ModelPurpose;
  /** From a request to its reply's last byte; the client's own limit without it. */
  readonly seconds?: number;
}

/** `canAsk` says whether the client told at the start that it asks models. */
export function createClientModels(connection: Connection, canAsk: boolean): ClientModels {
  const readers = new Map<string, (piece: string) => void>();
  connection.onNotification(modelPieceMethod, (received: unknown) => {
    const { id, text } = modelPieceSchema.parse(received);
    readers.get(id)?.(text);
  });
  const ask = (method: string, params: CompleteParams | DescribeParams, signal: CancellationSignal) => {
    if (!canAsk) throw new FactprobeError(message('model.no-client'));
    return cancellable(signal, (token) => connection.sendRequest<unknown>(method, params, token));
  };
  return {
    async describe(params, signal) {
      const result = describeResultSchema.parse(await ask(modelDescribeMethod, params, signal));
      return result.type === 'model' ? result.model : rethrow(result);
    },
    model: ({ endpoint, model, purpose, seconds }) => ({
      id: model,
      baseUrl: endpoint,
      async complete({ signal, onText, ...request }) {
        const id = randomUUID();
        const limit = seconds === undefined ? {} : { seconds };
        const streams = onText !== undefined;
        if (onText !== undefined) readers.set(id, onText);
        try {
          const params = { id, endpoint, model, purpose, streams, request, ...limit };
          const result = completeResultSchema.parse(await ask(modelCompleteMethod, params, signal));
          return result.type === 'reply' ? result.reply : rethrow(result);
        } finally {
          readers.delete(id);
        }
      },
    }),
  };
}

/** Rejects with a `CancelledError` as soon as the signal is aborted, whatever the client still does. */
async function cancellable<T>(
  signal: CancellationSignal,
  send: (token: CancellationTokenSource['token']) => Promise<T>,
): Promise<T> {
  const source = new CancellationTokenSource();
  const { promise: cancelled, reject } = Promise.withResolvers<never>();
  const cancel = () => {
    source.cancel();
    reject(new CancelledError('cancelled'));
  };
  if (signal.aborted) throw new CancelledError('cancelled before it began');
  signal.addEventListener('abort', cancel, { once: true });
  try {
    return await Promise.race([send(source.token), cancelled]);
  } finally {
    signal.removeEventListener('abort', cancel);
    source.dispose();
  }
}

/** Throws what the client's side had caught. */
function rethrow(result: Unanswered): never {
  switch (result.type) {
    case 'failed':
      throw new ModelError(result.failure, result);
    case 'refused':
      throw new FactprobeError(result.text);
    case 'cancelled':
      throw new CancelledError('cancelled');
  }
}
