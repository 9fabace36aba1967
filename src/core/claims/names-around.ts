import type { Evidence } from '../evidence/index.ts';

/** What a check may ask about the sources around the one that is checked. */
export interface NamesAround {
  /** Whether any of them uses the name outside of documentation. */
  has(name: string): Promise<boolean>;
  /** The names in them that are a slip away from one, each with a place; at most three. */
  near(name: string): Promise<readonly NearName[]>;
  /** The version that the project's manifest states, or `undefined`. */
  version(): Promise<StatedVersion | undefined>;
}

/** A name that exists, and where. */
export interface NearName {
  readonly name: string;
  readonly place: Evidence;
}

/** A version, and the place that states it. */
export interface StatedVersion {
  readonly version: string;
  readonly place: Evidence;
}
