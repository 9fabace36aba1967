import type { FileFacts, FileSystem } from '../../src/core/platform/index.ts';

/** What a path is: a text, bytes, a link to another path, or something that can't be read. */
export type MemoryEntry =
  | string
  | Uint8Array
  | { readonly link: string }
  | { readonly unreadable: 'file' | 'folder' };

const encoder = new TextEncoder();

/** A file system out of absolute paths with `/`; folders are there by the paths below them. */
export function createMemoryFiles(entries: Readonly<Record<string, MemoryEntry>>): FileSystem {
  const resolve = (path: string, hops = 0): string | undefined => {
    for (const [name, entry] of Object.entries(entries)) {
      const isLink = typeof entry === 'object' && 'link' in entry;
      if (!isLink || (path !== name && !path.startsWith(`${name}/`))) continue;
      return hops > 20 ? undefined : resolve(entry.link + path.slice(name.length), hops + 1);
    }
    return path;
  };
  const at = (path: string): MemoryEntry | undefined => entries[resolve(path) ?? ''];
  const isFolder = (path: string): boolean => {
    const real = resolve(path);
    return (
      real !== undefined &&
      Object.keys(entries).some((name) => name.startsWith(`${real === '/' ? '' : real}/`))
    );
  };
  const bytesOf = (path: string): Uint8Array | undefined => {
    const entry = at(path);
    if (typeof entry === 'string') return encoder.encode(entry);
    return entry instanceof Uint8Array ? entry : undefined;
  };
  const stat = (path: string): FileFacts | undefined => {
    const entry = at(path);
    const isUnreadableFolder =
      typeof entry === 'object' && 'unreadable' in entry && entry.unreadable === 'folder';
    if (isFolder(path) || isUnreadableFolder) return { kind: 'folder', size: 0, modified: 0 };
    if (entry === undefined) return undefined;
    return { kind: 'file', size: bytesOf(path)?.length ?? 1, modified: 0 };
  };
  return {
    readBytes: async (path) => bytesOf(path),
    async readText(path) {
      const bytes = bytesOf(path);
      return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
    },
    stat: async (path) => stat(path),
    async list(path) {
      if (!isFolder(path)) return undefined;
      const prefix = `${resolve(path)}/`;
      const inside = Object.keys(entries).filter((name) => name.startsWith(prefix));
      const names = [...new Set(inside.map((name) => name.slice(prefix.length).split('/')[0] ?? ''))].sort();
      return names.map((name) => {
        const entry = entries[prefix + name];
        const isLink = typeof entry === 'object' && 'link' in entry;
        return { name, kind: isLink ? 'link' : (stat(prefix + name)?.kind ?? 'other') };
      });
    },
    async realPath(path) {
      return stat(path) === undefined ? undefined : resolve(path);
    },
  };
}
