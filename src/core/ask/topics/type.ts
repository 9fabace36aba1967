import { message } from '../../platform/index.ts';
import { answered, declined } from '../answer.ts';
import { clip, originOf, parameterLabel, symbolLabel } from '../wording.ts';
import { aboutParameter, unreadableSignature, variantsOf } from './signature.ts';
import type { Answerer } from './topic.ts';

/** The declared type of a parameter, a property or a constant. */
export const answerType: Answerer = ({ facts, parameter }) => {
  const values = { symbol: symbolLabel(facts), ...originOf(facts) };
  if (parameter === undefined) {
    if (facts.type === undefined) {
      return variantsOf(facts) ?? declined('ask.declined.no-type', values, [facts.head]);
    }
    const value = clip(facts.type.value, 110);
    return answered(
      'ask.type.declared',
      message('ask.answer.type', { ...values, value }),
      facts.type.evidence,
    );
  }
  const unreadable = unreadableSignature(facts, aboutParameter(parameter));
  if (unreadable !== undefined) return unreadable;
  const named = { ...values, parameter: parameterLabel(parameter, facts) };
  const { type } = parameter;
  if (type === undefined) return declined('ask.declined.no-parameter-type', named, [parameter.evidence]);
  const answer = message('ask.answer.parameter-type', { ...named, value: clip(type.value) });
  return answered('ask.type.declared', answer, type.evidence);
};
