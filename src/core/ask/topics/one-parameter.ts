import type { ParameterFacts } from '../../evidence/index.ts';
import { message } from '../../platform/index.ts';
import { answered, declined, type Outcome } from '../answer.ts';
import { positional } from '../find-parameter.ts';
import { originOf, parameterLabel, symbolLabel } from '../wording.ts';
import {
  aboutParameter,
  mustBePassed,
  type Needed,
  unreadableSignature,
  wrappedSignature,
} from './signature.ts';
import type { Answerer, TopicContext } from './topic.ts';

/** Which parameter stands at a place, at which place one stands, and whether one is there, required or optional. */
export const answerOneParameter: Answerer = (context) => {
  const { topic, facts, parameter } = context;
  if (parameter === undefined) throw new Error(`the topic ${topic} needs a parameter`);
  const isAboutPlace = topic === 'nth-parameter' || topic === 'position';
  const needed: Needed =
    topic === 'is-parameter' ? () => true : isAboutPlace ? ({ names }) => names : aboutParameter(parameter);
  const isListed = isAboutPlace && parameter.kind !== 'property';
  const unreadable = unreadableSignature(facts, needed) ?? (isListed ? wrappedSignature(facts) : undefined);
  if (unreadable !== undefined) return unreadable;
  const values = {
    symbol: symbolLabel(facts),
    parameter: parameterLabel(parameter, facts),
    ...originOf(facts),
  };
  const say = (id: Parameters<typeof message>[0], more: Readonly<Record<string, number>> = {}) =>
    answered('ask.parameters.declared', message(id, { ...values, ...more }), [parameter.evidence]);
  switch (topic) {
    case 'nth-parameter':
      return say('ask.answer.nth-parameter', { ordinal: placeOf(context, parameter) });
    case 'position':
      if (parameter.kind === 'property' || parameter.kind === 'keyword-only') {
        return declined('ask.declined.no-position', values, [parameter.evidence]);
      }
      return say('ask.answer.position', {
        ordinal: placeOf(context, parameter),
        count: positional(facts).length,
      });
    case 'is-keyword-only':
      return say(
        parameter.kind === 'keyword-only' ? 'ask.answer.keyword-only' : 'ask.answer.not-keyword-only',
      );
    case 'is-required':
    case 'is-optional':
      return (
        necessity(context, parameter, say) ?? declined('ask.declined.necessity', values, [parameter.evidence])
      );
    default:
      return say('ask.answer.is-parameter');
  }
};

function placeOf({ facts }: TopicContext, parameter: ParameterFacts): number {
  return positional(facts).indexOf(parameter) + 1;
}

type Say = (
  id:
    | 'ask.answer.is-required'
    | 'ask.answer.not-required'
    | 'ask.answer.is-optional'
    | 'ask.answer.not-optional',
) => Outcome;

function necessity({ topic }: TopicContext, parameter: ParameterFacts, say: Say): Outcome | undefined {
  const asksRequired = topic === 'is-required';
  if (mustBePassed(parameter))
    return say(asksRequired ? 'ask.answer.is-required' : 'ask.answer.not-optional');
  const isOptional = parameter.optional || parameter.default !== undefined;
  // Whether a property of options must be there only matters once the object is passed.
  if (parameter.kind === 'property' && !isOptional) return undefined;
  return isOptional ? say(asksRequired ? 'ask.answer.not-required' : 'ask.answer.is-optional') : undefined;
}
