import { ecosystemRegistry } from './ecosystem-registry.ts';
import type { EvidenceTools } from './evidence-tools.ts';
import type { Ecosystem, TracedEcosystem } from './symbol-facts.ts';
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
 * The files and folders by whose change a new answer shows, beside the files that the answer quotes; some may not be
 * there, and there are always some for a symbol that was not found.
 */
export async function installationTraces(
  tools: Pick<EvidenceTools, 'files' | 'pythons'>,
  asked: { readonly package: string; readonly ecosystem: TracedEcosystem; readonly from: string },
  lookup: SymbolLookup,
): Promise<readonly string[]> {
  const { traces } = ecosystemRegistry[asked.ecosystem];
  const owner = lookup.type === 'found' ? lookup.symbol.package : undefined;
  const own = owner === undefined ? await traces.folders(tools, asked.from) : [traces.metadata(owner)];
  return [...own, ...traces.nearer(asked.package, asked.from, owner?.root)];
}
