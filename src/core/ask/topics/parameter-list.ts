import type { Evidence, ParameterFacts, SymbolFacts } from '../../evidence/index.ts';
import { type Message, type MessageId, message } from '../../platform/index.ts';
import { answered, declined } from '../answer.ts';
import { positional } from '../find-parameter.ts';
import type { Topic } from '../question.ts';
import { fittingNames, originOf, parameterLabel, symbolLabel } from '../wording.ts';
import { mustBePassed, type Needed, unreadableSignature, wrappedSignature } from './signature.ts';
import type { Answerer } from './topic.ts';

const wordings = {
  all: ['ask.answer.parameters', 'ask.answer.parameters-more'],
  required: ['ask.answer.required-parameters', 'ask.answer.required-parameters-more'],
  optional: ['ask.answer.optional-parameters', 'ask.answer.optional-parameters-more'],
  options: ['ask.answer.options', 'ask.answer.options-more'],
} as const satisfies Readonly<Record<string, readonly [MessageId, MessageId]>>;

/** The parameters in order and their number: all of them, the required or the optional ones, or an object's options. */
export const answerParameterList: Answerer = ({ topic, facts }) => {
  const which = selectionOf(topic);
  const isSame: Needed = ({ names, optional, parameters }) =>
    which === 'options'
      ? positional(facts).every(({ name }) => parameters.includes(name))
      : names && (which === 'all' || optional);
  const unreadable = unreadableSignature(facts, isSame) ?? wrappedSignature(facts);
  if (unreadable !== undefined) return unreadable;
  const values = { symbol: symbolLabel(facts), ...originOf(facts) };
  const all = positional(facts);
  const isPlainJavaScript = all.some((one) => !one.optional && one.kind === 'plain' && !mustBePassed(one));
  if ((which === 'required' || which === 'optional') && isPlainJavaScript) {
    return declined('ask.declined.necessity', values, [facts.head]);
  }
  const chosen = choose(which, facts);
  if (which === 'options' && chosen.length === 0) return answerParameterList({ topic: 'parameters', facts });
  const names = chosen.map((one) => parameterLabel(one, facts));
  return answered('ask.parameters.declared', listing(wordings[which], names, values), proofOf(facts, chosen));
};

function selectionOf(topic: Topic): keyof typeof wordings {
  if (topic === 'required-parameters' || topic === 'required-count') return 'required';
  if (topic === 'optional-parameters' || topic === 'optional-count') return 'optional';
  return topic === 'options' ? 'options' : 'all';
}

function choose(which: keyof typeof wordings, facts: SymbolFacts): readonly ParameterFacts[] {
  const all = positional(facts);
  switch (which) {
    case 'all':
      return all;
    case 'required':
      return all.filter(mustBePassed);
    case 'optional':
      return all.filter((one) => !/rest$/.test(one.kind) && (one.optional || one.default !== undefined));
    case 'options':
      return (facts.parameters ?? []).filter(({ kind }) => kind === 'property');
  }
}

function listing(
  [whole, more]: readonly [MessageId, MessageId],
  names: readonly string[],
  values: Readonly<Record<string, string>>,
): Message {
  const { shown, left } = fittingNames(names, 90);
  const counted = { ...values, count: names.length, names: shown };
  return left === 0 ? message(whole, counted) : message(more, { ...counted, all: names.join(', ') });
}

/** The signature where it holds every name, else the place of each. */
function proofOf({ head }: SymbolFacts, chosen: readonly ParameterFacts[]): readonly Evidence[] {
  const holdsAll = chosen.every(({ name }) => head.quote.includes(name));
  return holdsAll ? [head] : chosen.map(({ evidence }) => evidence);
}
