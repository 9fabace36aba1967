import type { SymbolEntity } from './entity.ts';
import { evidenceAt, type LoadedModule } from './loaded-module.ts';
import type { ModuleGraph } from './module-graph.ts';
import type { Stated } from './module-record.ts';
import type { FactValue } from './symbol-facts.ts';

/** What a module states, as a fact's value. */
export function factOf(module: LoadedModule, { value, spans }: Stated): FactValue {
  return { value, evidence: spans.map((span) => evidenceAt(module, span)) };
}

const name = /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*$/;
const keyword = /^(?:None|True|False|null|undefined|true|false|Infinity|NaN|this|self|cls)$/;
/** Texts, numbers, brackets and keywords: what a reader takes for a value. */
const plainValue = /^(?:[rRbBuU]{0,2}["'`]|[-+]?[\d.]|[[({]|(?:None|True|False|null|undefined|true|false)$)/;
/** A call that hands values to a class. */
const filledCall = /^(?:new\s+)?(?:[\w$.]+\.)?_?[A-Z][\w$]*\(\s*[^)\s]/;

/**
 * An initial value, names of constants followed to where they are given their value; `...` of a stub stands for
 * nothing. Sentinels keep their names. `undefined` when there is none.
 */
export async function initialFact(
  graph: ModuleGraph,
  { module, path }: Pick<SymbolEntity, 'module' | 'path'>,
  initial: Stated | undefined,
): Promise<FactValue | undefined> {
  if (initial === undefined || initial.value === '...') return undefined;
  const own = factOf(module, initial);
  if (!name.test(initial.value) || keyword.test(initial.value)) return own;
  const target = await graph.localOf(module, initial.value, path);
  if (target?.type !== 'symbol') return own;
  const [record, ...others] = graph.recordsOf(target);
  const value = record?.initial;
  if (value === undefined || others.length > 0 || record?.kind !== 'variable') return own;
  if (!plainValue.test(value.value) && !filledCall.test(value.value)) return own;
  const followed = factOf(target.module, value);
  return { value: value.value, evidence: [...own.evidence, ...followed.evidence] };
}
