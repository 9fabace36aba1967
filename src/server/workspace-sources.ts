import { FactprobeError, message } from '../core/platform/index.ts';
import { findSources, projectExcludes } from '../core/workspace/index.ts';
import { nodeFileSystem } from '../node/file-system.ts';
import { findScopeLines, type LinesOf } from '../node/scope-lines.ts';
import type { CheckScope } from '../protocol/check-scope.ts';
import type { ServerContext } from './server-context.ts';
import { pathOfUri } from './uris.ts';

/** Which sources a scope holds, and which of their lines. */
export interface WorkspaceSources {
  readonly files: readonly string[];
  /** Every one of these has to agree; none means that every line counts. */
  readonly linesOf: readonly LinesOf[];
}

/**
 * The sources of the open folders that a scope holds, without what ignore files, projects and their excludes leave out.
 * Throws a `FactprobeError` when no folder is open, or Git can't tell about lines, a `CancelledError` when cancelled.
 */
export async function workspaceSources(
  { scope, changedAgainst }: CheckScope,
  { context, signal }: { readonly context: ServerContext; readonly signal: AbortSignal },
): Promise<WorkspaceSources> {
  if (scope === 'openFiles') {
    const paths = context.documents.all().map(({ uri }) => pathOfUri(uri));
    return { files: paths.toSorted(), linesOf: [] };
  }
  const folders = await context.folders();
  if (folders.length === 0) throw new FactprobeError(message('check.no-open-folder'));
  const all = new Set<string>();
  for (const folder of folders) {
    const isExcluded = projectExcludes(await context.projects.of(`${folder}/`));
    const found = await findSources(nodeFileSystem, { paths: [folder], cancellation: signal, isExcluded });
    for (const file of found.files) all.add(file);
  }
  const files = [...all];
  if (scope === 'workspace') return { files, linesOf: [] };
  const narrowed = scope === 'changed' ? { changed: changedAgainst } : { generated: true };
  const lines = await findScopeLines({ folders, files, signal, ...narrowed });
  return { files: lines.files, linesOf: lines.kinds };
}
