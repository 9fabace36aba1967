import { allowedByType } from './allowed-values.ts';
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
): Promise<DescribedParameters> {
  const described: DescribedParameter[] = [];
  for (const [index, parameter] of (call.signatures[0]?.parameters ?? []).entries()) {
    const counterpart = counterpartOf(parameter, index, running);
    described.push(await describe(graph, call, { parameter, counterpart }));
    described.push(...(await propertiesOf(graph, { parameter, call, counterpart })));
  }
  return {
    parameters: described.map(({ facts }) => facts),
    settled: described.filter(({ isSettled }) => isSettled).map(({ facts }) => facts.name),
  };
}

/** The parameters of a call, and the names of those whose default the code that runs decides. */
export interface DescribedParameters {
  readonly parameters: readonly ParameterFacts[];
  readonly settled: readonly string[];
}

interface DescribedParameter {
  readonly facts: ParameterFacts;
  readonly isSettled: boolean;
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
): Promise<DescribedParameter> {
  const known = await parameterDefault(graph, { module, path }, { parameter, counterpart });
  const allowed = await allowedByType(graph, parameter.type, { module, path });
  const facts = {
    name: parameter.name,
    kind: parameter.kind,
    optional: parameter.optional,
    ...(parameter.type === undefined ? {} : { type: factOf(module, parameter.type) }),
    ...(known === undefined ? {} : { default: known.value }),
    ...(allowed === undefined ? {} : { allowed }),
    evidence: evidenceAt(module, parameter.span),
  };
  return { facts, isSettled: known?.isSettled ?? false };
}

interface KnownDefault {
  readonly value: FactValue;
  /** Whether the code that runs says so. */
  readonly isSettled: boolean;
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
): Promise<KnownDefault | undefined> {
  if (kind === 'rest' || kind === 'keyword-rest') return undefined;
  const own = await initialFact(graph, place, initial);
  // A signature that demands the parameter leaves nothing to a default.
  const isDemanded = !optional && !/\bundefined\b/.test(type?.value ?? '');
  const other = isDemanded ? undefined : counterpart?.parameter;
  const run =
    counterpart === undefined || other === undefined || other.kind === 'destructured'
      ? undefined
      : await initialFact(counterpart.graph, { module: counterpart.module, path: '' }, other.initial);
  if (own !== undefined) return { value: own, isSettled: own.value === run?.value };
  if (run !== undefined) return { value: run, isSettled: true };
  if (documented !== undefined) return { value: factOf(place.module, documented), isSettled: false };
  if (counterpart === undefined || other?.documented === undefined) return undefined;
  return { value: factOf(counterpart.module, other.documented), isSettled: true };
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
): Promise<readonly DescribedParameter[]> {
  const declared = await optionProperties(graph, parameter, call);
  const name = parameter.name;
  if (declared.length === 0) {
    if (name === '') return [];
    const own = parameter.properties.map((one) => describeProperty(name, one, call.module));
    return own.map((facts) => ({ facts, isSettled: false }));
  }
  const given = (module: LoadedModule, from: ParameterRecord, wanted: string) =>
    from.properties
      .filter((property) => `${name}.${property.name}` === wanted)
      .map((property) => describeProperty(name, property, module).default)
      .find((value) => value !== undefined);
  return declared.map((facts) => {
    if (!facts.optional) return { facts, isSettled: false };
    const own = given(call.module, parameter, facts.name);
    const run =
      counterpart === undefined ? undefined : given(counterpart.module, counterpart.parameter, facts.name);
    const value = own ?? run ?? facts.default;
    if (value === undefined) return { facts, isSettled: false };
    return { facts: { ...facts, default: value }, isSettled: run !== undefined && value === run };
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
