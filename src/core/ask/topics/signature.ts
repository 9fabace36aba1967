import type { OverloadAgreement, ParameterFacts, SymbolFacts } from '../../evidence/index.ts';
import { type Declined, declined } from '../answer.ts';
import { choices, clip, originOf, symbolLabel } from '../wording.ts';

/** What a topic needs of a signature that all overloads must say alike. */
export type Needed = (agreement: OverloadAgreement) => boolean;

/** What all overloads must say of one parameter, or of the one that holds a property. */
export function aboutParameter({ name }: ParameterFacts): Needed {
  return ({ parameters }) => parameters.some((one) => one === name || name.startsWith(`${one}.`));
}

/** What all overloads must say of the default of one parameter; the code behind them may say it for all. */
export function aboutDefault(parameter: ParameterFacts): Needed {
  return (agreement) => agreement.defaults.includes(parameter.name) || aboutParameter(parameter)(agreement);
}

/**
 * Why nothing can be said of the signature: there is none, or its overloads differ in what is needed; `undefined`
 * when it can.
 */
export function unreadableSignature(facts: SymbolFacts, needed: Needed): Declined | undefined {
  const values = { symbol: symbolLabel(facts), ...originOf(facts) };
  if (isJoined(facts)) return declined('ask.declined.another-declaration', values, [facts.head]);
  if (facts.isCallUnknown) return declined('ask.declined.call-unknown', values, [facts.head]);
  if (facts.parameters === undefined && facts.returns === undefined) {
    return declined('ask.declined.not-callable', values, [facts.head]);
  }
  const isAgreed = facts.overloads === 1 || (facts.agreement !== undefined && needed(facts.agreement));
  if (isAgreed) return undefined;
  return declined('ask.declined.overloads', { ...values, count: facts.overloads }, [facts.head]);
}

/** Why its parameters can't be listed or counted although the signature is there; `undefined` when they can. */
export function wrappedSignature(facts: SymbolFacts): Declined | undefined {
  const { wrapper } = facts;
  if (wrapper === undefined) return undefined;
  const values = { symbol: symbolLabel(facts), ...originOf(facts), wrapper: clip(wrapper.value, 60) };
  return declined('ask.declined.wrapped', values, wrapper.evidence);
}

/** `const unlink: typeof fs.unlink & typeof promisified`: the facts are those of one of them. */
function isJoined({ kind, head }: SymbolFacts): boolean {
  return (kind === 'variable' || kind === 'property') && /:[^=({]*\btypeof\b[^=({]*[&|]/.test(head.quote);
}

/** Whether the declaration proves that a parameter must be passed: plain JavaScript lets any be left out. */
export function mustBePassed(parameter: ParameterFacts): boolean {
  if (parameter.optional || parameter.default !== undefined) return false;
  const isPlain = parameter.kind === 'plain' || parameter.kind === 'keyword-only';
  // Neither does the XML documentation of .NET tell what may be left out.
  return isPlain && !/\.(?:js|jsx|mjs|cjs|xml)$/i.test(parameter.evidence.path);
}

/** Why a value can't be told that platforms or features give differently. */
export function variantsOf({ variants, head }: SymbolFacts): Declined | undefined {
  return variants === undefined
    ? undefined
    : declined('ask.declined.ambiguous', { candidates: choices(variants) }, [head]);
}
