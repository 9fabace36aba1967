import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Message } from '../core/platform/index.ts';
import { sha256 } from './hash.ts';
import { createWorkerPool, type WorkerPool } from './worker-pool.ts';

/** Where the bundles and the parser's WebAssembly are, and who hears what the workers have to say. */
export interface EngineOptions {
  /** The folder of the bundles. */
  readonly dist: string;
  readonly onNotice: (text: Message) => void;
  /** Threads at most; as many as the machine has cores without it. */
  readonly threads?: number;
}

/** A pool on the bundled worker. The hash of the worker's own code is the engine's version for the cache. */
export function createEngine({ dist, onNotice, threads }: EngineOptions): WorkerPool {
  const script = join(dist, 'worker.cjs');
  return createWorkerPool({
    script,
    setup: { wasmFolder: dist, engine: sha256(readFileSync(script)).slice(0, 16) },
    size: threads ?? availableParallelism(),
    deadlineSeconds: 20,
    onNotice,
  });
}
