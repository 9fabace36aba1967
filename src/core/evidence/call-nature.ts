import type { ChosenDeclaration } from './chosen-declaration.ts';
import type { SymbolEntity } from './entity.ts';
import { evidenceAt } from './loaded-module.ts';
import type { ModuleGraph } from './module-graph.ts';
import type { SymbolFacts } from './symbol-facts.ts';
import { splitType } from './type-names.ts';

/** Whether what a call gives back is awaited, and whether it is a generator. */
type CallNature = Pick<SymbolFacts, 'asynchronous' | 'generator'>;

type Place = Pick<SymbolEntity, 'module' | 'path'>;

/**
 * Reads off a declaration how a call of it runs; a part is absent where it stays open: a type that can't be followed, a
 * function that something wraps, code that may hand a promise on.
 */
export async function callNature(graph: ModuleGraph, chosen: ChosenDeclaration): Promise<CallNature> {
  const { record } = chosen;
  if (record.kind !== 'function' && record.kind !== 'method' && chosen.call === undefined) return {};
  if (record.kind === 'class') return {};
  return graph.host.ecosystem === 'python' ? pythonNature(graph, chosen) : scriptNature(graph, chosen);
}

/** Decorators that leave it to the function how it runs. */
const transparent =
  /^(?:(?:\w+\.)*(?:staticmethod|classmethod|overload|abstractmethod|override|final|deprecated))$/;
/** Decorators of functions that give back a plain call of a plain function. */
const plainly = /^(?:(?:\w+\.)*(?:lru_cache|cache|wraps|singledispatch|singledispatchmethod))$/;

async function pythonNature(graph: ModuleGraph, { entity, equals }: ChosenDeclaration): Promise<CallNature> {
  const { module } = entity;
  const spoken = equals.filter((one) => !one.isOverload);
  const [record, ...others] = spoken.length > 0 ? spoken : equals.slice(0, 1);
  if (record === undefined || others.length > 0) return {};
  const wrapping = (record.decorators ?? []).filter((name) => !transparent.test(name));
  const isPlain = !(record.signatures[0]?.isAsync ?? false) && record.isGenerator === undefined;
  for (const name of wrapping) {
    if (!isPlain || !(plainly.test(name) || (await isPlainWrapper(graph, entity, name)))) return {};
  }
  const head = evidenceAt(module, record.head);
  const [signature] = record.signatures;
  const returns = signature?.returns?.value ?? '';
  const isDeclared = /\.pyi$/.test(module.path);
  const isAsync = signature?.isAsync ?? false;
  const givesAwaitable = /\b(?:Awaitable|Coroutine|Future|Task)\b/.test(returns);
  const givesIterator = /\b(?:Async)?(?:Generator|Iterator|Iterable)\b/.test(returns);
  const yields = record.isGenerator ?? false;
  return {
    ...(isAsync || !givesAwaitable ? { asynchronous: { holds: isAsync, evidence: [head] } } : {}),
    ...(yields || !(isDeclared || givesIterator) ? { generator: { holds: yields, evidence: [head] } } : {}),
  };
}

/** Whether a decorator is a function of plain calls alone: nothing in it waits or yields. */
async function isPlainWrapper(graph: ModuleGraph, entity: SymbolEntity, name: string): Promise<boolean> {
  const target = await graph.localOf(entity.module, name, entity.path);
  if (target?.type !== 'symbol') return false;
  const [record, ...others] = graph.recordsOf(target);
  if (record?.kind !== 'function' || others.length > 0) return false;
  const [whole = ''] = target.module.source.text.slice(record.head.start).split(/\n(?=[^\s#)])/);
  return !/\b(?:async|await|yield|coroutine|\w*contextmanager)\b/.test(whole);
}

async function scriptNature(graph: ModuleGraph, chosen: ChosenDeclaration): Promise<CallNature> {
  const { record, call, entity } = chosen;
  const place = call ?? entity;
  const signatures = call?.signatures ?? record.signatures;
  const head = evidenceAt(entity.module, record.head);
  if (/\.[cm]?jsx?$/.test(entity.module.path)) {
    const isAsync = signatures.some((one) => one.isAsync);
    return {
      ...(isAsync ? { asynchronous: { holds: true, evidence: [head] } } : {}),
      generator: { holds: record.isGenerator ?? false, evidence: [head] },
    };
  }
  const natures = new Set<TypeNature>();
  for (const { returns } of signatures) {
    natures.add(returns === undefined ? 'unknown' : await natureOf(graph, returns.value, place, 0));
  }
  const spans = signatures.flatMap(({ returns }) => returns?.spans ?? []);
  const [first = head, ...more] = spans.slice(0, 3).map((span) => evidenceAt(place.module, span));
  const evidence = [first, ...more] as const;
  const isAll = (...wanted: readonly TypeNature[]) =>
    natures.size > 0 && [...natures].every((one) => wanted.includes(one));
  return {
    ...(isAll('promise') ? { asynchronous: { holds: true, evidence } } : {}),
    ...(isAll('plain', 'object', 'generator') ? { asynchronous: { holds: false, evidence } } : {}),
    ...(isAll('generator') ? { generator: { holds: true, evidence } } : {}),
    ...(isAll('plain', 'promise', 'object') ? { generator: { holds: false, evidence } } : {}),
  };
}

type TypeNature = 'promise' | 'generator' | 'plain' | 'object' | 'unknown';

const primitive =
  /^(?:string|number|boolean|bigint|symbol|void|undefined|null|never|true|false|object|["'`][^"'`]*["'`]|-?\d[\d_.]*)$/;
const knownObjects =
  /^(?:Array|ReadonlyArray|Date|RegExp|Map|Set|WeakMap|WeakSet|Record|Error|Buffer|Function|ArrayBuffer|DataView|URL|(?:Uint|Int|Float)\d+Array|String|Number|Boolean|NodeJS\.\w+)$/;

/** How a value of a written type is used: awaited, run through, or as it is. */
async function natureOf(
  graph: ModuleGraph,
  written: string,
  place: Place,
  depth: number,
): Promise<TypeNature> {
  const type = written.trim().replace(/^readonly\s+/, '');
  const parts = splitType(type, '|');
  if (parts.length > 1) {
    const all = new Set<TypeNature>();
    for (const part of parts) all.add(await natureOf(graph, part, place, depth));
    const [only = 'unknown', ...others] = all;
    if (others.length === 0) return only;
    return [...all].every((one) => one === 'plain' || one === 'object') ? 'object' : 'unknown';
  }
  if (primitive.test(type) || /^(?:asserts\s+)?\w+\s+is\s/.test(type) || /^asserts\s/.test(type))
    return 'plain';
  if (/^Promise(?:Like)?\s*</.test(type)) return 'promise';
  if (/^(?:Async)?Generator\s*</.test(type)) return 'generator';
  if (/\[\]$/.test(type) || /^[[{]/.test(type) || /^\(.*\)\s*=>/s.test(type)) return 'object';
  const name = /^([A-Za-z_$][\w$.]*)(?:<[\s\S]*>)?$/.exec(type)?.[1];
  if (name === undefined || depth > 4 || /Iterator|Iterable/.test(name)) return 'unknown';
  if (knownObjects.test(name)) return 'object';
  return natureOfName(graph, name, place, depth);
}

async function natureOfName(
  graph: ModuleGraph,
  name: string,
  place: Place,
  depth: number,
): Promise<TypeNature> {
  const holder = place.path.slice(0, Math.max(0, place.path.lastIndexOf('.')));
  const target =
    name === 'this'
      ? ({ type: 'symbol', module: place.module, path: holder } as const)
      : await graph.localOf(place.module, name, place.path);
  if (target?.type !== 'symbol' || target.path === '') return 'unknown';
  const [record, ...others] = graph.recordsOf(target);
  if (record === undefined) return 'unknown';
  if (record.kind === 'enum') return 'plain';
  if (record.kind === 'type' && others.length === 0) {
    return record.type === undefined ? 'unknown' : natureOf(graph, record.type.value, target, depth + 1);
  }
  if (record.kind !== 'class' && record.kind !== 'interface') return 'unknown';
  const isThenable = (await graph.memberOf(target, 'then', 'object')) !== undefined;
  const isRunThrough = (await graph.memberOf(target, 'next', 'object')) !== undefined;
  return isThenable || isRunThrough ? 'unknown' : 'object';
}
