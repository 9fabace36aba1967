import { dirname, join } from 'pathe';
import type { EvidenceTools } from '../evidence-tools.ts';
import { foldersAround } from '../folders-around.ts';
import type { InstalledPackage } from '../symbol-facts.ts';
import { filesBelow, walkFolders } from '../walk-folders.ts';
import { gradleDependencies, gradleLibraries } from './gradle.ts';
import type { JavaSource } from './java-source.ts';
import {
  type LibraryRead,
  librariesOf,
  nameOfArchive,
  ownerOf,
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
    const { name, version, root } = ownerOf(one);
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
  const walk = {
    root: isMaven ? main : root,
    most: 3000,
    deepest: 16,
    isSkipped: (name: string) => /^(?:test|\..*)$/.test(name),
  };
  const paths = await filesBelow(files, walk, (name) => name.endsWith('.java'));
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
  for (const { name } of (await tools.files.list(folder)) ?? [])
    found.push(...(await archiveAt(tools, join(folder, name))));
  return found;
}

async function archiveAt(tools: EvidenceTools, path: string): Promise<readonly LibraryRead[]> {
  const named = nameOfArchive(path);
  if (named === undefined) return [];
  return [await readLibrary(tools, { ecosystem: 'java', ...named, root: dirname(path) }, path)];
}

/** Every library of the machine that has its sources, as far as a bounded walk finds them. */
export async function machineSources(tools: EvidenceTools): Promise<readonly LibraryRead[]> {
  const found: LibraryRead[] = [];
  for (const root of repositories(tools)) {
    const walk = { root, most: 4000, deepest: 9, isSkipped: (name: string) => name.startsWith('.') };
    for (const path of await filesBelow(tools.files, walk, (name) => nameOfArchive(name) !== undefined))
      found.push(...(await archiveAt(tools, path)));
  }
  return found;
}
