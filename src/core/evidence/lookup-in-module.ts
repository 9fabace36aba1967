import { assembleFacts, type RunningSymbol } from './assemble-facts.ts';
import type { Entity, SymbolEntity } from './entity.ts';
import type { Evidence } from './evidence.ts';
import type { LoadedModule } from './loaded-module.ts';
import { membersOf, namesGivenBy } from './member-list.ts';
import { isStatic, ModuleGraph } from './module-graph.ts';
import { nearNames } from './near-names.ts';
import { bindsUnseen, mayHoldMore } from './partial-view.ts';
import type { InstalledPackage, SymbolFacts } from './symbol-facts.ts';
import type { SymbolLookup } from './symbol-lookup.ts';

/** Names to follow from the module with which a package begins. */
export interface ModuleLookup {
  readonly module: LoadedModule;
  readonly names: readonly string[];
  readonly package: InstalledPackage;
  /** As the answer names the symbol, without the package's name. */
  readonly name: string;
  /** What stands for the package itself where its module is meant as a whole. */
  readonly head: Evidence;
  /** Whether the last name belongs to what a class makes. */
  readonly isInstance?: boolean;
  /** Whether nobody said that the names belong to this package. */
  readonly isBare?: boolean;
}

/** Follows names through a package; `undefined` when the last of them leads nowhere or in a circle. */
export async function lookUpInModule(
  graph: ModuleGraph,
  request: ModuleLookup,
): Promise<SymbolLookup | undefined> {
  if (request.isBare && (await isModule(graph, request))) return undefined;
  const direct = await descend(graph, request.module, request.names);
  const method = direct === undefined ? undefined : await hiddenMethod(graph, request, direct);
  if (method !== undefined && !request.isInstance) {
    const { names, name: shown } = request;
    const last = names.at(-1) ?? '';
    const holder = shown.slice(0, -last.length - 1);
    return { type: 'ambiguous', candidates: [`${shown} (static)`, `${holder}.prototype.${last}`] };
  }
  const entity = method ?? direct;
  if (entity === undefined) return undeclared(graph, request);
  const { package: installed, name, head } = request;
  if (entity.type === 'module' || graph.recordsOf(entity).length === 0) {
    const symbol = { package: installed, name, kind: 'module', head, overloads: 1, isAsync: false } as const;
    return { type: 'found', symbol: { ...symbol, ...originOf(request) } };
  }
  const running = await runningOf(graph, request, entity);
  const symbol = await assembleFacts(graph, {
    entity,
    package: installed,
    name,
    ...(running === undefined ? {} : { running }),
  });
  return symbol === undefined ? undefined : { type: 'found', symbol: { ...symbol, ...originOf(request) } };
}

/** The method of what a class makes that a static member of the class is called like. */
async function hiddenMethod(
  graph: ModuleGraph,
  { module, names }: ModuleLookup,
  found: Entity,
): Promise<Entity | undefined> {
  if (graph.host.ecosystem !== 'npm' || names.length < 2 || found.type !== 'symbol') return undefined;
  const records = graph.recordsOf(found);
  // Where both stand side by side they speak as overloads do.
  if (records.length === 0 || !records.every((record) => isStatic(found.module, record))) return undefined;
  const holder = await descend(graph, module, names.slice(0, -1));
  return holder === undefined ? undefined : graph.memberOf(holder, names.at(-1) ?? '', 'made');
}

/** The place that stands for the package, where it states the version. */
function originOf({ package: { version }, head }: ModuleLookup): Pick<SymbolFacts, 'origin'> {
  return version !== undefined && head.quote.includes(version) ? { origin: head } : {};
}

/** Whether the first name is a module of a Python package, which another package may have as well. */
async function isModule(graph: ModuleGraph, { module, names }: ModuleLookup): Promise<boolean> {
  const [first] = names;
  if (first === undefined || graph.host.ecosystem !== 'python') return false;
  return (await graph.exportOf(module, first))?.type === 'module';
}

/** A symbol that the code has although the declarations leave it out. */
async function undeclared(graph: ModuleGraph, request: ModuleLookup): Promise<SymbolLookup | undefined> {
  const { module, names, package: installed, name } = request;
  const running = new ModuleGraph(graph.host.running);
  const script = await graph.host.implementation(module);
  const found = script === undefined ? undefined : await descend(running, script, names);
  if (found?.type !== 'symbol' || running.recordsOf(found).length === 0) return undefined;
  const symbol = await assembleFacts(running, { entity: found, package: installed, name });
  return symbol === undefined ? undefined : { type: 'found', symbol };
}

/** What names lead to from a module; none lead to what the module is as a whole. */
async function descend(
  graph: ModuleGraph,
  module: LoadedModule,
  names: readonly string[],
): Promise<Entity | undefined> {
  const [first, ...rest] = names;
  if (first === undefined) return wholeOf(graph, module);
  let entity = await graph.exportOf(module, first);
  if (entity === undefined && graph.host.ecosystem === 'npm') {
    const standard = await graph.exportOf(module, 'default');
    entity = standard === undefined ? undefined : await graph.memberOf(standard, first);
  }
  for (const name of rest) entity = entity === undefined ? undefined : await graph.memberOf(entity, name);
  return entity;
}

async function wholeOf(graph: ModuleGraph, module: LoadedModule): Promise<Entity> {
  const itself: Entity = { type: 'module', module };
  if (graph.host.ecosystem === 'python') return itself;
  const whole = await graph.exportOf(module, '=');
  if (whole?.type === 'symbol') return whole;
  return (await graph.exportOf(module, 'default')) ?? whole ?? itself;
}

/** The same names in the code that runs, where the module found only declares. */
async function runningOf(
  graph: ModuleGraph,
  { module, names }: ModuleLookup,
  entity: SymbolEntity,
): Promise<RunningSymbol | undefined> {
  if (!declares.test(entity.module.path)) return undefined;
  const running = new ModuleGraph(graph.host.running);
  const script = await graph.host.implementation(module);
  const start = script ?? (declares.test(module.path) ? undefined : module);
  const found = start === undefined ? undefined : await descend(running, start, names);
  if (found?.type === 'symbol') return { graph: running, entity: found };
  const [name, ...others] = names;
  if (name === undefined || others.length > 0) return undefined;
  // Where all of a package is built at run time, a file of its own may still hold the function of that name.
  const apart = await graph.host.implementation(module, name);
  const whole = apart === undefined ? undefined : await descend(running, apart, []);
  return whole?.type === 'symbol' && whole.path === name ? { graph: running, entity: whole } : undefined;
}

/** Files that declare without running: declarations and sources of TypeScript, stubs of Python. */
const declares = /\.(?:[cm]?tsx?|pyi)$/;

/** Names that lead nowhere. */
interface MissingSymbol extends Pick<ModuleLookup, 'module' | 'names' | 'package'> {
  /** The module that the names are asked for in, where its own name isn't the package's. */
  readonly inside?: readonly string[];
}

/**
 * What to say of names that lead nowhere: names near to the first such one, qualified as they would be asked for,
 * and whether what should hold it may hold more than could be read.
 */
export async function missingSymbol(
  graph: ModuleGraph,
  { module, names, package: installed, inside = [] }: MissingSymbol,
): Promise<SymbolLookup> {
  const qualified = (path: readonly string[]) => [...inside, ...path].join('.');
  const missing = { type: 'no-such-symbol', package: installed, symbol: qualified(names) } as const;
  for (let length = 1; length <= names.length; length++) {
    const known = names.slice(0, length);
    if ((await descend(graph, module, known)) !== undefined) continue;
    const holders = known.slice(0, -1);
    const found = holders.length === 0 ? undefined : await descend(graph, module, holders);
    const holder: Entity = found ?? { type: 'module', module };
    const available =
      holder.type === 'module'
        ? await namesGivenBy(graph, holder.module)
        : (await membersOf(graph, holder)).map(({ name }) => name);
    const nearest = nearNames(known.at(-1) ?? '', available).map((name) => qualified([...holders, name]));
    const standard = found === undefined ? await graph.exportOf(module, 'default') : undefined;
    const isPartial =
      bindsUnseen(holder, known.at(-1) ?? '') ||
      (await mayHoldMore(graph, holder)) ||
      (standard !== undefined && (await mayHoldMore(graph, standard)));
    return { ...missing, nearest, ...(isPartial ? { isPartial: true } : {}) };
  }
  return { ...missing, nearest: [] };
}
