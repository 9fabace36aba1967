import { message } from '../../platform/index.ts';
import { answered, declined } from '../answer.ts';
import { clip, originOf, symbolLabel } from '../wording.ts';
import { unreadableSignature } from './signature.ts';
import type { Answerer } from './topic.ts';

/** What a function is declared to return. */
export const answerReturns: Answerer = ({ facts }) => {
  const values = { symbol: symbolLabel(facts), ...originOf(facts) };
  const unreadable = unreadableSignature(facts, (agreement) => agreement.returns);
  if (unreadable !== undefined) return unreadable;
  const { returns } = facts;
  if (returns === undefined && facts.givesNothing) {
    return answered('ask.returns.declared', message('ask.answer.returns-nothing', values), [facts.head]);
  }
  if (returns === undefined) return declined('ask.declined.no-return-type', values, [facts.head]);
  const isCoroutine = facts.isAsync && facts.package.ecosystem === 'python';
  const id = isCoroutine ? 'ask.answer.returns-awaited' : 'ask.answer.returns';
  const answer = message(id, { ...values, value: clip(returns.value, 110) });
  return answered('ask.returns.declared', answer, returns.evidence);
};
