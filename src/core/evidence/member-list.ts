import type { Entity, SymbolEntity } from './entity.ts';
import type { LoadedModule } from './loaded-module.ts';
import type { ModuleGraph } from './module-graph.ts';
import type { SymbolRecord } from './module-record.ts';

/** One member of a symbol with the module that declares it. */
export interface ListedMember {
  readonly name: string;
  readonly module: LoadedModule;
  readonly record: SymbolRecord;
}

/** The members of a symbol, its own first, then those of its types and bases; a name once. */
export async function membersOf(graph: ModuleGraph, entity: Entity): Promise<readonly ListedMember[]> {
  const found = new Map<string, ListedMember>();
  await collect(graph, entity, { found, seen: new Set() });
  return [...found.values()];
}

interface Collection {
  readonly found: Map<string, ListedMember>;
  readonly seen: Set<string>;
}

async function collect(graph: ModuleGraph, entity: Entity, collection: Collection): Promise<void> {
  if (entity.type === 'module') return;
  const key = `${entity.module.path} ${entity.module.scope} ${entity.path}`;
  if (collection.seen.has(key)) return;
  collection.seen.add(key);
  for (const part of await graph.partsOf(entity)) collectOwn(part, collection.found);
  for (const by of ['aliases', 'types', 'bases'] as const) {
    for (const target of await graph.leadsOf(entity, by)) await collect(graph, target, collection);
  }
}

function collectOwn({ module, path }: SymbolEntity, found: Map<string, ListedMember>): void {
  const prefix = `${path}.`;
  for (const record of module.record.symbols) {
    if (record.scope !== module.scope || !record.path.startsWith(prefix)) continue;
    const name = record.path.slice(prefix.length);
    if (!/[.()]/.test(name) && !found.has(name)) found.set(name, { name, module, record });
  }
}

/** The names that a module gives, as far as its own file and the modules that it takes whole tell. */
export async function namesGivenBy(graph: ModuleGraph, module: LoadedModule): Promise<readonly string[]> {
  const found = new Set<string>();
  await collectGiven(graph, module, { found, seen: new Set() });
  const whole = graph.host.ecosystem === 'npm' ? await graph.exportOf(module, '=') : undefined;
  const standard = whole?.type === 'symbol' ? whole : await graph.exportOf(module, 'default');
  for (const { name } of standard === undefined ? [] : await membersOf(graph, standard)) found.add(name);
  return [...found].filter((name) => !/^(?:=|default|__\w+__)$/.test(name));
}

async function collectGiven(
  graph: ModuleGraph,
  module: LoadedModule,
  { found, seen }: { readonly found: Set<string>; readonly seen: Set<string> },
): Promise<void> {
  const key = `${module.path} ${module.scope}`;
  if (seen.has(key) || seen.size > 100) return;
  seen.add(key);
  const { record, scope, path } = module;
  const isOpen = /\.d\.[cm]?ts$|\.pyi?$/.test(path);
  for (const { path: name, scope: at } of isOpen ? record.symbols : []) {
    if (at === scope && !/[.()]/.test(name)) found.add(name);
  }
  if (graph.host.ecosystem === 'python') for (const { local } of record.imports) found.add(local);
  for (const one of record.exports) {
    if (one.scope !== scope) continue;
    if (one.type !== 'star') found.add(one.exported);
    else {
      const target = await graph.host.resolve(one.specifier, module);
      if (target !== undefined) await collectGiven(graph, target, { found, seen });
    }
  }
}
