import type { SymbolFacts } from '../../evidence/index.ts';
import { message } from '../../platform/index.ts';
import { answered, declined } from '../answer.ts';
import { originOf, symbolLabel } from '../wording.ts';
import type { Answerer } from './topic.ts';

/** Whether what a call gives is awaited, or is a generator. */
export const answerNature: Answerer = ({ topic, facts }) => {
  const values = { symbol: symbolLabel(facts), ...originOf(facts) };
  const isAboutAsync = topic === 'is-async';
  const known = isAboutAsync ? facts.asynchronous : facts.generator;
  if (known === undefined) {
    return isCalled(facts)
      ? declined('ask.declined.no-nature', values, [facts.head])
      : declined('ask.declined.not-callable', values, [facts.head]);
  }
  const id = isAboutAsync
    ? (`ask.answer.${known.holds ? 'async' : 'not-async'}` as const)
    : (`ask.answer.${known.holds ? 'generator' : 'not-generator'}` as const);
  return answered('ask.nature.declared', message(id, values), known.evidence);
};

function isCalled({ parameters, returns, isCallUnknown, kind }: SymbolFacts): boolean {
  return parameters !== undefined || returns !== undefined || isCallUnknown === true || kind === 'module';
}
