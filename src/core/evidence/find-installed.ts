import { ecosystemRegistry } from './ecosystem-registry.ts';
import type { EvidenceTools } from './evidence-tools.ts';
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
