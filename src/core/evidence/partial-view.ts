import type { Entity, SymbolEntity } from './entity.ts';
import type { LoadedModule } from './loaded-module.ts';
import type { ModuleGraph } from './module-graph.ts';
import type { SymbolRecord } from './module-record.ts';

/**
 * Whether an entity may hold more names than can be read off it: a type or base that leads out of what is
 * installed or is computed, a module that makes its names at run time.
 */
export async function mayHoldMore(graph: ModuleGraph, entity: Entity): Promise<boolean> {
  return entity.type === 'module'
    ? moduleMayHoldMore(graph, entity.module)
    : symbolMayHoldMore(graph, entity, new Set());
}

/** Whether a module binds a name to something that can't be seen, such as a part of compiled code. */
export function bindsUnseen(holder: Entity, name: string): boolean {
  if (holder.type !== 'module') return false;
  const { imports, exports } = holder.module.record;
  return (
    imports.some(({ local }) => local === name) ||
    exports.some((one) => one.type !== 'star' && one.exported === name)
  );
}

/** Ways of Python to add names at run time. */
const addsNames = /\bglobals\(\)|\bglobal_enum\b|\bvars\(\)|__dict__\.update|\bsys\.modules\[/;

async function moduleMayHoldMore(graph: ModuleGraph, module: LoadedModule): Promise<boolean> {
  const { record, scope, path, source } = module;
  if (/\.py$/.test(path) && addsNames.test(source.text)) return true;
  if (record.reading !== 'whole' || record.symbols.some((one) => one.path === '__getattr__')) return true;
  const own = record.exports.filter((one) => one.scope === scope);
  if (own.length === 0 && /\.[cm]?jsx?$/.test(path)) return true;
  for (const one of own) {
    if (one.type === 'star' && (await graph.host.resolve(one.specifier, module)) === undefined) return true;
  }
  const whole = await graph.exportOf(module, '=');
  return whole?.type === 'symbol' && mayHoldMore(graph, whole);
}

async function symbolMayHoldMore(
  graph: ModuleGraph,
  entity: SymbolEntity,
  seen: Set<string>,
): Promise<boolean> {
  const key = `${entity.module.path} ${entity.module.scope} ${entity.path}`;
  if (seen.has(key)) return false;
  seen.add(key);
  const records = graph.recordsOf(entity);
  if (records.some(isOpaque)) return true;
  for (const by of ['aliases', 'types', 'bases'] as const) {
    const names = new Set(records.flatMap((record) => record[by]));
    const targets = await graph.leadsOf(entity, by);
    if (targets.length < names.size) return true;
    for (const target of targets) {
      const isOpen = target.type === 'symbol' && (await symbolMayHoldMore(graph, target, seen));
      if (isOpen) return true;
    }
  }
  return false;
}

/** A value whose members nothing tells: a computed type, or what a call gives back. */
function isOpaque({ kind, type, types, aliases, initial, signatures }: SymbolRecord): boolean {
  if (kind !== 'variable' && kind !== 'property' && kind !== 'type') return false;
  if (types.length > 0 || aliases.length > 0 || signatures.length > 0) {
    // Parts of an intersection that are no names lead nowhere.
    return /\b(?:Record|Omit|Pick|Exclude|Extract)\s*</.test(type?.value ?? '');
  }
  if (type !== undefined)
    return !/^(?:string|number|boolean|bigint|symbol|["'\d{-]|true|false)/.test(type.value);
  return initial === undefined || /\(/.test(initial.value);
}
