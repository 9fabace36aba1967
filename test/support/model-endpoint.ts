import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers one request for a completion; the body is what was asked. */
export type Completion = (
  response: ServerResponse,
  body: Readonly<Record<string, unknown>>,
  request: IncomingMessage,
) => void | Promise<void>;

/** A server on a real socket that speaks just as much of the protocol as a test says. */
export interface ModelEndpoint extends AsyncDisposable {
  readonly url: string;
  /** Every request that came, the newest last. */
  readonly requests: readonly { readonly path: string; readonly headers: IncomingMessage['headers'] }[];
}

export interface EndpointScript {
  readonly completion: Completion;
  /** What `/v1/models` sends; a list with one model without it. */
  readonly models?: (response: ServerResponse, request: IncomingMessage) => void;
}

/** Starts a server on a free port of the loopback. */
export async function startModelEndpoint({ completion, models }: EndpointScript): Promise<ModelEndpoint> {
  const requests: { path: string; headers: IncomingMessage['headers'] }[] = [];
  const server = createServer(async (request, response) => {
    requests.push({ path: request.url ?? '', headers: request.headers });
    if (request.url === '/v1/models') {
      if (models !== undefined) return models(response, request);
      return sendJson(response, {
        object: 'list',
        data: [{ id: 'tiny', object: 'model', owned_by: 'test' }],
      });
    }
    if (request.url !== '/v1/chat/completions') return sendJson(response, { detail: 'Not Found' }, 404);
    let text = '';
    for await (const piece of request) text += piece;
    await completion(response, JSON.parse(text), request);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Sends a JSON body. */
export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
}

/** Sends an error in the protocol's form. */
export function sendError(response: ServerResponse, status: number, message: string): void {
  sendJson(response, { error: { message, type: 'Error', param: null, code: status } }, status);
}

/** A chunk of a streamed reply. */
export function chunkOf(delta: Readonly<Record<string, unknown>>, finish: string | null = null): string {
  const choices = [{ index: 0, delta, finish_reason: finish }];
  return `data: ${JSON.stringify({ id: 'x', object: 'chat.completion.chunk', model: 'tiny', choices })}\n\n`;
}

/** Streams pieces of text and ends as servers do. */
export function streamText(response: ServerResponse, ...pieces: readonly string[]): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const content of pieces) response.write(chunkOf({ content }));
  response.write(chunkOf({}, 'stop'));
  response.end('data: [DONE]\n\n');
}
