/** What a path is. `link` is a symbolic link that was not followed. */
export type FileKind = 'file' | 'folder' | 'link' | 'other';

/** One entry of a folder. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: FileKind;
}

/** What `stat` tells of a path, links followed. */
export interface FileFacts {
  readonly kind: FileKind;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since the epoch. */
  readonly modified: number;
}

/**
 * Read access to files. Paths are absolute and written with `/`. Nothing here throws for a path that is
 * absent, unreadable or of the wrong kind: `undefined` comes back.
 */
export interface FileSystem {
  /** The bytes of a file, or `undefined` when it can't be read. */
  readBytes(path: string): Promise<Uint8Array | undefined>;
  /** The file as UTF-8 text without a byte order mark, or `undefined` when it can't be read. */
  readText(path: string): Promise<string | undefined>;
  /** Facts of the path with links followed, or `undefined` when there is nothing. */
  stat(path: string): Promise<FileFacts | undefined>;
  /** The entries of a folder sorted by name, or `undefined` when it can't be listed. */
  list(path: string): Promise<readonly FolderEntry[] | undefined>;
  /** The path with every link resolved, or `undefined` when it leads nowhere or in a circle. */
  realPath(path: string): Promise<string | undefined>;
}
