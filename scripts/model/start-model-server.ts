import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { PlainError } from '../host/plain-error.ts';
import { atProcessEnd } from '../host/process-end.ts';
import { freePort, type ProcessGroup, startGroup } from '../host/process-group.ts';
import { installServedModel } from './install-served-model.ts';
import { type ServedModel, servedModelName, sources } from './served-model.ts';

export interface ModelServerOptions {
  /** A free one without it. */
  readonly port?: number;
  /** Tokens that any reply has at most, whatever a request asks for; as many as fit without it. */
  readonly longestReply?: number;
}

/** vLLM under way on this machine alone. */
export interface ModelServer {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  readonly pid: number;
  /** Where its log is. */
  readonly log: string;
  /** Resolves once the server is gone, whoever ended it. */
  readonly ended: Promise<void>;
  /** Ends it and every process that it started. */
  stop(): Promise<void>;
}

const limitMinutes = 5;

/**
 * Serves the small model, installing it first where it isn't yet; resolves when the server is well. The server ends with
 * this process, even when that is killed. Throws an `UnavailableError` where this machine can't have the model.
 */
export async function startModelServer({
  port,
  longestReply,
}: ModelServerOptions = {}): Promise<ModelServer> {
  const installed = await installServedModel();
  const chosen = port ?? (await freePort());
  const log = resolve(`out/model/server-${chosen}.log`);
  await mkdir(dirname(log), { recursive: true });
  const folder = await mkdtemp(join(tmpdir(), 'factprobe-model-'));
  const keepFolder = atProcessEnd(() => rmSync(folder, { recursive: true, force: true }));
  const group = startGroup(installed.python, serverArguments(installed, chosen, longestReply), {
    env: { ...process.env, ...environmentIn(folder) },
    log,
    // Killed, it would leave its shared memory behind.
    lastSignal: 'SIGTERM',
  });
  const stop = async () => {
    await group.stop();
    await rm(folder, { recursive: true, force: true });
    keepFolder();
  };
  const url = `http://127.0.0.1:${chosen}`;
  try {
    await becomingWell(url, group, log);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, pid: group.pid ?? 0, log, ended: group.ended, stop };
}

function serverArguments({ model }: ServedModel, port: number, longestReply: number | undefined): string[] {
  const limit = JSON.stringify({ max_new_tokens: longestReply });
  return [
    sources.serve,
    String(process.pid),
    ...['--model', model, '--served-model-name', servedModelName],
    ...['--host', '127.0.0.1', '--port', String(port)],
    ...['--dtype', 'bfloat16', '--max-model-len', '4096'],
    // Compiling would make it answer a little faster, and start two minutes later.
    '--enforce-eager',
    ...(longestReply === undefined ? [] : ['--override-generation-config', limit]),
  ];
}

/** What keeps the server to itself: nothing is looked up or reported elsewhere, and its files are in one folder. */
function environmentIn(folder: string): Record<string, string> {
  return {
    HF_HUB_OFFLINE: '1',
    DO_NOT_TRACK: '1',
    VLLM_NO_USAGE_STATS: '1',
    VLLM_CPU_KVCACHE_SPACE: '1',
    VLLM_CACHE_ROOT: join(folder, 'cache'),
    VLLM_CONFIG_ROOT: join(folder, 'config'),
    VLLM_RPC_BASE_PATH: folder,
    TMPDIR: folder,
  };
}

async function becomingWell(url: string, group: ProcessGroup, log: string): Promise<void> {
  const until = Date.now() + limitMinutes * 60_000;
  while (Date.now() < until && group.ending() === undefined) {
    const isWell = await fetch(`${url}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    // Another server may have the port, and be well.
    if (isWell && group.ending() === undefined) return;
    await wait(200);
  }
  const why = group.ending() ?? `no answer within ${limitMinutes} minutes`;
  const end = (await readFile(log, 'utf8')).trim().split('\n').slice(-20).join('\n');
  throw new PlainError(`vLLM did not start (${why}); this is the end of ${log}:\n${end}`);
}
