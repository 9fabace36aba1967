import type { ParameterFacts, SymbolFacts } from '../../evidence/index.ts';
import type { Outcome } from '../answer.ts';
import type { Topic } from '../question.ts';

/** A question whose symbol was found, and its parameter where it names one. */
export interface TopicContext {
  readonly topic: Topic;
  readonly facts: SymbolFacts;
  readonly parameter?: ParameterFacts;
}

/** Answers from the facts, or declines with what they don't tell. */
export type Answerer = (context: TopicContext) => Outcome;
