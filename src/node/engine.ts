import { readFileSync } from 'node:fs';
import { availableParallelism, homedir } from 'node:os';
import { join } from 'node:path';
import type { Message } from '../core/platform/index.ts';
import { cacheFolderOf } from './cache-folder.ts';
import { sha256 } from './hash.ts';
import { createWorkerPool, type WorkerPool } from './worker-pool.ts';

/** Where the bundles and the parser's WebAssembly are, and who hears what the workers have to say. */
export interface EngineOptions {
  /** The folder of the bundles. */
  readonly dist: string;
  readonly onNotice: (text: Message) => void;
  /** Threads at most; as many as the machine has cores without it. */
  readonly threads?: number;
  /** A job that takes longer is given up; 20 without it, as long as somebody may wait in front of an editor. */
  readonly deadlineSeconds?: number;
  /** Absolute folders outside of which no source is read, installed packages aside; anywhere without them. */
  readonly confinedTo?: readonly string[];
}

/** A pool on the bundled worker. The hash of the worker's own code is the engine's version for the cache. */
export function createEngine({
  dist,
  onNotice,
  threads,
  deadlineSeconds = 20,
  confinedTo,
}: EngineOptions): WorkerPool {
  const script = join(dist, 'worker.cjs');
  const { env: environment, platform } = process;
  return createWorkerPool({
    script,
    setup: {
      wasmFolder: dist,
      engine: sha256(readFileSync(script)).slice(0, 16),
      cacheFolder: cacheFolderOf({ environment, platform, home: homedir() }),
      ...(confinedTo === undefined ? {} : { confinedTo }),
    },
    size: threads ?? availableParallelism(),
    deadlineSeconds,
    onNotice: eachOnce(onNotice),
  });
}

/** Every thread says what it found out; the user hears each notice once. */
export function eachOnce(onNotice: (text: Message) => void): (text: Message) => void {
  const said = new Set<string>();
  return (text) => {
    const key = JSON.stringify(text);
    if (said.has(key)) return;
    said.add(key);
    onNotice(text);
  };
}
