import { join } from 'pathe';
import type { FileSystem } from '../platform/index.ts';

/** Which folders a walk goes into. */
export interface WalkRequest {
  /** Absolute. */
  readonly root: string;
  /** So many folders are looked into at most. */
  readonly most: number;
  /** How deep below the root; the root itself is 0. */
  readonly deepest: number;
  /** Whether a folder of that name is passed over. */
  readonly isSkipped: (name: string) => boolean;
}

/** One folder of a walk. */
export interface WalkedFolder {
  /** Below the root with `/`; empty for the root. */
  readonly inside: string;
  /** Of everything in it. */
  readonly names: readonly string[];
}

/** The folders below one, the nearest first; links are not followed, so that no circle is walked. */
export async function* walkFolders(
  files: FileSystem,
  { root, most, deepest, isSkipped }: WalkRequest,
): AsyncGenerator<WalkedFolder> {
  let level = [''];
  let left = most;
  for (let depth = 0; level.length > 0 && depth <= deepest; depth++) {
    const next: string[] = [];
    for (const inside of level) {
      if (left-- <= 0) return;
      const entries = (await files.list(inside === '' ? root : `${root}/${inside}`)) ?? [];
      yield { inside, names: entries.map(({ name }) => name) };
      for (const { name, kind } of entries) {
        if (kind === 'folder' && !isSkipped(name)) next.push(inside === '' ? name : `${inside}/${name}`);
      }
    }
    level = next;
  }
}

/** The files below a folder whose names are wanted, absolute, those of the nearest folders first. */
export async function filesBelow(
  files: FileSystem,
  walk: WalkRequest,
  isWanted: (name: string) => boolean,
): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { inside, names } of walkFolders(files, walk)) {
    for (const name of names) if (isWanted(name)) found.push(join(walk.root, inside, name));
  }
  return found;
}
