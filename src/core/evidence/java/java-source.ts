import type { InstalledPackage } from '../symbol-facts.ts';

/** Java sources that lie together: of a library, of the JDK, or of a folder beside a `pom.xml`. */
export interface JavaSource {
  readonly owner: InstalledPackage;
  /** The paths of its `.java` files, absolute; those of an archive hold `.jar!/`. */
  readonly files: readonly string[];
}
