import { FactprobeError } from '../core/platform/index.ts';
import { findScopeLines, type LinesOf } from '../node/scope-lines.ts';
import type { CheckScope } from '../protocol/check-scope.ts';
import type { ServerContext } from './server-context.ts';
import { checkSourceFile, publishSourceFile, type SourceFileTools } from './source-file-check.ts';
import { uriOfPath } from './uris.ts';

/** Checks files that were listed again, as they are on the disk, and publishes what comes of it; open ones see to themselves. */
export async function checkListed(
  files: readonly string[],
  scope: CheckScope,
  context: ServerContext,
): Promise<void> {
  const linesOf = await linesFor(files, scope, context);
  if (linesOf === undefined) return;
  const { signal } = new AbortController();
  const tools: SourceFileTools = { context, signal, everything: false, linesOf };
  const isOpen = (path: string) => context.documents.get(uriOfPath(path)) !== undefined;
  for (const path of files) {
    if (isOpen(path)) continue;
    const checked = await checkSourceFile(path, tools);
    if (!isOpen(path)) publishSourceFile(path, checked, tools);
  }
}

/** The lines that count; `undefined` where they can't be told any more, and what is listed had better stay. */
async function linesFor(
  files: readonly string[],
  { scope, changedAgainst }: CheckScope,
  context: ServerContext,
): Promise<readonly LinesOf[] | undefined> {
  if (scope === 'workspace' || scope === 'openFiles') return [];
  const narrowed = scope === 'changed' ? { changed: changedAgainst } : { generated: true };
  const { signal } = new AbortController();
  try {
    return (await findScopeLines({ folders: await context.folders(), files, signal, ...narrowed })).kinds;
  } catch (error) {
    // Nobody waits for this check: what goes wrong unexpectedly must not end the server.
    if (!(error instanceof FactprobeError)) context.connection.console.error(String(error));
    return undefined;
  }
}
