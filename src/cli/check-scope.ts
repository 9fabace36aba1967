import { dirname, resolve } from 'node:path';
import { type Finding, isOnChangedLines } from '../core/claims/index.ts';
import { changedLines, type GitTools, generatedLines, type LinesOfFiles } from '../core/workspace/index.ts';
import { nodeFileSystem, toPortablePath } from '../node/file-system.ts';
import { runProcess } from '../node/run-process.ts';

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
export async function findScope({
  paths,
  files,
  changed,
  generated,
  signal,
}: ScopeRequest): Promise<CheckScope> {
  const tools: GitTools = { runProcess, signal };
  const folders = await foldersOf(paths);
  const both = [
    ...(changed === undefined
      ? []
      : [await inAll(folders, (folder) => changedLines(tools, { folder, ref: changed }))]),
    ...(generated !== true ? [] : [await inAll(folders, (folder) => generatedLines(tools, { folder }))]),
  ];
  if (both.length === 0) return { files, holds: () => true };
  const real = new Map<string, string>();
  for (const file of files) real.set(file, (await nodeFileSystem.realPath(file)) ?? file);
  const linesIn = (lines: LinesOfFiles) => (path: string) => lines.get(real.get(path) ?? path) ?? [];
  return {
    files: files.filter((file) => both.every((lines) => linesIn(lines)(file).length > 0)),
    holds: (finding, path) => both.every((lines) => isOnChangedLines(finding, path, linesIn(lines))),
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

async function inAll(
  folders: readonly string[],
  linesIn: (folder: string) => Promise<LinesOfFiles>,
): Promise<LinesOfFiles> {
  const all = new Map<string, LinesOfFiles extends ReadonlyMap<string, infer L> ? L : never>();
  for (const folder of folders) for (const [path, lines] of await linesIn(folder)) all.set(path, lines);
  return all;
}
