import type { SymbolFacts } from '../evidence/index.ts';
import { type Message, type MessageId, message } from '../platform/index.ts';
import type { AskedPlace, AskTools, LookAround } from './ask-tools.ts';
import { openDocument, symbolUnderCursor } from './asked-document.ts';
import type { Topic } from './question.ts';
import { lookUp } from './resolve-symbol.ts';
import { answerers } from './topics/index.ts';

/** What can be asked about the symbol at a place. */
export interface QuestionsAt {
  /** Qualified by its import; `null` when there is no symbol of an installed package. */
  readonly symbol: string | null;
  /** Each can be answered from the facts. */
  readonly questions: readonly Message[];
  /** Why there is no symbol; `null` when there is one. */
  readonly reason: Message | null;
}

const mostParameters = 3;

/** The questions that can be answered about the symbol under a cursor, the likeliest first. */
export async function questionsAt(
  tools: AskTools,
  around: LookAround & { readonly at: AskedPlace },
): Promise<QuestionsAt> {
  const none = (reason: Message): QuestionsAt => ({ symbol: null, questions: [], reason });
  const document = await openDocument(tools, around.at);
  if ('type' in document) return none(document.reason);
  const cursor = await symbolUnderCursor(tools, document, around);
  if (cursor.type === 'declined') return none(cursor.outcome.reason);
  const found = await lookUp(tools, cursor.query, { around });
  if (found.type === 'declined') return none(found.outcome.reason);
  const symbol = cursor.written;
  return { symbol, questions: answerable(found.facts, symbol), reason: null };
}

function answerable(facts: SymbolFacts, symbol: string): readonly Message[] {
  const canAnswer = (topic: Topic) => answerers[topic]({ topic, facts }).type === 'answered';
  const withDefaults = (facts.parameters ?? []).filter(
    (parameter) =>
      answerers.default({ topic: 'default', facts, parameter }).type === 'answered' && parameter.default,
  );
  const ask = (topic: Topic, id: MessageId) => (canAnswer(topic) ? [message(id, { symbol })] : []);
  return [
    ...withDefaults
      .slice(0, mostParameters)
      .map(({ name }) => message('ask.question.default', { symbol, parameter: name })),
    ...ask('default', 'ask.question.value'),
    ...ask('parameters', 'ask.question.parameters'),
    ...ask('returns', 'ask.question.returns'),
    ...ask('type', 'ask.question.type'),
    ...ask('deprecated', 'ask.question.deprecated'),
  ];
}
