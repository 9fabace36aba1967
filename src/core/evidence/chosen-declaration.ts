import type { SymbolEntity } from './entity.ts';
import type { LoadedModule } from './loaded-module.ts';
import type { ModuleGraph } from './module-graph.ts';
import type { SignatureRecord, SymbolRecord } from './module-record.ts';
import { isUnion } from './type-names.ts';

/** The declaration that speaks for a symbol, and how the symbol can be called. */
export interface ChosenDeclaration {
  readonly entity: SymbolEntity;
  readonly record: SymbolRecord;
  /** Every declaration of the path that is as good as `record`: overloads, branches. */
  readonly equals: readonly SymbolRecord[];
  /** Absent when it can't be called, or when the declarations disagree on how. */
  readonly call?: CallSignatures;
}

/** The signatures of a symbol and where they stand. */
export interface CallSignatures {
  readonly module: LoadedModule;
  /** The path under which the types of its parameters are written out. */
  readonly path: string;
  /** The one that leaves most to choice first, then in the order of the file; never empty. */
  readonly signatures: readonly SignatureRecord[];
  /** The definition behind Python's overloads. */
  readonly behind?: SignatureRecord;
}

/** A method and a function of the same path (`emitter.on`, `Emitter.on`) are two ways to mean it. */
const callables: ReadonlySet<SymbolRecord['kind']> = new Set(['function', 'method']);

const ranks: readonly SymbolRecord['kind'][] = ['class', 'interface', 'enum', 'variable', 'type', 'property'];

/** Picks the declaration that speaks for a symbol; other names of it are followed. `undefined` for a circle. */
export async function chooseDeclaration(
  graph: ModuleGraph,
  entity: SymbolEntity,
  depth = 0,
): Promise<ChosenDeclaration | undefined> {
  const records = graph.recordsOf(entity);
  // Callables have no rank: they come before all that have one.
  const rankOf = ({ kind }: SymbolRecord) => (callables.has(kind) ? -1 : ranks.indexOf(kind));
  const rank = Math.min(...records.map(rankOf));
  const equals = records.filter((one) => rankOf(one) === rank);
  const record = equals[0];
  if (record === undefined || depth > 8) return undefined;
  if (record.signatures.length === 0 && (record.kind === 'variable' || record.kind === 'property')) {
    for (const target of await graph.leadsOf(entity, 'aliases')) {
      const followed =
        target.type === 'symbol' ? await chooseDeclaration(graph, target, depth + 1) : undefined;
      if (followed !== undefined) return followed;
    }
  }
  // In Python a variable of the same name is what a branch, or a wrapper, puts in the function's place.
  const isReplaced = graph.host.ecosystem === 'python' && equals.length < records.length;
  if (isReplaced && callables.has(record.kind)) return { entity, record, equals };
  const call = await callOf(graph, entity, { record, equals, depth });
  if (call === undefined) return { entity, record, equals };
  return { entity, record, equals, call: { ...call, signatures: mostFirst(call.signatures) } };
}

/** The first overload with the most parameters that may be left out before the others. */
function mostFirst(signatures: readonly SignatureRecord[]): readonly SignatureRecord[] {
  const weight = ({ parameters }: SignatureRecord) => parameters.filter(({ optional }) => optional).length;
  const most = Math.max(...signatures.map(weight));
  const first = signatures.find((one) => weight(one) === most);
  return first === undefined ? signatures : [first, ...signatures.filter((one) => one !== first)];
}

interface Candidates {
  readonly record: SymbolRecord;
  readonly equals: readonly SymbolRecord[];
  readonly depth: number;
}

async function callOf(
  graph: ModuleGraph,
  entity: SymbolEntity,
  { record, equals, depth }: Candidates,
): Promise<CallSignatures | undefined> {
  const { module, path } = entity;
  if (record.kind === 'class') return classCall(graph, entity, depth);
  const overloads = equals.filter((one) => one.isOverload);
  const spoken = graph.host.ecosystem === 'python' && overloads.length > 0 ? overloads : equals;
  const signatures = spoken.flatMap((one) => one.signatures);
  if (signatures.length > 0) {
    const isSequence = graph.host.ecosystem === 'python' && overloads.length === 0 && equals.length > 1;
    if (isSequence) return agreedCall(signatures, module, path);
    const [behind, ...more] = overloads.length > 0 ? equals.filter((one) => !one.isOverload) : [];
    const isOne = graph.host.ecosystem === 'python' && more.length === 0;
    const own = isOne ? behind?.signatures[0] : undefined;
    return { module, path, signatures, ...(own === undefined ? {} : { behind: own }) };
  }
  if (record.kind === 'interface' || record.kind === 'enum') return undefined;
  return typeCall(graph, entity, depth);
}

/** Definitions in several branches speak together only where they agree. */
function agreedCall(
  signatures: readonly SignatureRecord[],
  module: LoadedModule,
  path: string,
): CallSignatures | undefined {
  const written = signatures.map((one) =>
    JSON.stringify(one.parameters.map(({ name, kind, initial }) => [name, kind, initial?.value])),
  );
  const [first] = signatures;
  if (first === undefined || new Set(written).size > 1) return undefined;
  return { module, path, signatures: [first] };
}

/**
 * By the constructor, else by that of the first base that has one. `undefined` where a base leads out of what is
 * installed, or where a metaclass may take the call.
 */
async function classCall(
  graph: ModuleGraph,
  entity: SymbolEntity,
  depth: number,
): Promise<CallSignatures | undefined> {
  const made = await classSignatures(graph, entity, depth);
  return made === 'none' ? undefined : made;
}

async function classSignatures(
  graph: ModuleGraph,
  entity: SymbolEntity,
  depth: number,
): Promise<CallSignatures | 'none' | undefined> {
  const { module } = entity;
  const records = graph.recordsOf(entity);
  if (depth > 8 || records.some((record) => hasMetaclass(module, record))) return undefined;
  for (const path of [entity.path, `${entity.path}.constructor`, `${entity.path}.__new__`]) {
    const signatures = graph.recordsOf({ module, path }).flatMap((one) => one.signatures);
    if (signatures.length > 0) return { module, path, signatures: signatures.map(withoutReturns) };
  }
  // What decorates a class without an initialiser may write one.
  if (graph.host.ecosystem === 'python' && records.some(({ decorators }) => decorators !== undefined))
    return undefined;
  for (const name of records.flatMap(({ bases }) => bases)) {
    if (name === 'object' || name === 'Generic' || name === 'Protocol') continue;
    const base = await graph.localOf(module, name, entity.path);
    if (base?.type !== 'symbol') return undefined;
    const found = await classSignatures(graph, base, depth + 1);
    if (found !== 'none') return found;
  }
  return 'none';
}

/** Enumerations and classes with a metaclass of their own are called in ways that no initialiser tells. */
function hasMetaclass({ source }: LoadedModule, { head, bases }: SymbolRecord): boolean {
  if (bases.some((name) => /(?:^|\.)(?:\w*Enum|Flag|IntFlag)$/.test(name))) return true;
  return /\bmetaclass\s*=\s*(?!(?:abc\.)?ABCMeta\b)/.test(source.text.slice(head.start, head.end));
}

function withoutReturns({ returns: _, ...signature }: SignatureRecord): SignatureRecord {
  return signature;
}

/** By the type that is declared for it: an alias of a function type, an interface that can be called. */
async function typeCall(
  graph: ModuleGraph,
  entity: SymbolEntity,
  depth: number,
): Promise<CallSignatures | undefined> {
  const written = graph.recordsOf(entity).map(({ type }) => type?.value ?? '');
  // Of a union only one part may be called, and nobody knows which value it is.
  if (depth > 8 || written.some((type) => isUnion(type))) return undefined;
  const isValue = written.some((type) => /\btypeof\b/.test(type));
  const found: CallSignatures[] = [];
  for (const target of await graph.leadsOf(entity, 'types')) {
    if (target.type !== 'symbol') continue;
    // A type's name stands for the type, not for a value that is called the same.
    const records = graph
      .recordsOf(target)
      .filter(({ kind }) => isValue || kind === 'interface' || kind === 'type');
    const signatures = records.flatMap((one) => one.signatures);
    if (signatures.length > 0) found.push({ module: target.module, path: target.path, signatures });
    const further = await typeCall(graph, target, depth + 1);
    if (further !== undefined) found.push(further);
  }
  const [only, ...others] = found;
  return others.length === 0 ? only : undefined;
}
