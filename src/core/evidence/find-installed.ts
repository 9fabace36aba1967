import { dirname, join } from 'pathe';
import { ecosystemRegistry } from './ecosystem-registry.ts';
import type { EvidenceTools } from './evidence-tools.ts';
import { pythonRoots } from './python/environments.ts';
import type { Ecosystem } from './symbol-facts.ts';
import type { SymbolLookup, SymbolQuery } from './symbol-lookup.ts';

/** A symbol with all that an import tells of it. */
export interface InstalledQuery extends SymbolQuery {
  readonly package: string;
  readonly ecosystem: Ecosystem;
}

/**
 * Looks a symbol up in the one package that must hold it, as it is installed for some folders: nothing is looked for in
 * subfolders, in other ecosystems or under near names. Throws a `CancelledError` when cancelled.
 */
export async function findInstalled(tools: EvidenceTools, query: InstalledQuery): Promise<SymbolLookup> {
  const { symbol, ecosystem, package: name } = query;
  const lookup = await ecosystemRegistry[ecosystem].lookUp(tools, symbol, query);
  return lookup ?? { type: 'not-installed', name, nearest: [] };
}

/**
 * The folders that change when something is installed for a folder, or taken away, by npm or for Python; some may not be
 * there.
 */
export async function installationFolders(
  { files, pythons }: Pick<EvidenceTools, 'files' | 'pythons'>,
  ecosystem: Ecosystem,
  from: string,
): Promise<readonly string[]> {
  if (ecosystem === 'python') return (await pythonRoots(files, [from], pythons)).map(({ folder }) => folder);
  const found: string[] = [];
  for (let folder = from; ; folder = dirname(folder)) {
    found.push(join(folder, 'node_modules'));
    if (folder === dirname(folder)) return found;
  }
}
