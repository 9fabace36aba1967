import { describe, expect, it } from 'vitest';
import {
  baseUrlOf,
  type ChatReply,
  type ChatRequest,
  createModelServer,
} from '../../../src/core/model/index.ts';
import { createRenderer } from '../../../src/node/catalogue.ts';
import { createGuardedFetch, type TransferLimits } from '../../../src/node/guarded-fetch.ts';
import {
  type Completion,
  chunkOf,
  sendError,
  sendJson,
  startModelEndpoint,
  streamText,
} from '../../support/model-endpoint.ts';

const render = createRenderer('en');
const limits: TransferLimits = { seconds: 5, silentSeconds: 5, bytes: 1_000_000 };

interface Asking {
  readonly limits?: Partial<TransferLimits>;
  readonly request?: Partial<ChatRequest>;
  readonly apiKey?: string;
}

async function complete(completion: Completion, asking: Asking = {}): Promise<ChatReply> {
  await using endpoint = await startModelEndpoint({ completion });
  // Awaited here, so that the server lives until the reply is in.
  return await ask(endpoint.url, asking);
}

function ask(url: string, { request, apiKey, ...asking }: Asking = {}): Promise<ChatReply> {
  const server = createModelServer({
    endpoint: { baseUrl: baseUrlOf(url), ...(apiKey === undefined ? {} : { apiKey }) },
    fetch: createGuardedFetch({ ...limits, ...asking.limits }),
    clock: () => performance.now(),
  });
  return server.model('tiny').complete({
    messages: [{ role: 'user', content: 'Say hello.' }],
    sampling: { temperature: 0 },
    signal: new AbortController().signal,
    ...request,
  });
}

/** The failure and the sentence that a reader gets, addresses left out. */
async function failureOf(completion: Completion, asking?: Asking): Promise<readonly [string, string]> {
  try {
    await complete(completion, asking);
  } catch (error) {
    if (error instanceof Error && 'failure' in error && 'text' in error) {
      const sentence = render(error.text as Parameters<typeof render>[0]);
      return [String(error.failure), sentence.replaceAll(/http:\/\/127\.0\.0\.1:\d+\/v1/g, 'URL')];
    }
    throw error;
  }
  throw new Error('a reply came');
}

describe('a reply', () => {
  it('is put together from its pieces as they come', async () => {
    const pieces: string[] = [];
    const reply = await complete((response) => streamText(response, 'Hel', 'lo', ' there.'), {
      request: { onText: (piece) => pieces.push(piece) },
    });
    expect(pieces).toEqual(['Hel', 'lo', ' there.']);
    expect(reply).toMatchObject({
      text: 'Hello there.',
      thinking: '',
      finishReason: 'stop',
      isThinkingClosed: true,
    });
    expect(reply.usage).toBeUndefined();
  });

  it.each([
    ['between marks', ['<think>Well', ', 5.</think>', 'Five.']],
    ['before a closing mark alone', ['Well, 5.', '</think>', 'Five.']],
  ])('keeps thinking %s apart', async (_name, pieces) => {
    const reply = await complete((response) => streamText(response, ...pieces));
    expect(reply).toMatchObject({ text: 'Five.', thinking: 'Well, 5.', isThinkingClosed: true });
  });

  it('keeps thinking in a field of its own apart, and shows none of it', async () => {
    const pieces: string[] = [];
    const reply = await complete(
      (response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.write(chunkOf({ reasoning: 'Hm.' }));
        response.write(chunkOf({ reasoning_content: ' Yes.' }));
        response.write(chunkOf({ content: 'Five.' }));
        response.end(chunkOf({}, 'stop'));
      },
      { request: { onText: (piece) => pieces.push(piece) } },
    );
    expect(reply).toMatchObject({ text: 'Five.', thinking: 'Hm. Yes.' });
    expect(pieces).toEqual(['Five.']);
  });

  it('that is all thinking has no answer', async () => {
    const reply = await complete((response) => streamText(response, '<think>On ', 'and on'));
    expect(reply).toMatchObject({ text: '', thinking: 'On and on', isThinkingClosed: false });
  });

  it('may be empty, refused, or cut at the token limit', async () => {
    expect(await complete((response) => streamText(response))).toMatchObject({ text: '' });
    const refusal = await complete((response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(chunkOf({ refusal: 'I would rather not.' }));
      response.end(chunkOf({}, 'length'));
    });
    expect(refusal).toMatchObject({ refusal: 'I would rather not.', finishReason: 'length' });
  });

  it('is asked for with what the request says, and no key unless there is one', async () => {
    let sent: unknown;
    const headers: (string | undefined)[] = [];
    const completion: Completion = (response, body, request) => {
      sent = body;
      headers.push(request.headers.authorization);
      streamText(response, 'yes');
    };
    await complete(completion, {
      request: {
        sampling: { maxTokens: 7, seed: 3 },
        thinking: false,
        form: { type: 'choice', choices: ['yes', 'no'] },
      },
    });
    expect(sent).toMatchObject({
      model: 'tiny',
      max_tokens: 7,
      seed: 3,
      stream: true,
      chat_template_kwargs: { enable_thinking: false },
      structured_outputs: { choice: ['yes', 'no'] },
    });
    await complete(completion, { apiKey: 'sesame' });
    expect(headers).toEqual([undefined, 'Bearer sesame']);
  });
});

describe('an endpoint that gives no reply', () => {
  it.each<[string, Completion, string, string]>([
    [
      'sends a web page with 200',
      (response) => {
        response.writeHead(200, { 'content-type': 'text/html' });
        response.end('<html><body>Welcome</body></html>');
      },
      'malformed',
      'What the server at URL sent is no reply of an OpenAI-compatible server; check that the URL is the one of its API.',
    ],
    [
      'streams what is no JSON',
      (response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.end('data: {"choices":[{"delta"\n\ndata: [DONE]\n\n');
      },
      'malformed',
      'What the server at URL sent is no reply of an OpenAI-compatible server; check that the URL is the one of its API.',
    ],
    [
      'redirects',
      (response) => {
        response.writeHead(302, { location: 'http://elsewhere.invalid/v1' });
        response.end();
      },
      'redirected',
      'The server at URL redirects to http://elsewhere.invalid/v1; redirects are not followed, so name that URL if you trust it.',
    ],
    [
      'refuses the key',
      (response) => sendError(response, 401, 'Unauthorized'),
      'unauthorized',
      'The server at URL refuses the key (401); check it.',
    ],
    [
      'does not know the model',
      (response) => sendError(response, 404, 'The model `tiny` does not exist.'),
      'unknown-model',
      'The server at URL does not serve tiny; choose one of the models that it lists.',
    ],
    [
      'has nothing at that path',
      (response) => sendJson(response, { detail: 'Not Found' }, 404),
      'no-such-path',
      'The server at URL has no chat completions there; check the URL.',
    ],
    [
      'cannot read the request',
      (response) => sendError(response, 400, 'temperature must be at least 0'),
      'refused-request',
      'The server at URL refused the request (400): temperature must be at least 0',
    ],
    [
      'breaks',
      (response) => sendError(response, 500, 'out of memory'),
      'server',
      'The server at URL failed (500): out of memory',
    ],
    [
      'closes the stream before its end',
      (response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.end(chunkOf({ content: 'The ans' }));
      },
      'cut',
      "The server at URL broke the reply off before its end; look at the server's log.",
    ],
    [
      'drops the connection in the middle',
      (response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.write(chunkOf({ content: 'The ans' }), () => response.destroy());
      },
      'cut',
      "The server at URL broke the reply off before its end; look at the server's log.",
    ],
  ])('because it %s', async (_name, completion, failure, sentence) => {
    expect(await failureOf(completion)).toEqual([failure, sentence]);
  });

  it('waits as long as it is asked to', async () => {
    const busy: Completion = (response) => {
      response.setHeader('retry-after', '7');
      sendError(response, 429, 'slow down');
    };
    await expect(complete(busy)).rejects.toMatchObject({ failure: 'busy', retryAfter: 7, isPassing: true });
  });

  it('because it never begins', async () => {
    const never: Completion = () => undefined;
    expect(await failureOf(never, { limits: { silentSeconds: 0.2 } })).toEqual([
      'silent',
      "The server at URL sent nothing for 0.2 seconds; check that it isn't overloaded.",
    ]);
  });

  it('because it never ends', async () => {
    const endless: Completion = (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const timer = setInterval(() => response.write(chunkOf({ content: 'and ' })), 5);
      response.on('close', () => clearInterval(timer));
    };
    expect((await failureOf(endless, { limits: { seconds: 0.4 } }))[0]).toBe('timeout');
    expect((await failureOf(endless, { limits: { bytes: 2_000 } }))[0]).toBe('too-large');
  });

  it('because it sends ten megabytes', async () => {
    const large: Completion = (response) => sendJson(response, { text: 'x'.repeat(10 * 1024 * 1024) });
    expect((await failureOf(large))[0]).toBe('too-large');
  });

  it('because nobody listens', async () => {
    const endpoint = await startModelEndpoint({ completion: () => undefined });
    const { url } = endpoint;
    await endpoint[Symbol.asyncDispose]();
    await expect(ask(url)).rejects.toMatchObject({ failure: 'unreachable' });
  });

  it('stops at once when it is cancelled', async () => {
    const abort = new AbortController();
    const completion: Completion = (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(chunkOf({ content: 'The' }));
      setTimeout(() => abort.abort(), 20);
    };
    await expect(complete(completion, { request: { signal: abort.signal } })).rejects.toMatchObject({
      name: 'CancelledError',
    });
  });
});

describe('the base URL', () => {
  it.each([
    ['localhost:8000', 'http://localhost:8000/v1'],
    ['http://localhost:8000/', 'http://localhost:8000/v1'],
    ['https://host.example/v1/', 'https://host.example/v1'],
    ['https://host.example/v1/chat/completions', 'https://host.example/v1'],
    ['https://host.example/api/openai/v1', 'https://host.example/api/openai/v1'],
    [' 10.0.0.7:8080/llm ', 'http://10.0.0.7:8080/llm/v1'],
    ['[::1]:8000', 'http://[::1]:8000/v1'],
  ])('of %s is %s', (typed, url) => {
    expect(baseUrlOf(typed)).toBe(url);
  });

  it.each(['', 'ftp://host', 'http://', 'http://me:secret@host/v1', 'two words'])(
    'is not in “%s”',
    (typed) => {
      expect(() => baseUrlOf(typed)).toThrow();
    },
  );

  it('does not show a password that it refuses', () => {
    try {
      baseUrlOf('http://me:secret@host/v1');
    } catch (error) {
      expect(JSON.stringify(error)).not.toContain('secret');
    }
  });
});
