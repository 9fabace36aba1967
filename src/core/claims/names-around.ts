import type { Evidence, LibraryQuery } from '../evidence/index.ts';
import type { LibraryAnswer } from './libraries/library-answer.ts';

/** What a check may ask about the sources around the one that is checked. */
export interface NamesAround {
  /** Whether any of them uses the name outside of documentation. */
  has(name: string): Promise<boolean>;
  /** The names in them that are a slip away from one, each with a place; at most three. */
  near(name: string): Promise<readonly NearName[]>;
  /** The version that the project's manifest states, or `undefined`. */
  version(): Promise<StatedVersion | undefined>;
  /**
   * The project's own module that the file, or another one of its modules (`from`, its path), means by a specifier;
   * `undefined` where it has none.
   */
  module(specifier: string, from?: string): Promise<ModuleText | undefined>;
  /** What the project's manifests and lockfiles say of a package. */
  package(kind: PackageKind, name: string): Promise<PackageAnswer>;
  /** What the installed version of a library says of a symbol; absent where nothing installed is looked at. */
  library?(query: LibraryQuery): Promise<LibraryAnswer>;
}

/** A module of the project. */
export interface ModuleText {
  /** Absolute, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Whose packages: npm's or PyPI's. */
export type PackageKind = 'npm' | 'pip';

/** A package that a project names, and where; `version` is the chosen one, `null` where that isn't told. */
export interface PackagePlace {
  readonly name: string;
  readonly version: string | null;
  readonly place: Evidence;
}

/** What a project knows of a package. */
export interface PackageAnswer {
  /** Whether the project has a manifest of that kind at all. */
  readonly isManaged: boolean;
  /** The package, where the project names it. */
  readonly found: PackagePlace | null;
  /** Else packages of which its name is a slip; at most three. */
  readonly near: readonly PackagePlace[];
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
