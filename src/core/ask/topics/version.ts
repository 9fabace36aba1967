import { message } from '../../platform/index.ts';
import { answered, declined } from '../answer.ts';
import { originOf } from '../wording.ts';
import type { Answerer } from './topic.ts';

/** The installed version of a package, by the place that states it. */
export const answerVersion: Answerer = ({ facts }) => {
  const values = originOf(facts);
  const { origin } = facts;
  return origin === undefined
    ? declined('ask.declined.no-version', values, [facts.head])
    : answered('ask.version.installed', message('ask.answer.version', values), [origin]);
};
