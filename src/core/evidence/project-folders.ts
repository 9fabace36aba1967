import type { FileSystem } from '../platform/index.ts';
import { ecosystemRegistry } from './ecosystem-registry.ts';
import { foldersAround } from './folders-around.ts';
import { type Ecosystem, ecosystems } from './symbol-facts.ts';
import { walkFolders } from './walk-folders.ts';

/** The ecosystems whose projects some folders lie in. */
export async function projectsAround(
  files: FileSystem,
  from: readonly string[],
): Promise<readonly Ecosystem[]> {
  return projectsIn(files, foldersAround(from));
}

/** The ecosystems of which some folders are projects. */
export async function projectsIn(
  files: FileSystem,
  folders: readonly string[],
): Promise<readonly Ecosystem[]> {
  const found = new Set<Ecosystem>();
  for (const folder of folders) {
    const names = ((await files.list(folder)) ?? []).map(({ name }) => name);
    for (const one of ecosystemsOf(names)) found.add(one);
  }
  return ecosystems.filter((one) => found.has(one));
}

/** A folder below the ones asked from that is a project of its own. */
export interface ProjectBelow {
  /** Absolute. */
  readonly folder: string;
  readonly ecosystems: readonly Ecosystem[];
}

/** What is installed, built or written for tests is no project of the workspace. */
const skipped =
  /^(?:\..*|node_modules|vendor|third_party|target|dist|build|out|bin|obj|venv|env|site-packages|__pycache__|fixtures|testdata)$/;

/** The projects in subfolders, the nearest first, as far as a bounded walk finds them. */
export async function projectsBelow(
  files: FileSystem,
  from: readonly string[],
): Promise<readonly ProjectBelow[]> {
  const found: ProjectBelow[] = [];
  for (const root of new Set(from)) {
    const walk = { root, most: 400, deepest: 4, isSkipped: (name: string) => skipped.test(name) };
    for await (const { inside, names } of walkFolders(files, walk)) {
      const own = inside === '' ? [] : ecosystemsOf(names);
      if (own.length > 0) found.push({ folder: `${root}/${inside}`, ecosystems: own });
    }
  }
  return found.filter(({ folder }, i) => found.findIndex((one) => one.folder === folder) === i).slice(0, 40);
}

function ecosystemsOf(names: readonly string[]): readonly Ecosystem[] {
  return ecosystems.filter((one) => names.some((name) => ecosystemRegistry[one].projectFiles.test(name)));
}
