import { availableParallelism } from 'node:os';
import type { CancellationToken } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type CheckWorkspaceParams,
  type CheckWorkspaceProgress,
  type CheckWorkspaceResult,
  checkWorkspaceMethod,
  checkWorkspaceParamsSchema,
  checkWorkspaceProgressMethod,
} from '../protocol/check-scope.ts';
import { cancellableAnswer } from './cancellable-answer.ts';
import type { ServerContext } from './server-context.ts';
import { checkSourceFile, publishSourceFile, type SourceFileTools } from './source-file-check.ts';
import { pathOfUri } from './uris.ts';
import { workspaceSources } from './workspace-sources.ts';

/** Milliseconds between two messages of a check's progress. */
const pace = 150;

/**
 * Checks everything in the scope that a client names. What it finds stays listed: a file that is opened is checked as it
 * is typed from then on, and once more as it is on the disk when it is closed.
 */
export function registerCheckWorkspace(context: ServerContext): void {
  const { connection, documents, listed, render } = context;
  connection.onRequest(checkWorkspaceMethod, (given: unknown, token: CancellationToken) =>
    cancellableAnswer(token, render, (signal) =>
      checkAll(checkWorkspaceParamsSchema.parse(given), { context, signal }),
    ),
  );
  documents.onDidClose(({ document }) => listed.changed(pathOfUri(document.uri)));
}

interface Checking {
  readonly context: ServerContext;
  readonly signal: AbortSignal;
}

async function checkAll(
  { id, scope, changedAgainst, everything }: CheckWorkspaceParams,
  { context, signal }: Checking,
): Promise<CheckWorkspaceResult> {
  const { files, linesOf } = await workspaceSources({ scope, changedAgainst }, { context, signal });
  const tools: SourceFileTools = { context, signal, everything, linesOf };
  const open = openDocuments(context);
  const counts = { claims: 0, contradicted: 0, skipped: 0 };
  const rest = [...files];
  let done = 0;
  let told = 0;
  const checkNext = async (): Promise<void> => {
    for (let path = rest.shift(); path !== undefined && !signal.aborted; path = rest.shift()) {
      const checked = await checkSourceFile(path, { ...tools, document: open.get(path) });
      if (signal.aborted) return;
      done++;
      counts.claims += checked.claims;
      counts.contradicted += checked.shown.length;
      if (checked.isSkipped) counts.skipped++;
      if (!open.has(path)) {
        context.listed.add(path, { scope, changedAgainst });
        publishSourceFile(path, checked, tools);
      }
      if (performance.now() - told < pace) continue;
      told = performance.now();
      const progress: CheckWorkspaceProgress = { id, done, total: files.length };
      void context.connection.sendNotification(checkWorkspaceProgressMethod, progress);
    }
  };
  // A few at a time, so that what is typed meanwhile never waits behind thousands of files.
  await Promise.all(Array.from({ length: availableParallelism() }, checkNext));
  return { isCancelled: signal.aborted, done, total: files.length, ...counts };
}

function openDocuments({ documents }: ServerContext): ReadonlyMap<string, TextDocument> {
  return new Map(documents.all().map((document) => [pathOfUri(document.uri), document]));
}
