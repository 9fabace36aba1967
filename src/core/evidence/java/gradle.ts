import { join } from 'pathe';
import type { FileSystem } from '../../platform/index.ts';
import type { EvidenceTools } from '../evidence-tools.ts';
import { homeFolders } from '../machine-folders.ts';
import type { InstalledPackage } from '../symbol-facts.ts';
import { type LibraryRead, readLibrary } from './maven-repository.ts';
import type { Coordinates } from './pom.ts';

const written =
  /\b\w*(?:[iI]mplementation|[aA]pi|[cC]ompileOnly|[rR]untimeOnly|compile)\b[\s(]*["']([\w.-]+):([\w.-]+):([\w.+-]+)["']/g;

/** The libraries that a folder's `build.gradle` writes out in full; empty when there is none. */
export async function gradleDependencies(files: FileSystem, folder: string): Promise<readonly Coordinates[]> {
  const found: Coordinates[] = [];
  for (const name of ['build.gradle', 'build.gradle.kts']) {
    const text = (await files.readText(join(folder, name))) ?? '';
    for (const [, group = '', artifact = '', version = ''] of text.matchAll(written)) {
      found.push({ group, artifact, version });
    }
  }
  return found;
}

/** Those of them that Gradle's cache holds. */
export async function gradleLibraries(
  tools: EvidenceTools,
  dependencies: readonly Coordinates[],
): Promise<readonly LibraryRead[]> {
  const { files, machine } = tools;
  const [cache] = homeFolders(machine, '.gradle/caches/modules-2/files-2.1');
  if (cache === undefined) return [];
  const found: LibraryRead[] = [];
  for (const { group, artifact, version = '' } of dependencies) {
    const root = join(cache, group, artifact, version);
    const hashes = await files.list(root);
    if (hashes === undefined) continue;
    const owner: InstalledPackage = { ecosystem: 'java', name: artifact, version, root };
    const name = `${artifact}-${version}-sources.jar`;
    let archive = join(root, name);
    for (const hash of hashes) {
      const path = join(root, hash.name, name);
      if ((await files.stat(path)) !== undefined) archive = path;
    }
    found.push(await readLibrary(tools, owner, archive));
  }
  return found;
}
