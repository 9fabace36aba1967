import { handedOnParameter, type ParameterFacts, type SymbolFacts } from '../evidence/index.ts';
import type { ParameterReference } from './question.ts';

/** What a declaration has under the name, or at the place, that a question gives. */
export type FoundParameter =
  | { readonly type: 'found'; readonly parameter: ParameterFacts }
  | { readonly type: 'absent' }
  /** Properties of that name in several places. */
  | { readonly type: 'ambiguous'; readonly parameters: readonly ParameterFacts[] }
  /** It is not declared, and `taker` takes what isn't. */
  | { readonly type: 'unknowable'; readonly taker: ParameterFacts };

/** The parameters themselves, in order, without the properties of their objects. */
export function positional(facts: SymbolFacts): readonly ParameterFacts[] {
  return (facts.parameters ?? []).filter(({ kind }) => kind !== 'property');
}

/**
 * Finds a parameter by name or place; a property of an options object also by its own name alone, and what a function
 * takes by `**kwargs` where it is known what that is handed on to.
 */
export function findParameter(facts: SymbolFacts, reference: ParameterReference): FoundParameter {
  if ('ordinal' in reference) return atPlace(positional(facts), reference.ordinal);
  const all = facts.parameters ?? [];
  // PHP writes `$name`, and people often don't.
  const exact = all.find(({ name }) => name === reference.name || name === `$${reference.name}`);
  if (exact !== undefined) return { type: 'found', parameter: exact };
  const inside = all.filter(({ kind, name }) => kind === 'property' && name.endsWith(`.${reference.name}`));
  const shortest = Math.min(...inside.map(({ name }) => name.split('.').length));
  const [first, ...others] = inside.filter(({ name }) => name.split('.').length === shortest);
  if (first !== undefined) {
    return others.length === 0
      ? { type: 'found', parameter: first }
      : { type: 'ambiguous', parameters: [first, ...others] };
  }
  const further = handedOnParameter(facts, reference.name);
  if (further !== undefined) return { type: 'found', parameter: further };
  const taker = takerOf(facts, all);
  return taker === undefined ? { type: 'absent' } : { type: 'unknowable', taker };
}

function atPlace(parameters: readonly ParameterFacts[], ordinal: number): FoundParameter {
  const parameter = ordinal > 0 ? parameters[ordinal - 1] : parameters.at(ordinal);
  return parameter === undefined ? { type: 'absent' } : { type: 'found', parameter };
}

const holdsOptions = /^(?:options?|opts?|config(?:uration)?|settings?|init|props|params|args|arg)$/i;

/** What takes arguments that aren't declared: keyword arguments of any name, or an object whose properties aren't listed. */
function takerOf(
  { package: { ecosystem } }: SymbolFacts,
  all: readonly ParameterFacts[],
): ParameterFacts | undefined {
  const rest = all.find(({ kind }) => kind === 'keyword-rest');
  // Elsewhere than in JavaScript an argument has no names inside that nothing declares.
  if (rest !== undefined || ecosystem !== 'npm') return rest;
  return all.find(
    ({ kind, name }) =>
      kind === 'rest' ||
      kind === 'destructured' ||
      (kind === 'plain' && holdsOptions.test(name) && !all.some((one) => one.name.startsWith(`${name}.`))),
  );
}
