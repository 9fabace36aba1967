import type { FileSystem } from '../core/platform/index.ts';

/**
 * A file system in which nothing exists but what lies in some folders, absolute with `/`. A link that leads out of them
 * leads nowhere.
 */
export function confinedFileSystem(files: FileSystem, folders: readonly string[]): FileSystem {
  const roots = Promise.all(folders.map(async (folder) => (await files.realPath(folder)) ?? folder));
  const inside = async <T>(path: string, read: (real: string) => Promise<T>): Promise<T | undefined> => {
    const real = await files.realPath(path);
    if (real === undefined) return undefined;
    const isInside = (await roots).some(
      (root) => real === root || real.startsWith(root.endsWith('/') ? root : `${root}/`),
    );
    return isInside ? read(real) : undefined;
  };
  return {
    readBytes: (path) => inside(path, () => files.readBytes(path)),
    readText: (path) => inside(path, () => files.readText(path)),
    stat: (path) => inside(path, () => files.stat(path)),
    list: (path) => inside(path, () => files.list(path)),
    realPath: (path) => inside(path, async (real) => real),
  };
}
