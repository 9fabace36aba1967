import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  CancelledError,
  type IsolatedOutcome,
  type IsolatedRequest,
  type RunIsolated,
  throwIfCancelled,
} from '../core/platform/index.ts';

/** Characters of results at most; who writes more is ended. */
const maximumResults = 4_000_000;
const keptErrors = 4_000;
/** Milliseconds between two looks at whether it was cancelled. */
const pace = 50;

/** Programs of this machine, run apart. */
export const runIsolated: RunIsolated = async (request) => {
  throwIfCancelled(request.cancellation);
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'factprobe-run-')));
  try {
    await mkdir(join(folder, 'work'));
    return await runIn(folder, request);
  } finally {
    // What it left may be locked or guarded; a folder that can't be deleted is the system's to clean up.
    await rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  }
};

async function runIn(folder: string, request: IsolatedRequest): Promise<IsolatedOutcome> {
  const work = join(folder, 'work');
  const [program, ...words] = limited([request.program, ...request.arguments(work)], request.seconds);
  const child = spawn(program, words, {
    cwd: work,
    env: { ...bareEnvironment(work), ...request.environment },
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
    // A group of its own, which can be killed as one.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const watch = new Watch(child, request);
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(request.input);
  try {
    const results = collect(child.stdio[3], (size) => {
      if (size > maximumResults) watch.end('too-much');
    });
    const errors = collect(child.stderr, () => undefined);
    const [code] = await once(child, 'exit');
    // What it started may hold its outputs open for ever.
    killGroup(child);
    const outcome = {
      results: (await results).slice(0, maximumResults),
      errors: (await errors).slice(-keptErrors),
    };
    throwIfCancelled(request.cancellation);
    if (code === 127 && outcome.results === '') return { type: 'missing' };
    return { type: watch.reason ?? 'ended', code: typeof code === 'number' ? code : null, ...outcome };
  } catch (error) {
    if (error instanceof CancelledError || !isMissing(error)) throw error;
    return { type: 'missing' };
  } finally {
    watch.dispose();
    killGroup(child);
  }
}

/** Ends a program that takes too long, that writes too much, or that nobody wants any more. */
class Watch {
  readonly #child: ChildProcess;
  readonly #timer: NodeJS.Timeout;
  readonly #poll: NodeJS.Timeout;
  reason: 'timed-out' | 'too-much' | undefined;

  constructor(child: ChildProcess, { seconds, cancellation }: IsolatedRequest) {
    this.#child = child;
    this.#timer = setTimeout(() => this.end('timed-out'), seconds * 1000);
    this.#poll = setInterval(() => {
      if (cancellation.aborted) killGroup(child);
    }, pace);
  }

  end(reason: 'timed-out' | 'too-much'): void {
    this.reason ??= reason;
    killGroup(this.#child);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    clearInterval(this.#poll);
  }
}

/** Where the system can: seconds of computing at most, should whoever watches it be gone, and no core dumps. */
function limited(words: readonly string[], seconds: number): [string, ...string[]] {
  const [program = '', ...rest] = words;
  if (process.platform === 'win32') return [program, ...rest];
  const script = `ulimit -c 0; ulimit -t ${Math.ceil(seconds) + 5}; exec "$@"`;
  return ['/bin/sh', '-c', script, 'sh', program, ...rest];
}

/** What a program can't do without; no variable of the user's goes along but the search path. */
function bareEnvironment(home: string): Record<string, string> {
  const kept = ['PATH', 'SystemRoot', 'SYSTEMROOT', 'COMSPEC', 'PATHEXT'];
  const found = kept.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const own = {
    HOME: home,
    USERPROFILE: home,
    TMPDIR: home,
    TEMP: home,
    TMP: home,
    LANG: 'C.UTF-8',
    TZ: 'UTC',
  };
  return { ...Object.fromEntries(found), ...own };
}

async function collect(stream: unknown, onSize: (size: number) => void): Promise<string> {
  if (!(stream instanceof Readable)) return '';
  stream.setEncoding('utf8');
  let all = '';
  try {
    for await (const chunk of stream) {
      if (all.length <= maximumResults) all += String(chunk);
      onSize(all.length);
    }
  } catch {
    // A program that is killed leaves its outputs cut: what came until then counts.
  }
  return all;
}

/** Ends a program and all that it started. */
function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { windowsHide: true });
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody of the group is left.
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
