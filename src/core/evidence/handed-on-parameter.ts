import type { FactValue, ParameterFacts, SymbolFacts } from './symbol-facts.ts';

/**
 * The parameter of that name that a function takes by `**kwargs` and hands on, as it takes it: by its name alone, proven by
 * the calls on the way, too. `undefined` where none or several are known.
 */
export function handedOnParameter({ handedOn }: SymbolFacts, name: string): ParameterFacts | undefined {
  const [taken, ...others] = handedOn?.parameters.filter((one) => one.name === name) ?? [];
  if (handedOn === undefined || taken === undefined || others.length > 0) return undefined;
  const { default: initial, type, ...rest } = taken;
  const proven = ({ value, evidence }: FactValue): FactValue => ({
    value,
    evidence: [...evidence, ...handedOn.through],
  });
  return {
    ...rest,
    kind: 'keyword-only',
    ...(initial === undefined ? {} : { default: proven(initial) }),
    ...(type === undefined ? {} : { type: proven(type) }),
  };
}
