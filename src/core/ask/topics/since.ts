import { message } from '../../platform/index.ts';
import { answered, declined } from '../answer.ts';
import { originOf, symbolLabel } from '../wording.ts';
import type { Answerer } from './topic.ts';

/** The version since which a symbol exists, where its comment says so. */
export const answerSince: Answerer = ({ facts }) => {
  const values = { symbol: symbolLabel(facts), ...originOf(facts) };
  const { since } = facts;
  if (since === undefined) return declined('ask.declined.no-since', values, [facts.head]);
  return answered(
    'ask.since.documented',
    message('ask.answer.since', { ...values, value: since.value }),
    since.evidence,
  );
};
