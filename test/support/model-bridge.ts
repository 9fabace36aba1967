import { PassThrough } from 'node:stream';
import { createConnection } from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { connect } from '../../src/extension/endpoints/connection.ts';
import { parseEndpointSettings } from '../../src/extension/endpoints/endpoint-settings.ts';
import { createKeyRing } from '../../src/extension/endpoints/key-ring.ts';
import { createSendingGate, type SendingPurpose } from '../../src/extension/endpoints/sending-gate.ts';
import { createModelAnswers, type ModelAnswers } from '../../src/extension/models/model-answers.ts';
import { registerModelAnswers } from '../../src/extension/models/register-model-answers.ts';
import { type ClientModels, createClientModels } from '../../src/server/client-models.ts';
import { createMemoryState } from './memory-state.ts';

export interface BridgeOptions {
  /** As in the user's settings. */
  readonly endpoints?: readonly unknown[];
  readonly active?: string;
  readonly isTrusted?: boolean;
  /** Whether the user agrees to send something to another machine. */
  readonly agrees?: boolean;
  /** The client's word at the start. */
  readonly canAsk?: boolean;
  /** Keys by base URL. */
  readonly keys?: Readonly<Record<string, string>>;
}

/** The language server's side and the extension's, over a pair of streams in this process. */
export interface ModelBridge extends Disposable {
  readonly models: ClientModels;
  /** Everything that crossed so far, in both directions. */
  traffic(): string;
  /** What the log says. */
  readonly lines: readonly string[];
  /** What the user was asked to agree to. */
  readonly confirmed: readonly string[];
}

/** Starts both sides. */
export async function startModelBridge(options: BridgeOptions = {}): Promise<ModelBridge> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const pieces: string[] = [];
  for (const stream of [toServer, toClient]) stream.on('data', (piece) => pieces.push(String(piece)));
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  const client = createProtocolConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  );
  const { answers, lines, confirmed } = await modelAnswersFor(options);
  registerModelAnswers(client, async () => answers);
  const models = createClientModels(server, options.canAsk ?? true);
  server.listen();
  client.listen();
  return {
    models,
    lines,
    confirmed,
    traffic: () => pieces.join(''),
    [Symbol.dispose]() {
      client.dispose();
      server.dispose();
    },
  };
}

/** The extension's side alone, for a user with these settings. */
export async function modelAnswersFor({
  endpoints = [],
  active = '',
  isTrusted = true,
  agrees = true,
  keys: given = {},
}: BridgeOptions) {
  const lines: string[] = [];
  const confirmed: string[] = [];
  const { memory, secrets } = createMemoryState();
  const keys = createKeyRing(secrets, memory);
  for (const [url, key] of Object.entries(given)) await keys.keep(url, key);
  const gate = createSendingGate({
    isTrusted: () => isTrusted,
    memory,
    confirm: async (url: string, purpose: SendingPurpose) => {
      confirmed.push(`${purpose} ${url}`);
      return agrees;
    },
  });
  const answers: ModelAnswers = createModelAnswers({
    log: (line) => lines.push(line),
    endpoints: {
      keys,
      settings: () => parseEndpointSettings(endpoints, active),
      async open(baseUrl, purpose, { seconds } = {}) {
        await gate.pass(baseUrl, purpose);
        const apiKey = await keys.keyOf(baseUrl);
        return connect({ baseUrl, ...(apiKey === undefined ? {} : { apiKey }) }, seconds);
      },
    },
  });
  return { answers, lines, confirmed };
}
