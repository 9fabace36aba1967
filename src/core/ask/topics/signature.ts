import type { ParameterFacts, SymbolFacts } from '../../evidence/index.ts';
import { type Declined, declined } from '../answer.ts';
import { originOf, symbolLabel } from '../wording.ts';

/**
 * Why nothing can be said of the signature: it has none, or several; `undefined` when it can. The facts hold the
 * first overload alone, which the others needn't agree with.
 */
export function unreadableSignature(facts: SymbolFacts): Declined | undefined {
  const values = { symbol: symbolLabel(facts), ...originOf(facts) };
  if (facts.parameters === undefined && facts.returns === undefined) {
    return declined('ask.declined.not-callable', values, [facts.head]);
  }
  if (facts.overloads > 1) {
    return declined('ask.declined.overloads', { ...values, count: facts.overloads }, [facts.head]);
  }
  return undefined;
}

/** Whether the declaration proves that a parameter must be passed: plain JavaScript lets any be left out. */
export function mustBePassed(parameter: ParameterFacts): boolean {
  if (parameter.optional || parameter.default !== undefined) return false;
  const isPlain = parameter.kind === 'plain' || parameter.kind === 'keyword-only';
  return isPlain && !/\.(?:js|jsx|mjs|cjs)$/i.test(parameter.evidence.path);
}
