import type { CacheStore, DecodeUtf8, FileSystem, Sha256 } from '../platform/index.ts';
import type { SyntaxParser } from '../source/index.ts';
import type { Archives } from './archives/archives.ts';
import type { PackageIndex } from './indexing/package-index.ts';
import type { MachineFolders } from './machine-folders.ts';

/** What finding evidence needs. */
export interface EvidenceTools {
  /** With what is inside archives. */
  readonly files: FileSystem;
  readonly archives: Archives;
  readonly decode: DecodeUtf8;
  readonly parser: SyntaxParser;
  readonly sha256: Sha256;
  readonly cache: CacheStore;
  /** Changes with every build, so that no fact of an older reader is used. */
  readonly engine: string;
  /**
   * Absolute folders of the machine's Python library, such as `/usr/lib/python3.12`; they count when the
   * workspace has no virtual environment.
   */
  readonly pythons: readonly string[];
  /** Where the machine keeps the packages of other languages. */
  readonly machine: MachineFolders;
  /** What all installed packages declare and document; absent where nothing is looked for across packages. */
  readonly index?: PackageIndex;
}
