import { parseArgs } from 'node:util';
import { PlainError, runScript } from './host/plain-error.ts';
import { servedModelName } from './model/served-model.ts';
import { startModelServer } from './model/start-model-server.ts';

// `npm run serve-model [-- --port N]`: serves a small real model with vLLM until it is stopped, installing both first
// where they aren't yet. Standard output has the URL, once the server answers.
await runScript(async () => {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '8000' } } });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new PlainError(`--port takes a number from 0 (a free one) to 65535, not ${values.port}.`);
  }
  console.error('Starting vLLM (about a minute)…');
  const server = await startModelServer(port === 0 ? {} : { port });
  console.log(server.url);
  console.error(
    `vLLM serves ${servedModelName} as process ${server.pid}; its log is ${server.log}. Ctrl+C ends it.`,
  );
  // A signal ends this process, and the server with it.
  await server.ended;
  throw new PlainError(`vLLM has ended; the end of ${server.log} may tell why.`);
});
