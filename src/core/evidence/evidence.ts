import type { Range } from '../source/index.ts';

/** A quoted passage and its place. `quote` is the file's text of that range, verbatim. */
export interface Evidence {
  /** Absolute path with `/`. */
  readonly path: string;
  readonly range: Range;
  readonly quote: string;
  /** The installed package that the file belongs to; absent for the workspace's own files. */
  readonly package?: string;
  /** Its installed version; absent when the installation doesn't tell. */
  readonly version?: string;
}
