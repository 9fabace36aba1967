/** A file below a root. */
export interface TreeFile {
  /** Relative to the root, with `/`. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since the epoch. */
  readonly modified: number;
}

/** What to look at on the way through a tree. */
export interface TreeWalk {
  /** Relative to the root; an empty text is the root as a whole. */
  readonly parts: readonly string[];
  /** Whether to go into a folder, by its path relative to the root. */
  readonly enters: (path: string) => boolean;
  /** Whether a file counts, by its path relative to the root. */
  readonly takes: (path: string) => boolean;
  /** Files at most; the rest is passed over. */
  readonly most: number;
}

/**
 * Reads trees of thousands of small files. It blocks its thread, since waiting for each costs many times what reading
 * does; workers alone use it. Nothing here throws for what is on the disk.
 */
export interface TreeReader {
  /** The files that count, sorted by path; links are not followed. Empty when there is no such folder. */
  walk(root: string, walk: TreeWalk): readonly TreeFile[];
  /** The bytes of a file, or `undefined` when it can't be read. */
  read(path: string): Uint8Array | undefined;
}
