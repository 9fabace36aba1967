import { basename, join } from 'pathe';
import { type Message, message } from '../../platform/index.ts';
import type { EvidenceTools } from '../evidence-tools.ts';
import { meantVersion } from '../installed-versions.ts';
import { homeFolders, machinePrefixes } from '../machine-folders.ts';
import type { InstalledPackage } from '../symbol-facts.ts';
import type { JavaSource } from './java-source.ts';
import { type Coordinates, type Pom, readPom } from './pom.ts';

/** A library's sources, or why there are none. */
export type LibraryRead =
  | { readonly source: JavaSource; readonly problem?: undefined }
  | { readonly source?: undefined; readonly owner: InstalledPackage; readonly problem: Message };

/** The library that was to be read. */
export function ownerOf(read: LibraryRead): InstalledPackage {
  return read.source === undefined ? read.owner : read.source.owner;
}

const most = 200;

/**
 * The libraries that a project needs and those that they need, as far as the repositories have them; the version that
 * is nearest to the project counts.
 */
export async function librariesOf(
  tools: EvidenceTools,
  pom: Pick<Pom, 'dependencies'>,
): Promise<readonly LibraryRead[]> {
  const found = new Map<string, LibraryRead>();
  let level = pom.dependencies;
  while (level.length > 0 && found.size < most) {
    const next: Coordinates[] = [];
    for (const needed of level) {
      const key = `${needed.group}:${needed.artifact}`;
      if (found.has(key)) continue;
      const installed = await libraryAt(tools, needed);
      if (installed === undefined) continue;
      found.set(key, installed.read);
      next.push(...installed.needs);
    }
    level = next;
  }
  return [...found.values()];
}

async function libraryAt(
  tools: EvidenceTools,
  { group, artifact, version }: Coordinates,
): Promise<{ readonly read: LibraryRead; readonly needs: readonly Coordinates[] } | undefined> {
  const { files } = tools;
  for (const repository of repositories(tools)) {
    const folder = join(repository, group.replaceAll('.', '/'), artifact);
    const versions = ((await files.list(folder)) ?? [])
      .map(({ name }) => name)
      .filter((name) => /^\d/.test(name));
    const chosen = meantVersion(versions, version);
    if (chosen === undefined) continue;
    const root = join(folder, chosen);
    const pom = readPom((await files.readText(join(root, `${artifact}-${chosen}.pom`))) ?? '');
    const owner: InstalledPackage = { ecosystem: 'java', name: artifact, version: chosen, root };
    const archive = join(root, `${artifact}-${chosen}-sources.jar`);
    return { read: await readLibrary(tools, owner, archive), needs: pom?.dependencies ?? [] };
  }
  return undefined;
}

/** The sources in an archive. */
export async function readLibrary(
  { files, archives }: EvidenceTools,
  owner: InstalledPackage,
  archive: string,
): Promise<LibraryRead> {
  if ((await files.stat(archive)) === undefined) {
    return { owner, problem: message('evidence.java.no-sources', { package: owner.name }) };
  }
  const { names, problem } = await archives.names(archive);
  if (names === undefined) return { owner, problem };
  const sources = [...names.keys()]
    .filter((name) => name.endsWith('.java'))
    .map((name) => `${archive}!/${name}`);
  return { source: { owner, files: sources } };
}

/** Maven's own repository, then Debian's. */
export function repositories({ machine }: Pick<EvidenceTools, 'machine'>): readonly string[] {
  return [
    ...homeFolders(machine, '.m2/repository'),
    ...machinePrefixes(machine).map((one) => join(one, 'share/maven-repo')),
  ];
}

/** `commons-lang3` and `3.12.0` of `commons-lang3-3.12.0-sources.jar`; `undefined` for a file that is called otherwise. */
export function nameOfArchive(path: string): { readonly name: string; readonly version: string } | undefined {
  const found = /^(.+?)-(\d[\w.+-]*?)-sources\.jar$/.exec(basename(path));
  return found === null ? undefined : { name: found[1] ?? '', version: found[2] ?? '' };
}
