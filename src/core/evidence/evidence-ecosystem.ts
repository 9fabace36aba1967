import type { FileSystem } from '../platform/index.ts';
import type { LanguageFamily } from '../source/index.ts';
import type { EvidenceTools } from './evidence-tools.ts';
import type { IndexSource } from './indexing/evidence-index.ts';
import type { InstallationTraces } from './installation-traces.ts';
import type { PackageQuery } from './package-query.ts';
import type { InstalledPackage } from './symbol-facts.ts';
import type { SymbolLookup } from './symbol-lookup.ts';

/** How one ecosystem installs packages and what can be read off them; one implementation each. */
export interface EvidenceEcosystem {
  /** Names of files and folders by which a folder is a project of it. */
  readonly projectFiles: RegExp;
  /** The languages whose code takes from it. */
  readonly families: readonly LanguageFamily[];
  /** What people call it, its language or its registry. */
  readonly called: RegExp;
  /** Names that are its own even where nothing else speaks of it; absent: those with a dot or a slash. */
  readonly telling?: RegExp;
  /** Looks a tidied name up; `undefined` when no package of the ecosystem answers to it. */
  readonly lookUp: (
    tools: EvidenceTools,
    text: string,
    query: PackageQuery,
  ) => Promise<SymbolLookup | undefined>;
  /** The names of the packages that some folders see. */
  readonly installedNames: (tools: EvidenceTools, from: readonly string[]) => Promise<readonly string[]>;
  /** The packages that the manifests of a folder name; `undefined` when it has none. */
  readonly manifestNames: (files: FileSystem, folder: string) => Promise<readonly string[] | undefined>;
  /** Where the README and the like of a package stand; empty when it isn't installed. */
  readonly documentPlaces: (
    tools: EvidenceTools,
    name: string,
    from: readonly string[],
  ) => Promise<readonly DocumentPlace[]>;
  /** How the index reads it; absent: the folders of `documentPlaces`, whose declarations answer to their paths. */
  readonly indexed?: IndexedEcosystem;
  /** By what a change of its installation shows; absent where no answer is kept that long. */
  readonly traces?: InstallationTraces;
}

/** What the index has to know of an ecosystem. */
export interface IndexedEcosystem {
  /** The packages that some folders see with their files; what has no readable metadata is passed over. */
  readonly sources: (
    tools: Pick<EvidenceTools, 'files' | 'pythons'>,
    from: readonly string[],
  ) => Promise<readonly IndexSource[]>;
  /** How a declaration in a file may be looked up, the shortest way first. */
  readonly askedNames: (source: IndexSource, file: string, path: string) => readonly AskedName[];
}

/** A package and a name to look up in it. */
export interface AskedName {
  readonly package: string;
  readonly symbol: string;
}

/** A folder whose READMEs and changelogs speak of a package, or one file that does. */
export interface DocumentPlace {
  /** Absolute with `/`. */
  readonly path: string;
  readonly kind: 'folder' | 'file';
  readonly owner: InstalledPackage;
}
