import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import type { DecodeUtf8, FileKind, FileSystem, FolderEntry } from '../core/platform/index.ts';

const strictDecoder = new TextDecoder('utf-8', { fatal: true });

/** Decodes UTF-8; `undefined` when the bytes are no valid UTF-8. */
export const decodeUtf8: DecodeUtf8 = (bytes) => orUndefined(() => strictDecoder.decode(bytes));

/** The machine's own file system. */
export const nodeFileSystem: FileSystem = {
  readBytes: (path) => orUndefinedAsync(() => readFile(path)),
  async readText(path) {
    const bytes = await orUndefinedAsync(() => readFile(path));
    return bytes === undefined ? undefined : decodeUtf8(bytes);
  },
  async stat(path) {
    const facts = await orUndefinedAsync(() => stat(path));
    if (facts === undefined) return undefined;
    return { kind: kindOf(facts), size: facts.size, modified: facts.mtimeMs };
  },
  async list(path) {
    const entries = await orUndefinedAsync(() => readdir(path, { withFileTypes: true }));
    return entries === undefined ? undefined : sortedEntries(entries);
  },
  async realPath(path) {
    const real = await orUndefinedAsync(() => realpath(path));
    return real === undefined ? undefined : toPortablePath(real);
  },
};

/**
 * The same, but each call holds its thread until it is done, which costs a tenth of the time: for threads and processes that
 * nobody waits for meanwhile.
 */
export const blockingFileSystem: FileSystem = {
  async readBytes(path) {
    return orUndefined(() => readFileSync(path));
  },
  async readText(path) {
    const bytes = orUndefined(() => readFileSync(path));
    return bytes === undefined ? undefined : decodeUtf8(bytes);
  },
  async stat(path) {
    const facts = orUndefined(() => statSync(path, { throwIfNoEntry: false }));
    if (facts === undefined) return undefined;
    return { kind: kindOf(facts), size: facts.size, modified: facts.mtimeMs };
  },
  async list(path) {
    const entries = orUndefined(() => readdirSync(path, { withFileTypes: true }));
    return entries === undefined ? undefined : sortedEntries(entries);
  },
  async realPath(path) {
    const real = orUndefined(() => realpathSync(path));
    return real === undefined ? undefined : toPortablePath(real);
  },
};

function sortedEntries(entries: readonly Dirent[]): readonly FolderEntry[] {
  return entries
    .map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A path of this machine as core writes paths: with `/`. */
export function toPortablePath(path: string): string {
  return path.replaceAll('\\', '/');
}

function kindOf(entry: Pick<Dirent, 'isFile' | 'isDirectory' | 'isSymbolicLink'>): FileKind {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'other';
}

/** What the file system refuses, for whatever reason, is absent to core. */
async function orUndefinedAsync<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch {
    return undefined;
  }
}

function orUndefined<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
