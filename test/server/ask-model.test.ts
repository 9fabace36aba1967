import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import { registerModelAnswers } from '../../src/extension/models/register-model-answers.ts';
import {
  type AskParams,
  type AskProgress,
  askMethod,
  askProgressMethod,
  askProgressSchema,
  askResultSchema,
} from '../../src/protocol/ask.ts';
import { startServer, type TestServer } from '../support/language-server.ts';
import { type BridgeOptions, modelAnswersFor } from '../support/model-bridge.ts';
import {
  type Completion,
  chunkOf,
  type ModelEndpoint,
  sendError,
  startModelEndpoint,
  streamText,
} from '../support/model-endpoint.ts';
import { sentPassages } from '../support/sent-passages.ts';

const file = pathToFileURL(resolve('sample/src/unsaved.ts')).href;
const text = "import { retry } from 'steady-retry';\n\nretry(work, { attempts: 2 });\n";
/** What the rules don't understand. */
const question = 'How does retry go on when the work fails?';

interface Situation extends BridgeOptions {
  readonly locale?: string;
  /** Whether the client says that it asks models. */
  readonly models?: boolean;
}

interface Asker extends AsyncDisposable {
  readonly endpoint: ModelEndpoint;
  readonly progress: readonly AskProgress[];
  ask(params?: Partial<AskParams>, token?: CancellationTokenSource['token']): Promise<unknown>;
}

let server: TestServer | undefined;

/** The built server with a client that has a model which answers in that way. */
async function askerWith(completion: Completion, situation: Situation = {}): Promise<Asker> {
  const { locale = 'en', models = true, ...options } = situation;
  const endpoint = await startModelEndpoint({ completion });
  const { answers } = await modelAnswersFor({
    endpoints: [{ url: endpoint.url, model: 'tiny' }],
    ...options,
  });
  const started = await startServer({
    locale,
    folder: resolve('sample'),
    initializationOptions: { locale, models },
  });
  server = started;
  const { connection } = started;
  registerModelAnswers(connection, async () => answers);
  const progress: AskProgress[] = [];
  connection.onNotification(askProgressMethod, (told: unknown) => {
    progress.push(askProgressSchema.parse(told));
  });
  await started.open(file, 'typescript', text);
  const at = { uri: file, position: { line: 2, character: 2 } };
  return {
    endpoint,
    progress,
    ask: (params = {}, token = new CancellationTokenSource().token) =>
      connection.sendRequest(askMethod, { question, at, askModelAs: 'q', ...params }, token),
    [Symbol.asyncDispose]: () => endpoint[Symbol.asyncDispose](),
  };
}

const completions = ({ requests }: ModelEndpoint) =>
  requests.filter(({ path }) => path === '/v1/chat/completions');

/** Says what the first passage says, and cites it. */
const citing: Completion = (response, body) => {
  const [first = ''] = sentPassages(body);
  const name = /\b[a-z]\w*[A-Z]?\w+\b/.exec(first)?.[0] ?? '';
  streamText(response, `It goes on with \`${name}\``, ' [1].');
};

afterEach(async () => {
  await server?.end();
  server = undefined;
});

describe('factprobe/ask with a model', () => {
  it('tells at once what evidence said, then each piece, and answers with the passages cited', async () => {
    await using asker = await askerWith(citing);
    const result = askResultSchema.parse(await asker.ask());
    expect(result).toMatchObject({
      question,
      attempted: true,
      reason: null,
      decidedBy: 'tiny',
      model: { type: 'answered', model: 'tiny', isClosedBook: false },
    });
    expect(result.answer).toMatch(/^It goes on with `\w+` \[1\]\.$|^It goes on with `\w+`\. \[1\]$/);
    expect(result.short).toMatch(/^tiny: It goes on with \w+\.$/);
    expect(result.evidence).toHaveLength(1);
    expect(result.evidence[0]).toMatchObject({ package: 'steady-retry', version: '2.3.1' });
    expect(asker.progress.map(({ type }) => type)).toEqual(['asking', 'asking', 'piece', 'piece']);
    expect(asker.progress[0]).toMatchObject({
      id: 'q',
      model: null,
      evidence: { attempted: false, decidedBy: 'ask.declined.not-understood', model: null },
    });
    expect(asker.progress[1]).toMatchObject({ model: 'tiny' });
  });

  it('marks an answer that no passage supports', async () => {
    await using asker = await askerWith((response) => streamText(response, 'It waits for `some` **while**.'));
    expect(await asker.ask()).toMatchObject({
      answer: 'It waits for `some` **while**.',
      short: 'tiny, unproven: It waits for some while.',
      evidence: [],
      notes: [expect.stringContaining('tiny')],
      model: { type: 'answered', isClosedBook: true },
    });
  });

  it('hands on that the model does not know', async () => {
    await using asker = await askerWith((response) => streamText(response, "I don't know."));
    expect(await asker.ask()).toMatchObject({
      attempted: false,
      answer: null,
      decidedBy: 'ask.declined.model-unknowing',
      notes: [expect.stringContaining('not understood'), expect.stringContaining('not an answer')],
      model: { type: 'declined', model: 'tiny' },
    });
  });

  it.each([
    ['what evidence answers', { question: 'What is the default of attempts?' }, true],
    ['what evidence knows not to be so', { question: 'Since when is retry deprecated?' }, false],
  ])('asks no model %s', async (_what, params, attempted) => {
    await using asker = await askerWith(citing);
    expect(await asker.ask(params)).toMatchObject({ attempted, model: null });
    expect(asker.endpoint.requests).toEqual([]);
    expect(asker.progress).toEqual([]);
  });

  it('asks no model unless it is told to', async () => {
    await using asker = await askerWith(citing);
    const { connection } = server ?? {};
    const params: AskParams = { question, at: null };
    expect(await connection?.sendRequest(askMethod, params)).toMatchObject({ attempted: false, model: null });
    expect(asker.endpoint.requests).toEqual([]);
  });

  it.each<[string, Completion, Situation, object]>([
    [
      'a refused key',
      (response) => sendError(response, 401, 'wrong key'),
      {},
      { model: 'tiny', problemId: 'model.failure.unauthorized', problem: expect.stringContaining('(401)') },
    ],
    [
      'a stream that breaks off',
      (response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.end(chunkOf({ content: 'It goes' }));
      },
      {},
      { model: 'tiny', problemId: 'model.failure.cut' },
    ],
    ['no trust', citing, { isTrusted: false }, { model: null, problemId: 'endpoint.untrusted' }],
    ['no endpoint', citing, { endpoints: [] }, { model: null, problemId: 'endpoint.none' }],
    ['a client without models', citing, { models: false }, { model: null, problemId: 'model.no-client' }],
  ])('keeps what evidence said after %s, with the sentence', async (_what, completion, situation, model) => {
    await using asker = await askerWith(completion, situation);
    const result = askResultSchema.parse(await asker.ask());
    expect(result).toMatchObject({
      attempted: false,
      answer: null,
      decidedBy: 'ask.declined.not-understood',
      model: { type: 'failed', ...model },
    });
    expect(result.reason).toContain('not understood');
  });

  it('speaks the client’s language', async () => {
    await using asker = await askerWith((response) => sendError(response, 401, 'no'), { locale: 'zh-cn' });
    expect(await asker.ask()).toMatchObject({ model: { problem: expect.stringContaining('拒绝了密钥') } });
  });

  it('ends the request to the model at once when the client gives up', async () => {
    const began = Promise.withResolvers<void>();
    const abandoned = Promise.withResolvers<void>();
    await using asker = await askerWith((response) => {
      response.once('close', () => abandoned.resolve());
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(chunkOf({ content: 'It goes' }));
      began.resolve();
    });
    const source = new CancellationTokenSource();
    const asked = asker.ask({}, source.token);
    await began.promise;
    source.cancel();
    await expect(asked).rejects.toThrow(/cancel/i);
    await abandoned.promise;
    expect(completions(asker.endpoint)).toHaveLength(1);
  });

  it('refuses what is no question', async () => {
    await using _asker = await askerWith(citing);
    await expect(server?.connection.sendRequest(askMethod, { question: 7, at: null })).rejects.toThrow();
  });
});
