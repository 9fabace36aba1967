import type { FactValue, SymbolFacts } from '../../evidence/index.ts';
import { message } from '../../platform/index.ts';
import { answered, declined, type Outcome } from '../answer.ts';
import { clip, fittingNames, originOf, symbolLabel } from '../wording.ts';
import type { Answerer } from './topic.ts';

/** The exceptions of a function: those that its documentation names, else those that its own statements raise. */
export const answerRaises: Answerer = ({ facts }) => {
  const { raises = [], raisedByItself = [] } = facts;
  const [first, ...others] = raises.filter(({ value }) => /\s/.test(value));
  if (first !== undefined && others.length === raises.length - 1) return inWords(facts, [first, ...others]);
  if (raises.length > 0) return documented(facts, raises, raisedByItself);
  if (raisedByItself.length > 0) return stated(facts, raisedByItself);
  return declined('ask.declined.no-raises', { symbol: symbolLabel(facts), ...originOf(facts) }, [facts.head]);
};

type Raised = readonly FactValue[];

/** Sentences on when a call fails, as Rust's documentation has them in place of names. */
function inWords(facts: SymbolFacts, raises: Raised): Outcome {
  const names = clip(
    raises.map(({ value }) => value.replaceAll(/\s*\n\s*(?:\/\/[/!]|\*)?\s*/g, ' ')).join(' '),
    400,
  );
  const answer = message('ask.answer.fails', { symbol: symbolLabel(facts), ...originOf(facts), names });
  return answered('ask.raises.documented', answer, proofOf(raises));
}

function documented(facts: SymbolFacts, raises: Raised, others: Raised): Outcome {
  const more = others.length === 0 ? 'none' : fittingNames(namesOf(others), 110).shown;
  const answer = message('ask.answer.raises', { ...valuesOf(facts, raises), others: more });
  return answered('ask.raises.documented', answer, proofOf([...raises, ...others]));
}

function stated(facts: SymbolFacts, raises: Raised): Outcome {
  const answer = message('ask.answer.raises-itself', valuesOf(facts, raises));
  return answered('ask.raises.stated', answer, proofOf(raises));
}

function valuesOf(facts: SymbolFacts, raises: Raised) {
  const names = clip(namesOf(raises).join(', '), 1000);
  return { symbol: symbolLabel(facts), ...originOf(facts), count: raises.length, names };
}

function namesOf(raises: Raised): readonly string[] {
  return raises.map(({ value }) => value);
}

function proofOf(raises: Raised) {
  return raises.flatMap(({ evidence }) => evidence);
}
