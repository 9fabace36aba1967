import { type CallSignatures, type ChosenDeclaration, chooseDeclaration } from './chosen-declaration.ts';
import { evidenceAt, type LoadedModule } from './loaded-module.ts';
import type { Entity, ModuleGraph } from './module-graph.ts';
import type { ParameterRecord, Stated } from './module-record.ts';
import { optionProperties } from './option-properties.ts';
import type { FactValue, InstalledPackage, ParameterFacts, SymbolFacts } from './symbol-facts.ts';

/** The symbol that facts are about, and what runs where its declaration only declares. */
export interface FactsRequest {
  readonly entity: Extract<Entity, { type: 'symbol' }>;
  /** The same export of the code that runs, where declarations stand apart from it. */
  readonly running?: Extract<Entity, { type: 'symbol' }>;
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
  const running = request.running === undefined ? undefined : await chooseDeclaration(graph, request.running);
  const { record, call, entity } = chosen;
  const { module } = entity;
  const first = call?.signatures[0];
  const isCallable = record.kind === 'function' || record.kind === 'method';
  const parameters = call === undefined ? undefined : await parametersOf(graph, call, running?.call);
  const initial = defaultOf(chosen, running);
  const deprecated = deprecationOf(graph, chosen) ?? deprecationOf(graph, running);
  const returns = first?.returns;
  return {
    package: request.package,
    name: request.name,
    kind: record.kind,
    head: evidenceAt(module, record.head),
    ...(parameters === undefined ? {} : { parameters }),
    overloads: Math.max(1, call?.signatures.length ?? 1),
    ...(record.type === undefined ? {} : { type: factOf(module, record.type) }),
    ...(initial === undefined || isCallable ? {} : { default: initial }),
    ...(returns === undefined || call === undefined ? {} : { returns: factOf(call.module, returns) }),
    isAsync: first?.isAsync ?? false,
    ...(deprecated === undefined ? {} : { deprecated }),
  };
}

function factOf(module: LoadedModule, { value, spans }: Stated): FactValue {
  return { value, evidence: spans.map((span) => evidenceAt(module, span)) };
}

/** `...` in a stub stands for a default that the source has. */
function told(one: Stated | undefined): Stated | undefined {
  return one?.value === '...' ? undefined : one;
}

/** The initial value where every declaration agrees on it, else what the documentation says. */
function defaultOf(chosen: ChosenDeclaration, running: ChosenDeclaration | undefined): FactValue | undefined {
  if (chosen.record.kind === 'class' || chosen.record.kind === 'interface') return undefined;
  for (const one of [chosen, running]) {
    if (one === undefined) continue;
    const values = new Set(one.equals.map(({ initial }) => initial?.value));
    const initial = values.size === 1 ? told(one.record.initial) : undefined;
    const isOpaque = initial !== undefined && /^[\w.]*(?:field|attrib|attr\.ib|Field)\(/.test(initial.value);
    const known = isOpaque ? undefined : (initial ?? one.record.documented);
    if (known !== undefined) return factOf(one.entity.module, known);
  }
  return undefined;
}

/** Deprecated when every declaration of it is; of a Python class also when its initialiser always warns. */
function deprecationOf(graph: ModuleGraph, chosen: ChosenDeclaration | undefined): FactValue | undefined {
  if (chosen === undefined) return undefined;
  const { entity, equals, record } = chosen;
  const [first, ...others] = equals.map(({ deprecated }) => deprecated);
  if (first !== undefined && others.every((one) => one !== undefined)) return factOf(entity.module, first);
  if (record.kind !== 'class' || graph.host.ecosystem !== 'python') return undefined;
  const path = `${entity.path}.__init__`;
  const warned = graph.recordsOf({ module: entity.module, path })[0]?.deprecated;
  return warned === undefined ? undefined : factOf(entity.module, warned);
}

async function parametersOf(
  graph: ModuleGraph,
  call: CallSignatures,
  running: CallSignatures | undefined,
): Promise<readonly ParameterFacts[]> {
  const described: ParameterFacts[] = [];
  for (const [index, parameter] of (call.signatures[0]?.parameters ?? []).entries()) {
    const counterpart = counterpartOf(parameter, index, running);
    described.push(describe(call.module, parameter, counterpart));
    described.push(...(await propertiesOf(graph, { parameter, call, counterpart })));
  }
  return described;
}

interface Counterpart {
  readonly module: LoadedModule;
  readonly parameter: ParameterRecord;
}

/** The parameter of the code that runs: of the same name, or a pattern in the same place. */
function counterpartOf(
  { name }: ParameterRecord,
  index: number,
  running: CallSignatures | undefined,
): Counterpart | undefined {
  const [only, ...others] = running?.signatures ?? [];
  if (running === undefined || only === undefined || others.length > 0) return undefined;
  const same = only.parameters.find((one) => one.name === name && name !== '');
  const pattern = only.parameters[index]?.kind === 'destructured' ? only.parameters[index] : undefined;
  const parameter = same ?? pattern;
  return parameter === undefined ? undefined : { module: running.module, parameter };
}

function describe(
  module: LoadedModule,
  parameter: ParameterRecord,
  counterpart: Counterpart | undefined,
): ParameterFacts {
  const initial = parameterDefault(module, parameter, counterpart);
  return {
    name: parameter.name,
    kind: parameter.kind,
    optional: parameter.optional,
    ...(parameter.type === undefined ? {} : { type: factOf(module, parameter.type) }),
    ...(initial === undefined ? {} : { default: initial }),
    evidence: evidenceAt(module, parameter.span),
  };
}

/** What the signature says, that of the code that runs before words about it. */
function parameterDefault(
  module: LoadedModule,
  { initial, documented, kind }: ParameterRecord,
  counterpart: Counterpart | undefined,
): FactValue | undefined {
  if (kind === 'rest' || kind === 'keyword-rest') return undefined;
  const own = told(initial);
  if (own !== undefined) return factOf(module, own);
  const other = counterpart?.parameter;
  const run = other?.kind === 'destructured' ? undefined : told(other?.initial);
  if (counterpart !== undefined && run !== undefined) return factOf(counterpart.module, run);
  if (documented !== undefined) return factOf(module, documented);
  if (counterpart === undefined || other?.documented === undefined) return undefined;
  return factOf(counterpart.module, other.documented);
}

async function propertiesOf(
  graph: ModuleGraph,
  {
    parameter,
    call,
    counterpart,
  }: {
    readonly parameter: ParameterRecord;
    readonly call: CallSignatures;
    readonly counterpart: Counterpart | undefined;
  },
): Promise<readonly ParameterFacts[]> {
  const declared = await optionProperties(graph, parameter, call);
  const name = parameter.name;
  if (declared.length === 0) {
    return name === '' ? [] : parameter.properties.map((one) => describeProperty(name, one, call.module));
  }
  return declared.map((one) => {
    const own = [
      { module: call.module, parameter },
      ...(counterpart === undefined ? [] : [counterpart]),
    ].flatMap(({ module, parameter: { properties } }) =>
      properties
        .filter((property) => `${name}.${property.name}` === one.name && property.default !== undefined)
        .map((property) => describeProperty(name, property, module).default),
    );
    const value = own.find((known) => known !== undefined) ?? one.default;
    return value === undefined ? one : { ...one, default: value };
  });
}

function describeProperty(
  holder: string,
  { name, span, default: value }: ParameterRecord['properties'][number],
  module: LoadedModule,
): ParameterFacts {
  return {
    name: `${holder}.${name}`,
    kind: 'property',
    optional: value !== undefined,
    ...(value === undefined ? {} : { default: factOf(module, value) }),
    evidence: evidenceAt(module, span),
  };
}
