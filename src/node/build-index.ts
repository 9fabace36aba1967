import type { IndexState } from '../protocol/index-jobs.ts';
import type { WorkerPool } from './worker-pool.ts';

/** Whose packages are to be indexed, and who hears of it. */
export interface BuildIndexOptions {
  /** Absolute folders to look from, the nearest first. */
  readonly from: readonly string[];
  /** Threads that read at once. */
  readonly threads: number;
  /** Whether everything that the folders see is read again. */
  readonly isAnew?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** What came of it. */
export interface BuiltIndex {
  /** Sources that were read, because they were new or had changed. */
  readonly read: number;
  readonly state: IndexState;
}

/**
 * Reads what some folders see into the index, in several threads, only what changed. Rejects with a `CancelledError` when
 * cancelled: what was read until then stays.
 */
export async function buildIndex(
  pool: WorkerPool,
  { from, threads, isAnew = false, signal, onProgress }: BuildIndexOptions,
): Promise<BuiltIndex> {
  const options = (key: string) => ({ key, ...(signal === undefined ? {} : { signal }) });
  const finding = pool.run({ type: 'index-sources', from }, options('index 0'));
  // The other threads start meanwhile: loading the program takes one about as long.
  const starting = Array.from({ length: threads - 1 }, (_, i) =>
    pool.run({ type: 'index-read', sources: [] }, options(`index ${i + 1}`)),
  );
  const [sources] = await Promise.all([finding, ...starting]);
  if (isAnew) await pool.run({ type: 'index-forget', sources }, options('index 0'));
  const waiting = [...sources];
  const total = sources.length;
  let done = 0;
  let read = 0;
  const work = async (thread: number) => {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, batchSize(waiting.length, threads));
      const changed = await pool.run({ type: 'index-read', sources: batch }, options(`index ${thread}`));
      read += changed;
      done += batch.length;
      onProgress?.(done, total);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, threads) }, (_, thread) => work(thread)));
  const state = await pool.run({ type: 'index-state', sources, isBuilt: true }, options('index 0'));
  return { read, state };
}

/**
 * Large at first, so that many small packages share a write, and ever smaller, so that all threads end at about the same
 * time.
 */
function batchSize(left: number, threads: number): number {
  return Math.max(1, Math.min(64, Math.floor(left / (4 * threads))));
}
