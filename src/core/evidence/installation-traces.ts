import type { EvidenceTools } from './evidence-tools.ts';
import type { InstalledPackage } from './symbol-facts.ts';

/** What changes on the disk when packages are installed, changed or taken away; one implementation an ecosystem. */
export interface InstallationTraces {
  /** The folders that change when something is installed for a folder, or taken away; some may not be there. */
  readonly folders: (
    tools: Pick<EvidenceTools, 'files' | 'pythons'>,
    from: string,
  ) => Promise<readonly string[]>;
  /** The file that states the version of an installed package, as installers name it. */
  readonly metadata: (installed: InstalledPackage) => string;
  /** The files that would be there if another copy than the one at `root` were found first; never empty without `root`. */
  readonly nearer: (name: string, from: string, root: string | undefined) => readonly string[];
}
