import { ecosystemRegistry } from '../ecosystem-registry.ts';
import type { EvidenceTools } from '../evidence-tools.ts';
import { projectsAround, projectsBelow, projectsIn } from '../project-folders.ts';
import { type Ecosystem, ecosystems } from '../symbol-facts.ts';
import type { IndexSource } from './evidence-index.ts';

/**
 * The installed packages that some folders see, with their files; of several of one name the nearest. What the machine
 * has of an ecosystem that none of their projects takes from is left out. One without readable metadata is passed over.
 * Never throws for what is on the disk.
 */
export async function installedSources(
  tools: EvidenceTools,
  from: readonly string[],
): Promise<readonly IndexSource[]> {
  const found: IndexSource[] = [];
  const seen = await foldersSeen(tools, from);
  const own = await ecosystemsSeen(tools, from);
  const isBelow = (path: string) => from.some((folder) => path.startsWith(`${folder}/`));
  const { variables } = tools.machine;
  const below = { ...tools, pythons: tools.pythons.filter(isBelow), machine: { variables } };
  for (const ecosystem of ecosystems) {
    const isTheirs = own.size === 0 || own.has(ecosystem);
    const { indexed } = ecosystemRegistry[ecosystem];
    const using = isTheirs ? tools : below;
    const sources = await (indexed?.sources(using, seen) ?? documentedSources(using, ecosystem, seen));
    found.push(...(isTheirs ? sources : sources.filter(({ root }) => isBelow(root))));
  }
  return found;
}

/** The ecosystems of the projects that some folders are or hold, else of those that they lie in. */
async function ecosystemsSeen(
  { files }: Pick<EvidenceTools, 'files'>,
  from: readonly string[],
): Promise<ReadonlySet<IndexSource['ecosystem']>> {
  const below = await projectsBelow(files, from);
  const own = [...(await projectsIn(files, from)), ...below.flatMap((project) => project.ecosystems)];
  return new Set(own.length > 0 ? own : await projectsAround(files, from));
}

/** The folders that are asked from, and the projects below them. */
export async function foldersSeen(
  { files }: Pick<EvidenceTools, 'files'>,
  from: readonly string[],
): Promise<readonly string[]> {
  return [...from, ...(await projectsBelow(files, from)).map(({ folder }) => folder)];
}

/** The packages whose documents have a folder of their own: what lies in it is the package. */
async function documentedSources(
  tools: EvidenceTools,
  ecosystem: Ecosystem,
  from: readonly string[],
): Promise<readonly IndexSource[]> {
  const { installedNames, documentPlaces } = ecosystemRegistry[ecosystem];
  const found = new Map<string, IndexSource>();
  for (const name of await installedNames(tools, from)) {
    for (const { path, kind, owner } of await documentPlaces(tools, name, from)) {
      if (kind !== 'folder' || found.has(owner.name)) continue;
      const known = owner.version === undefined ? {} : { version: owner.version };
      found.set(owner.name, { ecosystem, name: owner.name, root: path, parts: [''], ...known });
    }
  }
  return [...found.values()];
}
