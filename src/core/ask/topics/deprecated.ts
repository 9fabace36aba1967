import type { SymbolFacts } from '../../evidence/index.ts';
import { message } from '../../platform/index.ts';
import { answered, declined } from '../answer.ts';
import { clip, originOf, symbolLabel } from '../wording.ts';
import { variantsOf } from './signature.ts';
import type { Answerer } from './topic.ts';

const namesReplacement =
  /\b(?:use|using|replace|replaced|replacement|instead|favou?r|prefer|switch|migrate|superseded)\b|\{@link|请使用|改用|代替|替代/i;

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
  if (facts.isDeprecationUnknown && facts.deprecated === undefined) {
    return declined('ask.declined.deprecation-unseen', values, [facts.head]);
  }
  if (facts.isPartlyDeprecated) {
    const { overloads: count, head } = facts;
    return variantsOf(facts) ?? declined('ask.declined.overloads', { ...values, count }, [head]);
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
  if (topic === 'deprecated-since' && facts.deprecatedIn !== undefined) {
    const { value: since, evidence } = facts.deprecatedIn;
    // The words of an annotation are no note.
    const words = mark.value.replace(/\b(?:since|forRemoval)\s*=\s*(?:"[^"]*"|\w+),?\s*/g, '');
    const told = clip(readable(words), 100);
    const answer = message('ask.answer.deprecated-since', {
      ...values,
      since,
      note: told === '' ? 'none' : told,
    });
    return answered('ask.deprecated.marked', answer, evidence);
  }
  const note = clip(topic === 'replacement' ? partThatReplaces(mark.value) : readable(mark.value), 120);
  const say = (id: 'ask.answer.deprecated' | 'ask.answer.deprecated-note' | 'ask.answer.deprecation-note') =>
    answered('ask.deprecated.marked', message(id, { ...values, note }), mark.evidence);
  if (topic === 'deprecated')
    return say(note === '' ? 'ask.answer.deprecated' : 'ask.answer.deprecated-note');
  const tells = topic === 'replacement' ? namesReplacement.test(mark.value) : note !== '';
  return tells && topic !== 'deprecated-since'
    ? say('ask.answer.deprecation-note')
    : declined('ask.declined.silent-note', { ...values, note: note === '' ? 'none' : note }, mark.evidence);
};

/** From the sentence on that names what to use, where a long note says other things first. */
function partThatReplaces(note: string): string {
  const whole = readable(note);
  const sentences = whole.split(/(?<=[.;])\s+/);
  const at = sentences.findIndex((sentence) => namesReplacement.test(sentence));
  return at > 0 && whole.length > 100 ? sentences.slice(at).join(' ') : whole;
}

/** A note without the marks of documentation: links and roles stand as the names that they show. */
function readable(note: string): string {
  return joined(note)
    .replace(
      /\{@link(?:code|plain)?\s+([^}\s|]+)(?:[\s|]+([^}]*))?\}/g,
      (_, name: string, shown?: string) => shown ?? name,
    )
    .replace(/:\w+:`~?([^`]*)`/g, '`$1`');
}

/** `const exists: typeof fs.exists`: the mark may stand where that leads, which was not followed. */
function leadsElsewhere({ kind, head }: SymbolFacts): boolean {
  return (kind === 'variable' || kind === 'property') && /:\s*typeof\b/.test(head.quote);
}

/** Python writes a long text as several in a row: `"Old. " "Use the new one."`. */
function joined(note: string): string {
  return /^(["'])[\s\S]*\1\s+\1[\s\S]*\1$/.test(note) ? note.slice(1, -1).replace(/(["'])\s+\1/g, '') : note;
}
