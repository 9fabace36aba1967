import type { CallSignatures } from './chosen-declaration.ts';
import { factOf, initialFact } from './fact-values.ts';
import { evidenceAt, type LoadedModule } from './loaded-module.ts';
import type { ModuleGraph } from './module-graph.ts';
import type { ParameterRecord } from './module-record.ts';
import { optionProperties } from './option-properties.ts';
import type { FactValue, ParameterFacts } from './symbol-facts.ts';

/**
 * What the declaration says of each parameter, in the order of the first signature, properties of options behind
 * theirs. Defaults that the declaration leaves out come from the code that runs.
 */
export async function parameterFacts(
  graph: ModuleGraph,
  call: CallSignatures,
  running: RunningCall | undefined,
): Promise<readonly ParameterFacts[]> {
  const described: ParameterFacts[] = [];
  for (const [index, parameter] of (call.signatures[0]?.parameters ?? []).entries()) {
    const counterpart = counterpartOf(parameter, index, running);
    described.push(await describe(graph, call, { parameter, counterpart }));
    described.push(...(await propertiesOf(graph, { parameter, call, counterpart })));
  }
  return described;
}

/** How the code that runs is called, and the graph of its modules. */
export interface RunningCall {
  readonly graph: ModuleGraph;
  readonly call: CallSignatures;
}

interface Counterpart {
  readonly graph: ModuleGraph;
  readonly module: LoadedModule;
  readonly parameter: ParameterRecord;
}

/** The parameter of the code that runs: of the same name, or a pattern in the same place. */
function counterpartOf(
  { name }: ParameterRecord,
  index: number,
  running: RunningCall | undefined,
): Counterpart | undefined {
  const [only, ...others] = running?.call.signatures ?? [];
  if (running === undefined || only === undefined || others.length > 0) return undefined;
  const same = only.parameters.find((one) => one.name === name && name !== '');
  const pattern = only.parameters[index]?.kind === 'destructured' ? only.parameters[index] : undefined;
  const parameter = same ?? pattern;
  return parameter === undefined
    ? undefined
    : { graph: running.graph, module: running.call.module, parameter };
}

async function describe(
  graph: ModuleGraph,
  { module, path }: CallSignatures,
  { parameter, counterpart }: Described,
): Promise<ParameterFacts> {
  const initial = await parameterDefault(graph, { module, path }, { parameter, counterpart });
  return {
    name: parameter.name,
    kind: parameter.kind,
    optional: parameter.optional,
    ...(parameter.type === undefined ? {} : { type: factOf(module, parameter.type) }),
    ...(initial === undefined ? {} : { default: initial }),
    evidence: evidenceAt(module, parameter.span),
  };
}

interface Described {
  readonly parameter: ParameterRecord;
  readonly counterpart: Counterpart | undefined;
}

/** What the signature says, that of the code that runs before words about it. */
async function parameterDefault(
  graph: ModuleGraph,
  place: Pick<CallSignatures, 'module' | 'path'>,
  { parameter: { initial, documented, kind, optional, type }, counterpart }: Described,
): Promise<FactValue | undefined> {
  if (kind === 'rest' || kind === 'keyword-rest') return undefined;
  const own = await initialFact(graph, place, initial);
  if (own !== undefined) return own;
  // A signature that demands the parameter leaves nothing to a default.
  const isDemanded = !optional && !/\bundefined\b/.test(type?.value ?? '');
  const other = isDemanded ? undefined : counterpart?.parameter;
  if (counterpart !== undefined && other !== undefined && other.kind !== 'destructured') {
    const run = await initialFact(counterpart.graph, { module: counterpart.module, path: '' }, other.initial);
    if (run !== undefined) return run;
  }
  if (documented !== undefined) return factOf(place.module, documented);
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
    if (!one.optional) return one;
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
