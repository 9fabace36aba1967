import { allowedBySymbol } from './allowed-values.ts';
import { callNature } from './call-nature.ts';
import type { ChosenDeclaration } from './chosen-declaration.ts';
import { factOf } from './fact-values.ts';
import type { ModuleGraph } from './module-graph.ts';
import type { SymbolRecord } from './module-record.ts';
import type { FactValue, SymbolFacts } from './symbol-facts.ts';
import { wrapperOf } from './wrapping.ts';

type FurtherFacts = Pick<
  SymbolFacts,
  | 'allowed'
  | 'asynchronous'
  | 'deprecatedIn'
  | 'generator'
  | 'raises'
  | 'raisedByItself'
  | 'since'
  | 'wrapper'
>;

/** A declaration and the graph of its modules. */
interface Placed {
  readonly graph: ModuleGraph;
  readonly chosen: ChosenDeclaration;
}

/**
 * What a declaration says beside its signature, its value and its comment, else what the code that runs says of it; a
 * version that only some of several declarations name counts for all of them.
 */
export async function furtherFacts(
  { graph, chosen }: Placed,
  running: { readonly graph: ModuleGraph; readonly chosen: ChosenDeclaration | undefined },
): Promise<FurtherFacts> {
  const { entity, record } = chosen;
  const nature = await callNature(graph, chosen);
  const runningNature = running.chosen === undefined ? {} : await callNature(running.graph, running.chosen);
  const allowed = await allowedBySymbol(graph, entity, record);
  const wrapper = await wrapperOf(graph, chosen, running.chosen);
  const version = (of: 'since' | 'deprecatedIn') => versionOf(chosen, of) ?? versionOf(running.chosen, of);
  const [since, deprecatedIn] = [version('since'), version('deprecatedIn')];
  return {
    ...runningNature,
    ...nature,
    ...raisesOf(running.chosen),
    ...raisesOf(chosen),
    ...(allowed === undefined ? {} : { allowed }),
    ...(wrapper === undefined ? {} : { wrapper }),
    ...(since === undefined ? {} : { since }),
    ...(deprecatedIn === undefined ? {} : { deprecatedIn }),
  };
}

function versionOf(
  chosen: ChosenDeclaration | undefined,
  of: 'since' | 'deprecatedIn',
): FactValue | undefined {
  const [first, ...others] = chosen?.equals.flatMap((record) => record[of] ?? []) ?? [];
  if (chosen === undefined || first === undefined) return undefined;
  return others.every(({ value }) => value === first.value) ? factOf(chosen.entity.module, first) : undefined;
}

function raisesOf(chosen: ChosenDeclaration | undefined): Pick<SymbolFacts, 'raises' | 'raisedByItself'> {
  if (chosen === undefined || chosen.record.kind === 'class') return {};
  const list = (of: (one: SymbolRecord) => SymbolRecord['raises']) => {
    const once = new Map(chosen.equals.flatMap(of).map((one) => [one.value, one]));
    return [...once.values()].map((one) => factOf(chosen.entity.module, one));
  };
  const raises = list((one) => one.raises);
  const raisedByItself = list((one) => one.raisedByItself ?? []);
  return {
    ...(raises.length === 0 ? {} : { raises }),
    ...(raisedByItself.length === 0 ? {} : { raisedByItself }),
  };
}
