import type { SymbolFacts } from '../../evidence/index.ts';
import { message } from '../../platform/index.ts';
import { answered, declined } from '../answer.ts';
import { clip, originOf, symbolLabel } from '../wording.ts';
import type { Answerer } from './topic.ts';

const namesReplacement =
  /\b(?:use|using|replace|replaced|replacement|instead|favou?r|prefer|switch|migrate|superseded)\b|\{@link|请使用|改用|代替|替代/i;
const namesVersion = /\b(?:since|as of|in|from|version|v)\.?\s*v?\d|(?:版本|自)\s*v?\d/i;

/** Whether a symbol is marked as deprecated, and what its note says of the reason, the replacement or the version. */
export const answerDeprecated: Answerer = ({ topic, facts, parameter }) => {
  const values = { symbol: symbolLabel(facts), ...originOf(facts) };
  if (parameter !== undefined) {
    const name = parameter.name;
    return declined('ask.declined.parameter-deprecation', { ...values, parameter: name }, [
      parameter.evidence,
    ]);
  }
  if (facts.name === '') return declined('ask.declined.package-deprecation', values, [facts.head]);
  if (facts.isPartlyDeprecated) {
    return declined('ask.declined.overloads', { ...values, count: facts.overloads }, [facts.head]);
  }
  const mark = facts.deprecated;
  if (mark === undefined && leadsElsewhere(facts)) {
    return declined('ask.declined.another-declaration', values, [facts.head]);
  }
  if (mark === undefined) {
    return topic === 'deprecated'
      ? answered('ask.deprecated.unmarked', message('ask.answer.not-deprecated', values), [facts.head])
      : declined('ask.declined.not-deprecated', values, [facts.head]);
  }
  const note = clip(joined(mark.value), 120);
  const say = (id: 'ask.answer.deprecated' | 'ask.answer.deprecated-note' | 'ask.answer.deprecation-note') =>
    answered('ask.deprecated.marked', message(id, { ...values, note }), mark.evidence);
  if (topic === 'deprecated')
    return say(note === '' ? 'ask.answer.deprecated' : 'ask.answer.deprecated-note');
  const tells =
    topic === 'replacement'
      ? namesReplacement.test(mark.value)
      : topic === 'deprecated-since'
        ? namesVersion.test(mark.value)
        : note !== '';
  return tells
    ? say('ask.answer.deprecation-note')
    : declined('ask.declined.silent-note', { ...values, note: note === '' ? 'none' : note }, mark.evidence);
};

/** `const exists: typeof fs.exists`: the mark may stand where that leads, which was not followed. */
function leadsElsewhere({ kind, head }: SymbolFacts): boolean {
  return (kind === 'variable' || kind === 'property') && /:\s*typeof\b/.test(head.quote);
}

/** Python writes a long text as several in a row: `"Old. " "Use the new one."`. */
function joined(note: string): string {
  return /^(["'])[\s\S]*\1\s+\1[\s\S]*\1$/.test(note) ? note.slice(1, -1).replace(/(["'])\s+\1/g, '') : note;
}
