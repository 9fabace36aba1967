import { dirname, resolve } from 'node:path';
import { type Finding, isOnChangedLines } from '../core/claims/index.ts';
import { nodeFileSystem, toPortablePath } from '../node/file-system.ts';
import { findScopeLines } from '../node/scope-lines.ts';

/** The files that are worth checking, and which of their findings count. */
export interface CheckScope {
  readonly files: readonly string[];
  readonly holds: (finding: Finding, path: string) => boolean;
}

/** Which lines the options narrow a check to; without either, nothing is narrowed. */
export interface ScopeRequest {
  /** As named on the command line. */
  readonly paths: readonly string[];
  /** The sources under them, absolute. */
  readonly files: readonly string[];
  readonly changed?: string | undefined;
  readonly generated?: boolean | undefined;
  readonly signal: AbortSignal;
}

/** Asks Git where the options want it. Throws a `FactprobeError` where Git can't tell. */
export async function findScope({ paths, ...request }: ScopeRequest): Promise<CheckScope> {
  const { files, kinds } = await findScopeLines({ ...request, folders: await foldersOf(paths) });
  return {
    files,
    holds: (finding, path) => kinds.every((linesOf) => isOnChangedLines(finding, path, linesOf)),
  };
}

async function foldersOf(paths: readonly string[]): Promise<readonly string[]> {
  const folders = new Set<string>();
  for (const path of paths.map((one) => resolve(one))) {
    const isFolder = (await nodeFileSystem.stat(path))?.kind === 'folder';
    folders.add(toPortablePath(isFolder ? path : dirname(path)));
  }
  return [...folders];
}
