import { Worker } from 'node:worker_threads';
import { CancelledError, FactprobeError, type Message, message } from '../core/platform/index.ts';
import type {
  WorkerJob,
  WorkerReply,
  WorkerRequest,
  WorkerResults,
  WorkerSetup,
} from '../protocol/worker.ts';

export interface WorkerPoolOptions {
  /** The worker's script. */
  readonly script: string;
  readonly setup: WorkerSetup;
  /** Number of threads at most; each starts with its first job. */
  readonly size: number;
  /** A job that runs longer is given up and its thread ended. */
  readonly deadlineSeconds: number;
  /** Called with what a worker wants the user to know. */
  readonly onNotice: (text: Message) => void;
}

export interface RunOptions {
  /** Jobs with the same key run one after the other in one thread: a document's trees don't travel. */
  readonly key: string;
  readonly signal?: AbortSignal;
}

/** Runs jobs in worker threads. */
export interface WorkerPool {
  /** What its threads are told. */
  readonly setup: WorkerSetup;
  /**
   * Runs a job. Rejects with a `CancelledError` when cancelled, a `FactprobeError` for an expected failure (the
   * deadline included), an `Error` with the worker's stack for any other.
   */
  run<J extends WorkerJob>(job: J, options: RunOptions): Promise<WorkerResults[J['type']]>;
  /** Runs a job in every thread that has started, and in one at least; for what threads keep to themselves. */
  runEverywhere(job: WorkerJob): Promise<void>;
  /** Ends every thread; jobs under way are cancelled. */
  dispose(): Promise<void>;
}

/** Makes a pool; threads start when they are needed. */
export function createWorkerPool(options: WorkerPoolOptions): WorkerPool {
  const threads = Array.from({ length: Math.max(1, options.size) }, () => new Thread(options));
  const byKey = new Map<string, Thread>();
  const threadFor = (key: string): Thread => {
    const known = byKey.get(key);
    if (known !== undefined) return known;
    const idlest = threads.reduce((a, b) => (b.waiting < a.waiting ? b : a));
    byKey.set(key, idlest);
    return idlest;
  };
  return {
    setup: options.setup,
    async run<J extends WorkerJob>(job: J, { key, signal }: RunOptions) {
      const value = await threadFor(key).run(job, signal);
      // The worker answers a job with that job's result; the reply's type can't say so across the process.
      return value as WorkerResults[J['type']];
    },
    async runEverywhere(job) {
      const started = threads.filter(({ isStarted }) => isStarted);
      await Promise.all(
        (started.length === 0 ? threads.slice(0, 1) : started).map((one) => one.run(job, undefined)),
      );
    },
    async dispose() {
      await Promise.all(threads.map((thread) => thread.dispose()));
    },
  };
}

/** Jobs of which no file is the subject. */
const questions: ReadonlySet<WorkerJob['type']> = new Set([
  'ask',
  'passages',
  'questions-at',
  'verify-claim',
]);

interface Pending {
  readonly request: WorkerRequest;
  readonly resolve: (value: WorkerResults[WorkerJob['type']]) => void;
  readonly reject: (error: Error) => void;
}

/** One thread with its queue: a job at a time, so that the deadline measures the job alone. */
class Thread {
  readonly #options: WorkerPoolOptions;
  readonly #queue: Pending[] = [];
  #worker: Worker | undefined;
  #current: Pending | undefined;
  #timer: NodeJS.Timeout | undefined;
  #nextId = 0;

  constructor(options: WorkerPoolOptions) {
    this.#options = options;
  }

  get waiting(): number {
    return this.#queue.length + (this.#current === undefined ? 0 : 1);
  }

  get isStarted(): boolean {
    return this.#worker !== undefined;
  }

  run(job: WorkerJob, signal: AbortSignal | undefined): Promise<WorkerResults[WorkerJob['type']]> {
    return new Promise((resolve, reject) => {
      const flag = new SharedArrayBuffer(4);
      const cancel = () => this.#cancel(pending);
      // A signal outlives thousands of jobs; none may stay behind on it.
      const settled =
        <T>(settle: (value: T) => void) =>
        (value: T) => {
          signal?.removeEventListener('abort', cancel);
          settle(value);
        };
      const request = { id: this.#nextId++, job, flag };
      const pending: Pending = { request, resolve: settled(resolve), reject: settled(reject) };
      if (signal?.aborted === true) {
        reject(new CancelledError('cancelled before it began'));
        return;
      }
      signal?.addEventListener('abort', cancel, { once: true });
      this.#queue.push(pending);
      this.#next();
    });
  }

  async dispose(): Promise<void> {
    for (const pending of this.#queue.splice(0)) pending.reject(new CancelledError('the pool was closed'));
    this.#end(new CancelledError('the pool was closed'));
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  #cancel(pending: Pending): void {
    const index = this.#queue.indexOf(pending);
    if (index >= 0) {
      this.#queue.splice(index, 1);
      pending.reject(new CancelledError('cancelled before it began'));
    } else {
      Atomics.store(new Int32Array(pending.request.flag), 0, 1);
    }
  }

  #next(): void {
    if (this.#current !== undefined) return;
    const pending = this.#queue.shift();
    if (pending === undefined) {
      this.#worker?.unref();
      return;
    }
    this.#current = pending;
    this.#worker ??= this.#start();
    this.#worker.ref();
    this.#worker.postMessage(pending.request);
    this.#timer = setTimeout(() => this.#giveUp(), this.#options.deadlineSeconds * 1000);
  }

  #start(): Worker {
    const worker = new Worker(this.#options.script, {
      workerData: this.#options.setup,
      // What is made while a file is checked is garbage right after it: room for it spares most collections.
      resourceLimits: { maxYoungGenerationSizeMb: 64 },
    });
    worker.on('message', (reply: WorkerReply) => this.#receive(reply));
    worker.on('error', (error) =>
      this.#lose(worker, error instanceof Error ? error : new Error(String(error))),
    );
    worker.on('exit', (code) =>
      this.#lose(worker, new Error(`a worker thread ended by itself with code ${code}`)),
    );
    return worker;
  }

  #receive(reply: WorkerReply): void {
    if (reply.type === 'notice') {
      this.#options.onNotice(reply.text);
      return;
    }
    const pending = this.#current;
    if (pending === undefined || pending.request.id !== reply.id) return;
    if (reply.type === 'done') {
      this.#settle();
      pending.resolve(reply.value);
      this.#next();
      return;
    }
    this.#end(reply.type === 'cancelled' ? new CancelledError('cancelled') : failureOf(reply));
    this.#next();
  }

  /** A worker past its deadline is ended; the next job starts a new one. */
  #giveUp(): void {
    const worker = this.#worker;
    this.#worker = undefined;
    void worker?.terminate();
    const seconds = this.#options.deadlineSeconds;
    const isQuestion = this.#current !== undefined && questions.has(this.#current.request.job.type);
    const id = isQuestion ? 'ask.too-slow' : 'workspace.skipped.too-slow';
    this.#end(new FactprobeError(message(id, { seconds })));
    this.#next();
  }

  #lose(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    this.#end(error);
    this.#next();
  }

  #end(error: Error): void {
    const pending = this.#current;
    this.#settle();
    pending?.reject(error);
  }

  #settle(): void {
    clearTimeout(this.#timer);
    this.#current = undefined;
  }
}

function failureOf(reply: Extract<WorkerReply, { type: 'failed' }>): Error {
  if (reply.text !== null) return new FactprobeError(reply.text);
  const error = new Error(reply.stack.split('\n')[0] ?? 'a worker thread failed');
  error.stack = reply.stack;
  return error;
}
