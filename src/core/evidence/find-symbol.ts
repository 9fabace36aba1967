import { throwIfCancelled } from '../platform/index.ts';
import { ecosystemRegistry } from './ecosystem-registry.ts';
import type { EvidenceTools } from './evidence-tools.ts';
import { nearNames } from './near-names.ts';
import { installedPythonNames } from './python/installed-names.ts';
import { type Ecosystem, ecosystems } from './symbol-facts.ts';
import type { SymbolLookup, SymbolQuery } from './symbol-lookup.ts';
import { tidySymbol } from './symbol-name.ts';
import { namedPackages } from './workspace-packages.ts';

/** So many packages are searched for a bare name where no manifest says which count. */
const maximumUnnamed = 30;

/**
 * Looks a symbol up in what is installed for some folders. Never throws for what is on the disk: whatever is in
 * the way is a lookup that names its remedy. Throws a `CancelledError` when cancelled.
 */
export async function findSymbol(tools: EvidenceTools, query: SymbolQuery): Promise<SymbolLookup> {
  const { text, ecosystem = query.ecosystem } = tidySymbol(query.symbol);
  const asked = ecosystem === undefined ? ecosystems : [ecosystem];
  if (text === '') return { type: 'not-installed', name: query.symbol.trim(), nearest: [] };
  const outcomes: Outcome[] = [];
  for (const one of asked) {
    throwIfCancelled(query.cancellation);
    const lookup = await ecosystemRegistry[one].lookUp(tools, text, query);
    if (lookup !== undefined) outcomes.push({ ecosystem: one, lookup });
  }
  const found = outcomes.filter(({ lookup }) => lookup.type === 'found');
  if (query.package === undefined && !/[./]/.test(text)) {
    const bare = await findBeforePackages(tools, { ...query, ecosystem: asked }, { text, outcomes });
    if (bare !== undefined) return bare;
  }
  if (found.length > 1) {
    return { type: 'ambiguous', candidates: found.map((one) => `${one.ecosystem}:${text}`) };
  }
  const known = found[0]?.lookup ?? outcomes[0]?.lookup;
  if (known !== undefined) return known;
  const bare =
    query.package === undefined ? await findBare(tools, { ...query, ecosystem: asked }, text) : undefined;
  return bare ?? notInstalled(tools, query, query.package ?? text);
}

interface Outcome {
  readonly ecosystem: Ecosystem;
  readonly lookup: SymbolLookup;
}

/** A bare name may be a package that nobody here asked for, and an export of one that the workspace names. */
async function findBeforePackages(
  tools: EvidenceTools,
  query: BareQuery,
  { text, outcomes }: { readonly text: string; readonly outcomes: readonly Outcome[] },
): Promise<SymbolLookup | undefined> {
  if (outcomes.length === 0) return undefined;
  const named = await candidates(tools, query);
  const isNamed = named.some((one) => one.name === text && query.ecosystem.includes(one.ecosystem));
  return isNamed ? undefined : findBare(tools, query, text);
}

interface BareQuery extends Omit<SymbolQuery, 'ecosystem'> {
  readonly ecosystem: readonly Ecosystem[];
}

/**
 * Looks for a name without a package in the packages that the workspace names itself; `undefined` when none of
 * them has it.
 */
async function findBare(
  tools: EvidenceTools,
  query: BareQuery,
  text: string,
): Promise<SymbolLookup | undefined> {
  const found: { readonly name: string; readonly lookup: SymbolLookup }[] = [];
  for (const { ecosystem, name } of await candidates(tools, query)) {
    if (!query.ecosystem.includes(ecosystem)) continue;
    throwIfCancelled(query.cancellation);
    const lookup = await ecosystemRegistry[ecosystem].lookUp(tools, text, {
      ...query,
      ecosystem,
      package: name,
      isBare: true,
    });
    if (lookup?.type === 'found') found.push({ name: `${name}.${text}`, lookup });
  }
  if (found.length > 1) return { type: 'ambiguous', candidates: found.map(({ name }) => name) };
  return found[0]?.lookup;
}

async function candidates(tools: EvidenceTools, query: BareQuery) {
  const named = await namedPackages(tools.files, query.from);
  if (named.some(({ ecosystem }) => ecosystem === 'python')) return named;
  const installed = await installedPythonNames(tools, query.from);
  if (installed.length > maximumUnnamed) return named;
  return [...named, ...installed.map((name) => ({ ecosystem: 'python' as const, name }))];
}

async function notInstalled(tools: EvidenceTools, query: SymbolQuery, name: string): Promise<SymbolLookup> {
  const asked = query.ecosystem === undefined ? ecosystems : [query.ecosystem];
  const installed: string[] = [];
  for (const one of asked)
    installed.push(...(await ecosystemRegistry[one].installedNames(tools, query.from)));
  const head = query.package ?? (name.startsWith('@') ? name : (name.split(/[./]/)[0] ?? name));
  return { type: 'not-installed', name: head, nearest: nearNames(head, installed) };
}
