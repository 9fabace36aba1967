import type { CancellationToken } from 'vscode-languageserver/node';
import { CancelledError, FactprobeError, type Message } from '../core/platform/index.ts';
import { indexSentences } from '../core/report/index.ts';
import { addDocumentation } from '../node/add-documentation.ts';
import { type BuiltIndex, buildIndex } from '../node/build-index.ts';
import { createEngine } from '../node/engine.ts';
import type { WorkerPool } from '../node/worker-pool.ts';
import {
  type IndexPackagesResult,
  type IndexProgress,
  indexPackagesMethod,
  indexPackagesParamsSchema,
  indexProgressMethod,
} from '../protocol/indexing.ts';
import { cancellableAnswer } from './cancellable-answer.ts';
import type { ServerContext } from './server-context.ts';
import { pathOfUri } from './uris.ts';

/** A package of fifty thousand files takes its time. */
const deadlineSeconds = 600;
/** Milliseconds between two messages of progress. */
const pace = 150;

/** Reads what is installed into the index, when the user wants it and quietly after a question. */
export interface Indexing {
  /** Reads in the background what the open folders see; once a session, since questions read what changed. */
  inBackground(): void;
  dispose(): Promise<void>;
}

/** Has a thread of its own, so that what is typed meanwhile never waits behind thousands of packages. */
export function registerIndexing(
  context: ServerContext,
  { dist, onNotice }: { readonly dist: string; readonly onNotice: (text: Message) => void },
): Indexing {
  const { connection, folders, render } = context;
  const stop = new AbortController();
  let engine: WorkerPool | undefined;
  let isBegun = false;
  const build = async (
    signal: AbortSignal,
    onProgress: (done: number, total: number) => void,
  ): Promise<BuiltIndex> => {
    engine ??= createEngine({ dist, threads: 1, deadlineSeconds, onNotice });
    return buildIndex(engine, { from: await folders(), threads: 1, signal, onProgress });
  };
  connection.onRequest(indexPackagesMethod, (given: unknown, token: CancellationToken) =>
    cancellableAnswer(token, render, async (signal): Promise<IndexPackagesResult> => {
      const { id, add } = indexPackagesParamsSchema.parse(given);
      if (add !== null) addDocumentation(pathOfUri(add));
      let told = 0;
      const built = await build(signal, (done, total) => {
        if (performance.now() - told < pace) return;
        told = performance.now();
        const progress: IndexProgress = { id, done, total };
        void connection.sendNotification(indexProgressMethod, progress);
      });
      return {
        text: indexSentences(built)
          .map((one) => render(one))
          .join(' '),
      };
    }),
  );
  return {
    inBackground() {
      if (isBegun) return;
      isBegun = true;
      build(stop.signal, () => undefined).catch((error: unknown) => {
        // Nobody waits for it: a question reads what it needs by itself.
        if (error instanceof CancelledError || error instanceof FactprobeError) return;
        connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
      });
    },
    async dispose() {
      stop.abort();
      await engine?.dispose();
    },
  };
}
