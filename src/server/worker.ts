import { parentPort, workerData } from 'node:worker_threads';
import { checkFile } from '../core/claims/index.ts';
import { type Cancellation, CancelledError, FactprobeError } from '../core/platform/index.ts';
import { createSyntaxParser, languageById } from '../core/source/index.ts';
import { decodeUtf8, nodeFileSystem } from '../node/file-system.ts';
import { sha256 } from '../node/hash.ts';
import { createSqliteCacheStore } from '../node/sqlite-cache-store.ts';
import { wasmFolder } from '../node/wasm-source.ts';
import type {
  CheckJob,
  WorkerJob,
  WorkerReply,
  WorkerRequest,
  WorkerResults,
  WorkerSetup,
} from '../protocol/worker.ts';

// The entry of a worker thread: reads jobs, answers each once. `workerData` is set by the pool, of this build.
const setup = workerData as WorkerSetup;
const port = parentPort;
if (port === null) throw new Error('worker.cjs only runs as a worker thread');

const parser = createSyntaxParser(wasmFolder(setup.wasmFolder));
const say = (reply: WorkerReply) => port.postMessage(reply);
const cache = createSqliteCacheStore({
  folder: setup.cacheFolder,
  onNotice: (text) => say({ type: 'notice', text }),
});

async function check(job: CheckJob, cancellation: Cancellation) {
  const language = languageById(job.languageId);
  if (language === undefined) throw new Error(`unknown language ${job.languageId}`);
  const tools = {
    parser: await parser,
    files: nodeFileSystem,
    decode: decodeUtf8,
    sha256,
    cache,
    engine: setup.engine,
  };
  const text = job.text === null ? {} : { text: job.text };
  return checkFile(tools, { path: job.path, language, cancellation, ...text });
}

async function run(job: WorkerJob, cancellation: Cancellation): Promise<WorkerResults[WorkerJob['type']]> {
  switch (job.type) {
    case 'check':
      return check(job, cancellation);
    case 'clear-cache':
      cache.clear();
      return null;
  }
}

async function answer({ id, job, flag }: WorkerRequest): Promise<WorkerReply> {
  const shared = new Int32Array(flag);
  const cancellation: Cancellation = {
    get aborted() {
      return Atomics.load(shared, 0) !== 0;
    },
  };
  try {
    return { type: 'done', id, value: await run(job, cancellation) };
  } catch (error) {
    if (error instanceof CancelledError) return { type: 'cancelled', id };
    const text = error instanceof FactprobeError ? error.text : null;
    return {
      type: 'failed',
      id,
      text,
      stack: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

port.on('message', async (request: WorkerRequest) => say(await answer(request)));
