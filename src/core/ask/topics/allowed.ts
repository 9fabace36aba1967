import { message } from '../../platform/index.ts';
import { answered, declined } from '../answer.ts';
import { fittingNames, originOf, parameterLabel, symbolLabel } from '../wording.ts';
import { aboutParameter, unreadableSignature } from './signature.ts';
import type { Answerer } from './topic.ts';

/** The values to choose from: of a parameter, a property, a type or an enumeration. */
export const answerAllowed: Answerer = ({ facts, parameter }) => {
  const unreadable =
    parameter === undefined ? undefined : unreadableSignature(facts, aboutParameter(parameter));
  if (unreadable !== undefined) return unreadable;
  const symbol = symbolLabel(facts);
  const about = parameter === undefined ? symbol : `${parameterLabel(parameter, facts)} (${symbol})`;
  const allowed = parameter === undefined ? facts.allowed : parameter.allowed;
  const values = { symbol: about, ...originOf(facts) };
  if (allowed === undefined) {
    return declined('ask.declined.no-allowed', values, [parameter?.evidence ?? facts.head]);
  }
  const { shown, left } = fittingNames(allowed.values, 110);
  const counted = { ...values, count: allowed.values.length, names: shown };
  const answer =
    left === 0
      ? message('ask.answer.allowed', counted)
      : message('ask.answer.allowed-more', { ...counted, all: allowed.values.join(', ') });
  return answered('ask.allowed.declared', answer, allowed.evidence);
};
