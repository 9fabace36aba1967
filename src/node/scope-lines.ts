import {
  changedLines,
  type GitTools,
  generatedLines,
  type LineRange,
  type LinesOfFiles,
} from '../core/workspace/index.ts';
import { nodeFileSystem } from './file-system.ts';
import { runProcess } from './run-process.ts';

/** The lines of a file that count, by its path. */
export type LinesOf = (path: string) => readonly LineRange[];

/** Files with lines that count; each of `kinds` has to agree. None of `kinds` means that every line does. */
export interface ScopeLines {
  readonly files: readonly string[];
  readonly kinds: readonly LinesOf[];
}

/** Which lines a check is narrowed to; without either, nothing is narrowed. */
export interface ScopeLinesRequest {
  /** Absolute, with `/`: where the files lie, to find their repositories. */
  readonly folders: readonly string[];
  /** Absolute, with `/`. */
  readonly files: readonly string[];
  /** The commit, branch or tag to compare with. */
  readonly changed?: string | undefined;
  readonly generated?: boolean | undefined;
  readonly signal: AbortSignal;
}

/** Asks Git for lines that changed or were generated. Throws a `FactprobeError` where Git can't tell. */
export async function findScopeLines(request: ScopeLinesRequest): Promise<ScopeLines> {
  const { folders, files, changed, generated, signal } = request;
  const tools: GitTools = { runProcess, signal };
  const both = [
    ...(changed === undefined
      ? []
      : [await inAll(folders, (folder) => changedLines(tools, { folder, ref: changed }))]),
    ...(generated !== true ? [] : [await inAll(folders, (folder) => generatedLines(tools, { folder }))]),
  ];
  if (both.length === 0) return { files, kinds: [] };
  const real = new Map<string, string>();
  for (const file of files) real.set(file, (await nodeFileSystem.realPath(file)) ?? file);
  const kinds = both.map((lines) => (path: string) => lines.get(real.get(path) ?? path) ?? []);
  return { files: files.filter((file) => kinds.every((linesOf) => linesOf(file).length > 0)), kinds };
}

async function inAll(
  folders: readonly string[],
  linesIn: (folder: string) => Promise<LinesOfFiles>,
): Promise<LinesOfFiles> {
  const all = new Map<string, readonly LineRange[]>();
  for (const folder of folders) for (const [path, lines] of await linesIn(folder)) all.set(path, lines);
  return all;
}
