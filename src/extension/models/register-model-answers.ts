import type { ModelPiece } from '../../protocol/model.ts';
import { modelCompleteMethod, modelDescribeMethod, modelPieceMethod } from '../../protocol/model-methods.ts';
import { abortSignalOf } from '../abort-signal.ts';
import type { ModelAnswers } from './model-answers.ts';

type Token = Parameters<typeof abortSignalOf>[0];

/** The part of a client of the language server that answers its requests. */
export interface AnsweringClient {
  onRequest(method: string, handler: (params: unknown, token: Token) => Promise<unknown>): unknown;
  sendNotification(method: string, params: unknown): Promise<void>;
}

/** Answers the server's requests to models; what answers is loaded with the first of them. */
export function registerModelAnswers(client: AnsweringClient, load: () => Promise<ModelAnswers>): void {
  client.onRequest(modelCompleteMethod, async (received, token) => {
    const signal = abortSignalOf(token);
    const { completeParamsSchema } = await import('../../protocol/model.ts');
    const params = completeParamsSchema.parse(received);
    const answers = await load();
    let sent: Promise<unknown> = Promise.resolve();
    const onText = (text: string) => {
      const piece: ModelPiece = { id: params.id, text };
      sent = Promise.allSettled([sent, client.sendNotification(modelPieceMethod, piece)]);
    };
    const result = await answers.complete(params, { signal, onText });
    // A notification that waits for the client's queue would else come after the reply that it belongs to.
    await sent;
    return result;
  });
  client.onRequest(modelDescribeMethod, async (received, token) => {
    const signal = abortSignalOf(token);
    const { describeParamsSchema } = await import('../../protocol/model.ts');
    const params = describeParamsSchema.parse(received);
    return (await load()).describe(params, signal);
  });
}
