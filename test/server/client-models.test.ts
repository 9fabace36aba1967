import { describe, expect, it } from 'vitest';
import { type ChatModel, type ChatRequest, ModelError } from '../../src/core/model/index.ts';
import { CancelledError, FactprobeError } from '../../src/core/platform/index.ts';
import type { DescribeParams } from '../../src/protocol/model.ts';
import { type BridgeOptions, type ModelBridge, startModelBridge } from '../support/model-bridge.ts';
import {
  type Completion,
  chunkOf,
  type ModelEndpoint,
  sendError,
  sendJson,
  startModelEndpoint,
  streamText,
} from '../support/model-endpoint.ts';

const key = 'sk-only-for-this-server';
const never = new AbortController().signal;
const asked: Pick<ChatRequest, 'messages' | 'sampling'> = {
  messages: [{ role: 'user', content: 'How many legs has a spider?' }],
  sampling: { temperature: 0, maxTokens: 50 },
};

interface Both extends AsyncDisposable {
  readonly endpoint: ModelEndpoint;
  readonly bridge: ModelBridge;
  readonly model: ChatModel;
}

/** A server that answers in that way, its endpoint in the settings, and both sides of the bridge. */
async function bridgeTo(completion: Completion, options: BridgeOptions = {}): Promise<Both> {
  const endpoint = await startModelEndpoint({ completion });
  const url = `${endpoint.url}/v1`;
  const bridge = await startModelBridge({ endpoints: [{ url }], keys: { [url]: key }, ...options });
  return {
    endpoint,
    bridge,
    model: bridge.models.model({ endpoint: url, model: 'tiny', purpose: 'ask' }),
    async [Symbol.asyncDispose]() {
      bridge[Symbol.dispose]();
      await endpoint[Symbol.asyncDispose]();
    },
  };
}

/** What a promise is rejected with. */
async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'no failure',
    (error: unknown) => error,
  );
}

const describing = (rest: Partial<DescribeParams> = {}): DescribeParams => ({
  purpose: 'ask',
  endpoint: null,
  model: null,
  probes: false,
  ...rest,
});

describe('a model that the client asks', () => {
  it('replies whole, with the request as it was', async () => {
    const bodies: unknown[] = [];
    await using both = await bridgeTo((response, body) => {
      bodies.push(body);
      streamText(response, 'Eight', ' legs.');
    });
    const reply = await both.model.complete({
      ...asked,
      form: { type: 'json-schema', name: 'legs', schema: { type: 'object' } },
      thinking: false,
      signal: never,
    });
    expect(reply).toEqual({
      text: 'Eight legs.',
      thinking: '',
      isThinkingClosed: true,
      finishReason: 'stop',
      milliseconds: expect.any(Number),
    });
    expect(bodies).toMatchObject([
      {
        model: 'tiny',
        messages: asked.messages,
        temperature: 0,
        max_tokens: 50,
        chat_template_kwargs: { enable_thinking: false },
        response_format: { json_schema: { name: 'legs', schema: { type: 'object' } } },
      },
    ]);
    expect(both.bridge.traffic()).not.toContain('factprobe/model/piece');
  });

  it('streams every piece before the reply', async () => {
    await using both = await bridgeTo((response) => streamText(response, 'Eight', ' legs', '.'));
    const pieces: string[] = [];
    const reply = await both.model.complete({
      ...asked,
      signal: never,
      onText: (piece) => pieces.push(piece),
    });
    expect(pieces).toEqual(['Eight', ' legs', '.']);
    expect(reply.text).toBe('Eight legs.');
  });

  it('keeps apart what two requests stream', async () => {
    await using both = await bridgeTo((response, { messages }) =>
      streamText(response, ...(JSON.stringify(messages).includes('first') ? ['1', '2'] : ['3', '4'])),
    );
    const ask = async (content: string) => {
      let text = '';
      const messages = [{ role: 'user' as const, content }];
      await both.model.complete({
        messages,
        sampling: {},
        signal: never,
        onText: (piece) => {
          text += piece;
        },
      });
      return text;
    };
    expect(await Promise.all([ask('first'), ask('second')])).toEqual(['12', '34']);
  });

  it('has its key on the way to its server, and nowhere else', async () => {
    await using both = await bridgeTo((response) => streamText(response, 'Eight.'));
    await both.bridge.models.describe(describing({ probes: true }), never);
    await both.model.complete({ ...asked, signal: never });
    expect(both.endpoint.requests.length).toBeGreaterThan(3);
    expect(new Set(both.endpoint.requests.map(({ headers }) => headers.authorization))).toEqual(
      new Set([`Bearer ${key}`]),
    );
    expect(both.bridge.traffic()).toContain('How many legs');
    expect(both.bridge.traffic()).not.toContain(key);
    expect(both.bridge.lines.join('\n')).not.toMatch(/sk-|legs/);
    expect(both.bridge.lines.at(-1)).toContain(`${both.endpoint.url}/v1`);
  });

  it('has no key in a failure, even when its server repeats it', async () => {
    await using both = await bridgeTo((response) => sendError(response, 500, `bad key ${key}`));
    const failure = await failureOf(both.model.complete({ ...asked, signal: never }));
    expect(failure).toMatchObject({ text: { values: { detail: 'bad key …' } } });
    expect(both.bridge.traffic()).not.toContain(key);
  });

  it('ends its request at once when it is cancelled', async () => {
    const abandoned = Promise.withResolvers<void>();
    const started = Promise.withResolvers<void>();
    await using both = await bridgeTo((response) => {
      response.once('close', () => abandoned.resolve());
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(chunkOf({ content: 'Eight' }));
    });
    const controller = new AbortController();
    const reply = failureOf(
      both.model.complete({ ...asked, signal: controller.signal, onText: () => started.resolve() }),
    );
    await started.promise;
    controller.abort();
    expect(await reply).toBeInstanceOf(CancelledError);
    await abandoned.promise;
  });

  it('sends nothing for a request that was cancelled before', async () => {
    await using both = await bridgeTo((response) => streamText(response, 'Eight.'));
    const reply = failureOf(both.model.complete({ ...asked, signal: AbortSignal.abort() }));
    expect(await reply).toBeInstanceOf(CancelledError);
    expect(both.bridge.traffic()).toBe('');
  });
});

describe('a failure of the model’s server', () => {
  const failures: readonly [string, Completion, Partial<ModelError>][] = [
    [
      'unauthorized',
      (response) => sendError(response, 401, 'wrong key'),
      { isFinal: true, isPassing: false },
    ],
    [
      'unknown-model',
      (response) => sendError(response, 404, 'The model tiny is not here.'),
      { isFinal: true },
    ],
    ['no-such-path', (response) => sendJson(response, { detail: 'Not Found' }, 404), { isFinal: true }],
    [
      'redirected',
      (response) => void response.writeHead(307, { location: 'http://x.invalid' }).end(),
      { isFinal: true },
    ],
    [
      'refused-request',
      (response) => sendError(response, 400, 'too long'),
      { isFinal: false, isPassing: false },
    ],
    [
      'busy',
      (response) => {
        response.setHeader('retry-after', '7');
        sendError(response, 429, 'wait');
      },
      { isPassing: true, retryAfter: 7 },
    ],
    ['server', (response) => sendError(response, 503, 'no room'), { isFinal: false, isPassing: true }],
    [
      'malformed',
      (response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<html></html>'),
      { isPassing: true },
    ],
    [
      'cut',
      (response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.end(chunkOf({ content: 'Eight' }));
      },
      { isPassing: true },
    ],
  ];

  it.each(failures)('is the same on both sides: %s', async (failure, completion, kind) => {
    await using both = await bridgeTo(completion);
    const error = await failureOf(both.model.complete({ ...asked, signal: never }));
    expect(error).toBeInstanceOf(ModelError);
    expect(error).toMatchObject({
      failure,
      text: { id: `model.failure.${failure}`, values: { url: both.model.baseUrl } },
    });
    for (const [name, value] of Object.entries(kind)) expect(error).toHaveProperty(name, value);
  });

  it('is that there is none', async () => {
    const gone = await startModelEndpoint({ completion: () => undefined });
    await gone[Symbol.asyncDispose]();
    const url = `${gone.url}/v1`;
    using bridge = await startModelBridge({ endpoints: [{ url }] });
    const model = bridge.models.model({ endpoint: url, model: 'tiny', purpose: 'ask' });
    const error = await failureOf(model.complete({ ...asked, signal: never }));
    expect(error).toMatchObject({ failure: 'unreachable', isFinal: false, isPassing: true });
  });

  it('is that it takes longer than the seconds that were given', async () => {
    await using both = await bridgeTo(() => undefined);
    const model = both.bridge.models.model({
      endpoint: both.model.baseUrl,
      model: 'tiny',
      purpose: 'bench',
      seconds: 0.05,
    });
    const error = await failureOf(model.complete({ ...asked, signal: never }));
    expect(error).toMatchObject({ failure: 'timeout', text: { values: { seconds: 0.05 } } });
  });
});

describe('what is never sent', () => {
  const reply: Completion = (response) => streamText(response, 'Eight.');

  it.each([
    ['from a workspace that is not trusted', { isTrusted: false }, 'endpoint.untrusted'],
    ['to an endpoint that the settings do not have', { endpoints: [] }, 'endpoint.unknown'],
    ['through a client that asks no models', { canAsk: false }, 'model.no-client'],
  ] as const)('goes nowhere: %s', async (_what, options, id) => {
    await using both = await bridgeTo(reply, options);
    const error = await failureOf(both.model.complete({ ...asked, signal: never }));
    expect(error).toBeInstanceOf(FactprobeError);
    expect(error).not.toBeInstanceOf(ModelError);
    expect(error).toMatchObject({ text: { id } });
    expect(both.endpoint.requests).toEqual([]);
  });

  it('goes to no other machine before it is agreed to, for each purpose', async () => {
    const url = 'https://models.example.com/v1';
    using bridge = await startModelBridge({ endpoints: [{ url }], agrees: false });
    for (const purpose of ['ask', 'bench'] as const) {
      const error = await failureOf(bridge.models.describe(describing({ purpose }), never));
      expect(error).toMatchObject({
        text: { id: 'model.not-agreed', values: { host: 'models.example.com' } },
      });
    }
    expect(bridge.confirmed).toEqual([`ask ${url}`, `bench ${url}`]);
    expect(bridge.lines).toEqual([]);
  });
});

describe('the model in use', () => {
  const reply: Completion = (response) => streamText(response, 'one, ', 'two');

  it('is named with what it was seen to do', async () => {
    await using both = await bridgeTo(reply);
    expect(await both.bridge.models.describe(describing({ purpose: 'bench', probes: true }), never)).toEqual({
      endpoint: both.model.baseUrl,
      model: 'tiny',
      capabilities: expect.objectContaining({ streaming: true, choice: false }),
    });
  });

  it('is named without asking it anything', async () => {
    await using both = await bridgeTo(reply);
    const described = await both.bridge.models.describe(describing(), never);
    expect(described).toEqual({ endpoint: both.model.baseUrl, model: 'tiny' });
    expect(both.endpoint.requests.map(({ path }) => path)).toEqual(['/v1/models']);
  });

  it.each([
    ['there is no endpoint', { endpoints: [] }, describing(), 'endpoint.none'],
    [
      'there are two and none is active',
      { endpoints: [{ url: 'a' }, { url: 'b' }] },
      describing(),
      'endpoint.none-active',
    ],
    ['another one is wanted', {}, describing({ endpoint: 'http://localhost:9/v1' }), 'endpoint.unknown'],
    ['its server does not serve it', {}, describing({ model: 'huge' }), 'model.not-served'],
  ] as const)('is not named when %s', async (_when, options, params, id) => {
    await using both = await bridgeTo(reply, options);
    expect(await failureOf(both.bridge.models.describe(params, never))).toMatchObject({ text: { id } });
  });
});
