import { throwIfCancelled } from '../platform/index.ts';
import { ecosystemRegistry } from './ecosystem-registry.ts';
import type { EvidenceTools } from './evidence-tools.ts';
import { findAcross } from './indexing/find-declared.ts';
import { nearNames } from './near-names.ts';
import { globalsFile } from './npm/script-globals.ts';
import type { PackageQuery } from './package-query.ts';
import { projectsAround, projectsBelow } from './project-folders.ts';
import { installedPythonNames } from './python/installed-names.ts';
import { type Ecosystem, ecosystems } from './symbol-facts.ts';
import type { SymbolLookup, SymbolQuery } from './symbol-lookup.ts';
import { tidySymbol } from './symbol-name.ts';
import { namedPackages } from './workspace-packages.ts';

/** So many packages are searched for a bare name where no manifest says which count. */
const maximumUnnamed = 30;

/**
 * Looks a symbol up in what is installed for some folders: first for the languages that the workspace is written in,
 * then in projects of its subfolders, then for all others. Never throws for what is on the disk: whatever is in the
 * way is a lookup that names its remedy. Throws a `CancelledError` when cancelled.
 */
export async function findSymbol(tools: EvidenceTools, query: SymbolQuery): Promise<SymbolLookup> {
  const { text, isInstance, ecosystem = query.ecosystem } = tidySymbol(query.symbol);
  if (text === '') return { type: 'not-installed', name: query.symbol.trim(), nearest: [] };
  const said = isInstance ? { ...query, isInstance } : query;
  const asked = ecosystem === undefined ? ecosystems : [ecosystem];
  const { near, elsewhere } = await stagesOf(tools, query, asked);
  let known: SymbolLookup | undefined;
  for (const stage of near) {
    const lookup = await lookUpIn(tools, { ...said, ecosystem: stage }, text);
    if (lookup?.type === 'found' || lookup?.type === 'ambiguous') return lookup;
    known ??= lookup;
  }
  const below = await findBelow(tools, { ...said, ecosystem: asked }, text);
  if (below !== undefined) return below;
  const far = await findElsewhere(tools, { ...said, ecosystem: elsewhere }, text);
  const found = far ?? known;
  if (found !== undefined) return found;
  const across =
    query.package === undefined ? await findAcross(tools, { ...query, ecosystem: asked }, text) : undefined;
  return across ?? notInstalled(tools, query, query.package ?? text);
}

interface StagedQuery extends Omit<PackageQuery, 'ecosystem' | 'isBare'> {
  readonly ecosystem: readonly Ecosystem[];
}

/** Ecosystems in the order in which they are looked into. */
interface Stages {
  /** Those that the workspace's own files tell of, then those whose scripts may lie anywhere. */
  readonly near: readonly (readonly Ecosystem[])[];
  /** The rest. */
  readonly elsewhere: readonly Ecosystem[];
}

async function stagesOf(
  { files }: EvidenceTools,
  { from }: SymbolQuery,
  asked: readonly Ecosystem[],
): Promise<Stages> {
  if (asked.length === 1) return { near: [asked], elsewhere: [] };
  const near = await projectsAround(files, from);
  const common = (['npm', 'python'] as const).filter((one) => !near.includes(one));
  const elsewhere = asked.filter((one) => !near.includes(one) && one !== 'npm' && one !== 'python');
  return { near: [near, common].filter((stage) => stage.length > 0), elsewhere };
}

/**
 * What the machine has for languages that the workspace isn't written in: only a name that can hardly mean anything
 * else is looked for, and that one of them doesn't have it tells nothing.
 */
async function findElsewhere(
  tools: EvidenceTools,
  query: StagedQuery,
  text: string,
): Promise<SymbolLookup | undefined> {
  const telling = query.ecosystem.filter(
    (one) => query.package !== undefined || (ecosystemRegistry[one].telling ?? /[./]/).test(text),
  );
  const lookup = await lookUpIn(tools, { ...query, ecosystem: telling }, text);
  return lookup?.type === 'found' || lookup?.type === 'ambiguous' ? lookup : undefined;
}

interface Outcome {
  readonly ecosystem: Ecosystem;
  readonly lookup: SymbolLookup;
}

async function lookUpIn(
  tools: EvidenceTools,
  query: StagedQuery,
  text: string,
): Promise<SymbolLookup | undefined> {
  const outcomes: Outcome[] = [];
  for (const one of query.ecosystem) {
    throwIfCancelled(query.cancellation);
    const lookup = await ecosystemRegistry[one].lookUp(tools, text, { ...query, ecosystem: one });
    if (lookup !== undefined) outcomes.push({ ecosystem: one, lookup });
  }
  const found = outcomes.filter(({ lookup }) => lookup.type === 'found');
  if (query.package === undefined && !/[./]/.test(text)) {
    const bare = await findBeforePackages(tools, query, { text, outcomes });
    const builtIn = found.find(({ lookup }) => isBuiltIn(lookup));
    if (bare?.type === 'found' && builtIn !== undefined) {
      const owner = bare.symbol.package.name;
      const holder = builtIn.ecosystem === 'npm' ? 'globalThis' : 'builtins';
      return { type: 'ambiguous', candidates: [`${holder}.${text}`, `${owner}.${text}`] };
    }
    if (bare !== undefined) return bare;
  }
  if (found.length > 1) {
    return { type: 'ambiguous', candidates: found.map((one) => `${one.ecosystem}:${text}`) };
  }
  const known = found[0]?.lookup ?? outcomes[0]?.lookup;
  if (known !== undefined || query.package !== undefined) return known;
  return findBare(tools, query, text);
}

/** What Python and JavaScript have without an import: nobody names its module, as nobody names a package for a bare name. */
function isBuiltIn(lookup: SymbolLookup): boolean {
  if (lookup.type !== 'found') return false;
  return lookup.symbol.name.startsWith('builtins.') || globalsFile.test(lookup.symbol.head.path);
}

/**
 * The same in the projects of subfolders, each by what is installed for itself; where they differ, the folders are
 * to choose from.
 */
async function findBelow(
  tools: EvidenceTools,
  query: StagedQuery,
  text: string,
): Promise<SymbolLookup | undefined> {
  const found = new Map<string, { readonly folder: string; readonly lookup: SymbolLookup }>();
  for (const { folder, ecosystems: inside } of await projectsBelow(tools.files, query.from)) {
    const ecosystem = inside.filter((one) => query.ecosystem.includes(one));
    if (ecosystem.length === 0) continue;
    const lookup = await lookUpIn(tools, { ...query, from: [folder], ecosystem }, text);
    if (lookup?.type === 'ambiguous') return lookup;
    if (lookup?.type === 'found') found.set(lookup.symbol.package.root, { folder, lookup });
  }
  const [first, ...others] = [...found.values()];
  if (first === undefined || others.length === 0) return first?.lookup;
  return { type: 'ambiguous', candidates: [first, ...others].map(({ folder }) => `${text} (${folder})`) };
}

/** A bare name may be a package that nobody here asked for, and an export of one that the workspace names. */
async function findBeforePackages(
  tools: EvidenceTools,
  query: StagedQuery,
  { text, outcomes }: { readonly text: string; readonly outcomes: readonly Outcome[] },
): Promise<SymbolLookup | undefined> {
  if (outcomes.length === 0) return undefined;
  const named = await candidates(tools, query);
  const isNamed = named.some((one) => one.name === text && query.ecosystem.includes(one.ecosystem));
  return isNamed ? undefined : findBare(tools, query, text);
}

/**
 * Looks for a name without a package in the packages that the workspace names itself; `undefined` when none of
 * them has it.
 */
async function findBare(
  tools: EvidenceTools,
  query: StagedQuery,
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

async function candidates(tools: EvidenceTools, query: StagedQuery) {
  const named = await namedPackages(tools.files, query.from);
  const isPython = query.ecosystem.includes('python');
  if (!isPython || named.some(({ ecosystem }) => ecosystem === 'python')) return named;
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
