import { dirname, join } from 'pathe';
import type { EvidenceTools } from '../evidence-tools.ts';
import { foldersAround } from '../folders-around.ts';
import type { InstalledPackage } from '../symbol-facts.ts';
import { walkFolders } from '../walk-folders.ts';
import { gradleDependencies, gradleLibraries } from './gradle.ts';
import type { JavaSource } from './java-source.ts';
import {
  type LibraryRead,
  librariesOf,
  nameOfArchive,
  readLibrary,
  repositories,
} from './maven-repository.ts';
import { type Coordinates, readPom } from './pom.ts';

/** What some folders see of Java, without the JDK: sources beside a `pom.xml`, and the libraries that it names. */
export async function projectSources(
  tools: EvidenceTools,
  from: readonly string[],
): Promise<readonly LibraryRead[]> {
  const found: LibraryRead[] = [];
  for (const folder of await projectFolders(tools, from)) {
    const text = await tools.files.readText(join(folder, 'pom.xml'));
    const pom = text === undefined ? undefined : readPom(text);
    const source = await ownSource(tools, folder, pom);
    if (source !== undefined) found.push({ source });
    if (pom !== undefined) found.push(...(await librariesOf(tools, pom)));
    found.push(...(await gradleLibraries(tools, await gradleDependencies(tools.files, folder))));
    found.push(
      ...(await archivesIn(tools, join(folder, 'lib'))),
      ...(await archivesIn(tools, join(folder, 'libs'))),
    );
  }
  const keyOf = (one: LibraryRead) => {
    const { name, version, root } = one.source === undefined ? one.owner : one.source.owner;
    return `${name} ${version} ${root}`;
  };
  return [...new Map(found.map((one) => [keyOf(one), one])).values()];
}
const skipped = /^(?:\..*|node_modules|target|src)$/;

/** Folders of Maven and Gradle: the nearest around, and all below, vendored ones included. */
async function projectFolders({ files }: EvidenceTools, from: readonly string[]): Promise<readonly string[]> {
  const isProject = (names: readonly string[]) =>
    names.some((name) => /^(?:pom\.xml|build\.gradle(?:\.kts)?)$/.test(name));
  const found = new Set<string>();
  for (const start of from) {
    for (const folder of foldersAround([start])) {
      const names = ((await files.list(folder)) ?? []).map(({ name }) => name);
      if (!isProject(names)) continue;
      found.add(folder);
      break;
    }
    const walk = { root: start, most: 400, deepest: 5, isSkipped: (name: string) => skipped.test(name) };
    for await (const { inside, names } of walkFolders(files, walk)) {
      if (isProject(names)) found.add(inside === '' ? start : `${start}/${inside}`);
    }
  }
  return [...found];
}

async function ownSource(
  { files }: EvidenceTools,
  folder: string,
  pom: Coordinates | undefined,
): Promise<JavaSource | undefined> {
  const root = join(folder, 'src');
  const main = join(root, 'main/java');
  const isMaven = (await files.stat(main))?.kind === 'folder';
  const paths: string[] = [];
  const start = isMaven ? main : root;
  const walk = {
    root: start,
    most: 3000,
    deepest: 16,
    isSkipped: (name: string) => /^(?:test|\..*)$/.test(name),
  };
  for await (const { inside, names } of walkFolders(files, walk)) {
    for (const name of names) if (name.endsWith('.java')) paths.push(join(start, inside, name));
  }
  if (paths.length === 0) return undefined;
  const owner: InstalledPackage = {
    ecosystem: 'java',
    name: pom?.artifact ?? folder.slice(dirname(folder).length + 1),
    root: folder,
    ...(pom?.version === undefined ? {} : { version: pom.version }),
  };
  return { owner, files: paths };
}

/** Archives of sources that were put into a folder by hand. */
async function archivesIn(tools: EvidenceTools, folder: string): Promise<readonly LibraryRead[]> {
  const found: LibraryRead[] = [];
  for (const { name } of (await tools.files.list(folder)) ?? []) {
    const named = nameOfArchive(name);
    if (named === undefined) continue;
    const owner: InstalledPackage = { ecosystem: 'java', ...named, root: folder };
    found.push(await readLibrary(tools, owner, join(folder, name)));
  }
  return found;
}

/** Every library of the machine that has its sources, as far as a bounded walk finds them. */
export async function machineSources(tools: EvidenceTools): Promise<readonly LibraryRead[]> {
  const found: LibraryRead[] = [];
  for (const root of repositories(tools)) {
    const walk = { root, most: 4000, deepest: 9, isSkipped: (name: string) => name.startsWith('.') };
    for await (const { inside, names } of walkFolders(tools.files, walk)) {
      for (const name of names) {
        const named = nameOfArchive(name);
        if (named === undefined) continue;
        const owner: InstalledPackage = { ecosystem: 'java', ...named, root: join(root, inside) };
        found.push(await readLibrary(tools, owner, join(root, inside, name)));
      }
    }
  }
  return found;
}
