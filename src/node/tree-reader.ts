import { closeSync, fstatSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import type { TreeFile, TreeReader, TreeWalk } from '../core/evidence/index.ts';

/** Folders deeper than this are a circle that somebody mounted. */
const deepest = 60;

/** Reads trees of this machine's files. */
export const nodeTreeReader: TreeReader = {
  walk(root, walk) {
    const found: TreeFile[] = [];
    for (const part of walk.parts) collect(root, part, { walk, found, depth: 0 });
    return found.sort((a, b) => (a.path < b.path ? -1 : 1));
  },
  read: readWhole,
};

interface Walking {
  readonly walk: TreeWalk;
  readonly found: TreeFile[];
  readonly depth: number;
}

function collect(root: string, path: string, { walk, found, depth }: Walking): void {
  if (depth > deepest || found.length >= walk.most) return;
  const entries = listed(path === '' ? root : `${root}/${path}`);
  if (entries === undefined) {
    if (depth === 0 && walk.takes(path)) take(root, path, found);
    return;
  }
  for (const entry of entries) {
    if (found.length >= walk.most) return;
    const inner = path === '' ? entry.name : `${path}/${entry.name}`;
    if (entry.isDirectory()) {
      if (walk.enters(inner)) collect(root, inner, { walk, found, depth: depth + 1 });
    } else if (entry.isFile() && walk.takes(inner)) take(root, inner, found);
  }
}

function take(root: string, path: string, found: TreeFile[]): void {
  const facts = orUndefined(() => statSync(`${root}/${path}`, { throwIfNoEntry: false }));
  if (facts?.isFile()) found.push({ path, size: facts.size, modified: facts.mtimeMs });
}

function listed(folder: string) {
  return orUndefined(() => readdirSync(folder, { withFileTypes: true }));
}

/** The bytes that were there when it was opened; a pipe or a device has none. */
function readWhole(path: string): Uint8Array | undefined {
  return orUndefined(() => {
    const file = openSync(path, 'r');
    try {
      const { size } = fstatSync(file);
      const bytes = Buffer.allocUnsafe(size);
      let at = 0;
      while (at < size) {
        const count = readSync(file, bytes, at, size - at, at);
        if (count === 0) break;
        at += count;
      }
      return bytes.subarray(0, at);
    } finally {
      closeSync(file);
    }
  });
}

function orUndefined<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    // What the file system refuses, for whatever reason, is absent to core.
    return undefined;
  }
}
