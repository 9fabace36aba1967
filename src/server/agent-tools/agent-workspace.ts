import { isAbsolute, relative, resolve } from 'node:path';
import { FactprobeError, message } from '../../core/platform/index.ts';
import { nodeFileSystem, toPortablePath } from '../../node/file-system.ts';

/** The folders that tools may read sources in. */
export interface AgentWorkspace {
  /** Absolute with `/`, never empty. */
  readonly folders: readonly string[];
  /** The text that an editor holds of a file; `null` where the file speaks for itself. */
  readonly textOf: (path: string) => string | null;
}

/**
 * The absolute path that a tool's argument names, links resolved. Throws a `FactprobeError` when it leads nowhere, or
 * out of the workspace.
 */
export async function pathInWorkspace(named: string, { folders }: AgentWorkspace): Promise<string> {
  const candidates = isAbsolute(named) ? [named] : folders.map((folder) => resolve(folder, named));
  const inside = candidates
    .map(toPortablePath)
    .filter((path) => folders.some((folder) => holds(folder, path)));
  if (inside.length === 0) throw new FactprobeError(message('agent.outside', { path: named }));
  for (const path of inside) {
    const real = await nodeFileSystem.realPath(path);
    if (real === undefined) continue;
    if (await isInWorkspace(real, folders)) return path;
    throw new FactprobeError(message('agent.outside', { path: named }));
  }
  throw new FactprobeError(message('agent.no-such-path', { path: named }));
}

/** Whether a path lies in one of the folders once every link is followed. */
export async function isInWorkspace(path: string, folders: readonly string[]): Promise<boolean> {
  const real = (await nodeFileSystem.realPath(path)) ?? path;
  for (const folder of folders) {
    if (holds((await nodeFileSystem.realPath(folder)) ?? folder, real)) return true;
  }
  return false;
}

/** The path as results name it: relative to the folder that holds it, else absolute; with `/`. */
export function nameInWorkspace(path: string, { folders }: AgentWorkspace): string {
  const folder = folders.find((one) => holds(one, path));
  if (folder === undefined) return path;
  const inside = toPortablePath(relative(folder, path));
  return inside === '' ? '.' : inside;
}

function holds(folder: string, path: string): boolean {
  const inside = relative(folder, path);
  return inside === '' || (!inside.startsWith('..') && !isAbsolute(inside));
}
