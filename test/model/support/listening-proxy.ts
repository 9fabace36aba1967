import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as z from 'zod';

/** A request for a completion that went through. */
export interface Heard {
  /** What was said to the model, the last message only. */
  readonly prompt: string;
  /** Whether whoever asked has hung up before the reply was whole. */
  isAbandoned: boolean;
}

/** A server in front of another one, which passes all on as it is and remembers what was asked. */
export interface ListeningProxy extends AsyncDisposable {
  readonly url: string;
  readonly heard: readonly Heard[];
  /** While true, a reply that has begun stands still, so that it can't end before somebody stops it. */
  holdsReplies: boolean;
}

const completion = z.object({ messages: z.array(z.object({ content: z.string() })).nonempty() });

/** Starts one on a free port of the loopback, in front of the server at `origin`. */
export async function startListeningProxy(origin: string): Promise<ListeningProxy> {
  const heard: Heard[] = [];
  const manner = { holdsReplies: false };
  const server = createServer(async (incoming, response) => {
    const body = await bodyOf(incoming);
    if (incoming.url === '/v1/chat/completions') {
      const note = {
        prompt: completion.parse(JSON.parse(body)).messages.at(-1)?.content ?? '',
        isAbandoned: false,
      };
      heard.push(note);
      response.once('close', () => {
        note.isAbandoned = !response.writableFinished;
      });
    }
    passOn(origin, { incoming, body, response, holds: () => manner.holdsReplies });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return Object.assign(manner, {
    url: `http://127.0.0.1:${port}`,
    heard,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  });
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  let body = '';
  for await (const piece of incoming.setEncoding('utf8')) body += piece;
  return body;
}

interface Exchange {
  readonly incoming: IncomingMessage;
  readonly body: string;
  readonly response: ServerResponse;
  readonly holds: () => boolean;
}

/** Pieces of a stream after which a reply has certainly begun: the first one names the role alone. */
const piecesOfBeginning = 6;

function passOn(origin: string, { incoming, body, response, holds }: Exchange): void {
  const { method, headers, url = '/' } = incoming;
  const outgoing = request(new URL(url, origin), { ...(method === undefined ? {} : { method }), headers });
  // Whoever hangs up here hangs up there, too.
  response.once('close', () => outgoing.destroy());
  outgoing.once('response', (reply) => {
    response.writeHead(reply.statusCode ?? 502, reply.headers);
    let pieces = 0;
    reply.pipe(response);
    reply.on('data', () => {
      pieces += 1;
      if (holds() && pieces >= piecesOfBeginning) reply.unpipe(response).pause();
    });
  });
  outgoing.once('error', () => response.destroy());
  outgoing.end(body);
}
