import { type CallSignatures, type ChosenDeclaration, chooseDeclaration } from './chosen-declaration.ts';
import type { SymbolEntity } from './entity.ts';
import { factOf, initialFact } from './fact-values.ts';
import { furtherFacts } from './further-facts.ts';
import { handedOn } from './handed-on.ts';
import { evidenceAt, type LoadedModule } from './loaded-module.ts';
import type { ModuleGraph } from './module-graph.ts';
import type { SymbolRecord } from './module-record.ts';
import { overloadAgreement } from './overload-agreement.ts';
import { parameterFacts, type RunningCall } from './parameter-facts.ts';
import type { Ecosystem, FactValue, InstalledPackage, SymbolFacts } from './symbol-facts.ts';

/** A symbol of the code that runs, and the graph of its modules. */
export interface RunningSymbol {
  readonly graph: ModuleGraph;
  readonly entity: SymbolEntity;
}

/** The symbol that facts are about, and what runs where its declaration only declares. */
export interface FactsRequest {
  readonly entity: SymbolEntity;
  /** The same export of the code that runs, where declarations stand apart from it. */
  readonly running?: RunningSymbol;
  readonly package: InstalledPackage;
  /** Without the package's name. */
  readonly name: string;
}

/** Everything that the declaration says of a symbol; `undefined` when its names lead in a circle. */
export async function assembleFacts(
  graph: ModuleGraph,
  request: FactsRequest,
): Promise<SymbolFacts | undefined> {
  const chosen = await chooseDeclaration(graph, request.entity);
  if (chosen === undefined) return undefined;
  const running =
    request.running === undefined
      ? undefined
      : await chooseDeclaration(request.running.graph, request.running.entity);
  const runningGraph = request.running?.graph ?? graph;
  const { record, call, entity } = chosen;
  const { module } = entity;
  const first = call?.signatures[0];
  const isCallable = record.kind === 'function' || record.kind === 'method';
  const behind =
    running?.call === undefined ? behindOf(graph, call) : { graph: runningGraph, call: running.call };
  const described = call === undefined ? undefined : await parameterFacts(graph, call, behind);
  const initial = await defaultOf([
    { graph, chosen },
    { graph: runningGraph, chosen: running },
  ]);
  const deprecated = deprecationOf(graph, chosen) ?? deprecationOf(runningGraph, running);
  const others = await handedOn(graph, chosen);
  const returns = first?.returns;
  const further = await furtherFacts({ graph, chosen }, { graph: runningGraph, chosen: running });
  const agreement = overloadAgreement(call?.signatures ?? [], described?.settled ?? [], call?.behind);
  return {
    package: request.package,
    name: request.name,
    kind: record.kind,
    head: evidenceAt(module, record.head),
    ...(described === undefined ? {} : { parameters: described.parameters }),
    ...(others === undefined ? {} : { handedOn: others }),
    overloads: Math.max(1, call?.signatures.length ?? 1),
    ...(agreement === undefined ? {} : { agreement }),
    ...(call === undefined && graph.recordsOf(entity).some((one) => mayBeCalled(one, graph.host.ecosystem))
      ? { isCallUnknown: true }
      : {}),
    ...(record.type === undefined ? {} : { type: factOf(module, record.type) }),
    ...(initial === undefined || isCallable ? {} : { default: initial }),
    ...(returns === undefined || call === undefined ? {} : { returns: factOf(call.module, returns) }),
    isAsync: first?.isAsync ?? false,
    ...(deprecated === undefined ? {} : { deprecated }),
    ...documentedOf(module, spokenBy(chosen.equals, graph.host.ecosystem)),
    ...further,
  };
}

/** What the comments of all declarations of a symbol say alike, and whether a part of them is deprecated. */
export function documentedOf(
  module: LoadedModule,
  equals: readonly SymbolRecord[],
): Pick<SymbolFacts, 'deprecatedIn' | 'isPartlyDeprecated' | 'raises' | 'since'> {
  const [first] = equals;
  const isAlike = (say: (one: SymbolRecord) => unknown) =>
    new Set(equals.map((one) => JSON.stringify(say(one)) ?? '')).size === 1;
  const marks = equals.filter(({ deprecated }) => deprecated !== undefined).length;
  const raises = isAlike((one) => one.raises.map(({ value }) => value)) ? (first?.raises ?? []) : [];
  const since = isAlike((one) => one.since?.value) ? first?.since : undefined;
  const deprecatedIn = isAlike((one) => one.deprecatedIn?.value) ? first?.deprecatedIn : undefined;
  return {
    ...(marks > 0 && marks < equals.length ? { isPartlyDeprecated: true } : {}),
    ...(raises.length === 0 ? {} : { raises: raises.map((one) => factOf(module, one)) }),
    ...(since === undefined ? {} : { since: factOf(module, since) }),
    ...(deprecatedIn === undefined ? {} : { deprecatedIn: factOf(module, deprecatedIn) }),
  };
}

/** The definition behind overloads of the same module, as the code that runs. */
function behindOf(graph: ModuleGraph, call: CallSignatures | undefined): RunningCall | undefined {
  if (call?.behind === undefined) return undefined;
  const { module, path, behind } = call;
  return { graph, call: { module, path, signatures: [behind] } };
}

/** Whether something without a signature may be a function all the same: nothing says what it is. */
function mayBeCalled({ kind, type, initial, isAccessor }: SymbolRecord, ecosystem: Ecosystem): boolean {
  if (kind === 'function' || kind === 'method' || kind === 'class') return true;
  if ((kind !== 'variable' && kind !== 'property') || (isAccessor && ecosystem === 'python')) return false;
  if (type !== undefined)
    return !/^(?:string|number|boolean|bigint|symbol|["'\d]|true|false|\w+\[\])/.test(type.value);
  return initial === undefined || /\(/.test(initial.value);
}

/** The initial value where every declaration agrees on it, else what the documentation says. */
async function defaultOf(
  declarations: readonly { readonly graph: ModuleGraph; readonly chosen: ChosenDeclaration | undefined }[],
): Promise<FactValue | undefined> {
  for (const { graph, chosen } of declarations) {
    if (chosen === undefined) continue;
    const { entity, equals, record } = chosen;
    if (record.kind === 'class' || record.kind === 'interface') return undefined;
    const isOne = new Set(equals.map(({ initial }) => initial?.value)).size === 1;
    const initial =
      isOne && !isMade(record.initial?.value ?? '', graph.host.ecosystem)
        ? await initialFact(graph, entity, record.initial)
        : undefined;
    if (initial !== undefined) return initial;
    if (record.documented !== undefined) return factOf(entity.module, record.documented);
  }
  return undefined;
}

/** Whether a value comes out of a call that says nothing of it: a field's description, a factory of JavaScript. */
function isMade(value: string, ecosystem: Ecosystem): boolean {
  if (ecosystem === 'npm') return /^(?:new\s|await\s|[\w$.]+\()/.test(value);
  return /^[\w.]*(?:field|attrib|attr\.ib|Field)\(/.test(value);
}

/** Of Python's overloads the definition behind them, which is what is called. */
function spokenBy(equals: readonly SymbolRecord[], ecosystem: Ecosystem): readonly SymbolRecord[] {
  const behind = ecosystem === 'python' ? equals.filter(({ isOverload }) => !isOverload) : [];
  return behind.length === 1 ? behind : equals;
}

/** Deprecated when every declaration of it is; of a Python class also when its initialiser always warns. */
function deprecationOf(graph: ModuleGraph, chosen: ChosenDeclaration | undefined): FactValue | undefined {
  if (chosen === undefined) return undefined;
  const { entity, equals, record } = chosen;
  const [first, ...others] = spokenBy(equals, graph.host.ecosystem).map(({ deprecated }) => deprecated);
  if (first !== undefined && others.every((one) => one !== undefined)) return factOf(entity.module, first);
  if (record.kind !== 'class' || graph.host.ecosystem !== 'python') return undefined;
  const path = `${entity.path}.__init__`;
  const warned = graph.recordsOf({ module: entity.module, path })[0]?.deprecated;
  return warned === undefined ? undefined : factOf(entity.module, warned);
}
