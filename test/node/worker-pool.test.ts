import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { CancelledError, FactprobeError } from '../../src/core/platform/index.ts';
import { createWorkerPool, type WorkerPool } from '../../src/node/worker-pool.ts';

const script = join(import.meta.dirname, '../fixtures/worker-pool/worker.cjs');
let pool: WorkerPool | undefined;

function open(options: { readonly size?: number; readonly deadlineSeconds?: number } = {}): WorkerPool {
  pool = createWorkerPool({
    script,
    setup: { wasmFolder: '', engine: '', cacheFolder: '' },
    size: 1,
    deadlineSeconds: 20,
    onNotice: () => undefined,
    ...options,
  });
  return pool;
}

const job = (path: string) => ({ type: 'check', path, languageId: 'python', text: null }) as const;

afterEach(() => pool?.dispose());

describe('the worker pool', () => {
  it('answers jobs one after the other in one thread', async () => {
    const { run } = open();
    const results = await Promise.all(['a', 'bb', 'ccc'].map((path) => run(job(path), { key: 'one' })));
    expect(results.map(({ documented }) => documented)).toEqual([1, 2, 3]);
  });

  it('cancels a job under way, and one that waits', async () => {
    const { run } = open();
    const abort = new AbortController();
    const jobs = [1, 2].map(() => run(job('until-cancelled'), { key: 'one', signal: abort.signal }));
    setTimeout(() => abort.abort(), 50);
    for (const outcome of await Promise.allSettled(jobs)) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'CancelledError' } });
    }
    await expect(run(job('ok'), { key: 'one' })).resolves.toMatchObject({ documented: 2 });
    await expect(run(job('ok'), { key: 'one', signal: abort.signal })).rejects.toBeInstanceOf(CancelledError);
  });

  it('ends a thread past its deadline with a sentence, and goes on with the next job', async () => {
    const { run } = open({ deadlineSeconds: 1.5 });
    const slow = run(job('spin'), { key: 'one' });
    const next = run(job('ok'), { key: 'one' });
    await expect(slow).rejects.toMatchObject({ text: { id: 'workspace.skipped.too-slow' } });
    await expect(next).resolves.toMatchObject({ documented: 2 });
  });

  it('says of a question past its deadline what helps', async () => {
    const { run } = open({ deadlineSeconds: 1.5 });
    const around = { question: 'spin', at: null, from: [] };
    const slow = run({ type: 'ask', ...around }, { key: 'one' });
    await expect(slow).rejects.toMatchObject({ text: { id: 'ask.too-slow' } });
  });

  it.each(['die', 'throw'])('survives a thread that ends by “%s”', async (path) => {
    const { run } = open();
    const lost = run(job(path), { key: 'one' });
    const next = run(job('ok'), { key: 'one' });
    await expect(lost).rejects.toThrow(/code 3|broken inside/);
    await expect(next).resolves.toMatchObject({ documented: 2 });
  });

  it('tells expected failures from others', async () => {
    const { run } = open();
    await expect(run(job('expected'), { key: 'one' })).rejects.toBeInstanceOf(FactprobeError);
    await expect(run(job('fail'), { key: 'one' })).rejects.toMatchObject({ stack: 'Error: far away' });
  });

  it('cancels what is under way when it is closed', async () => {
    const { run, dispose } = open({ size: 2 });
    const jobs = ['one', 'one', 'two'].map((key) => run(job('spin'), { key }));
    const outcomes = Promise.allSettled(jobs);
    await dispose();
    for (const outcome of await outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'CancelledError' } });
    }
  });
});
