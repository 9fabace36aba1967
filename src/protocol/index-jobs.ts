import type { IndexSource, IndexStatus } from '../core/evidence/index.ts';

/** List the installed packages that some folders see, and the documentation that the user added. */
export interface IndexSourcesJob {
  readonly type: 'index-sources';
  /** Absolute folders to look from, the nearest first. */
  readonly from: readonly string[];
}

/** Read into the index what changed of some sources; the result is how many did. */
export interface IndexReadJob {
  readonly type: 'index-read';
  readonly sources: readonly IndexSource[];
}

/** Forget what the index knows of some sources. */
export interface IndexForgetJob {
  readonly type: 'index-forget';
  readonly sources: readonly IndexSource[];
}

/** Say how the index stands for some sources. */
export interface IndexStateJob {
  readonly type: 'index-state';
  readonly sources: readonly IndexSource[];
  /** Whether they were all read just now: then none is looked at again, and what lies nowhere any more is dropped. */
  readonly isBuilt: boolean;
}

/** How the index stands. */
export interface IndexState extends IndexStatus {
  /** Whether it is there for the next process. */
  readonly isLasting: boolean;
  /** Sources that were asked about. */
  readonly sources: number;
  /** Those of them that have to be read, because they are new or have changed. */
  readonly stale: number;
  /** Folders of documentation that the user added and that are no longer there. */
  readonly missing: readonly string[];
}

export type IndexJob = IndexSourcesJob | IndexReadJob | IndexForgetJob | IndexStateJob;
