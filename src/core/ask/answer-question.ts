import type { ParameterFacts, SymbolFacts } from '../evidence/index.ts';
import { message, throwIfCancelled } from '../platform/index.ts';
import { type Answer, answered, declined, type Outcome } from './answer.ts';
import { answerRules } from './answer-rules.ts';
import type { AskTools, LookAround } from './ask-tools.ts';
import type { PlacedQuery } from './asked-document.ts';
import { findParameter } from './find-parameter.ts';
import type { ParameterReference, Question } from './question.ts';
import { maximumQuestionLength, readQuestion } from './read-question.ts';
import { lookUp, resolveSymbol } from './resolve-symbol.ts';
import { answerers } from './topics/index.ts';
import { unreadableSignature } from './topics/signature.ts';
import { choices, clip, originOf, parameterLabel, symbolLabel } from './wording.ts';

/** A question, and where it is asked. */
export interface AskRequest extends LookAround {
  /** In English or Chinese. */
  readonly question: string;
}

/**
 * Answers a question from what is installed, with the place that proves it, or declines with the reason. Never
 * throws for what is asked or what is on the disk; throws a `CancelledError` when cancelled.
 */
export async function answerQuestion(tools: AskTools, request: AskRequest): Promise<Answer> {
  const begin = tools.clock();
  const outcome = await decide(tools, request);
  throwIfCancelled(request.cancellation);
  const milliseconds = Math.max(0, Math.round((tools.clock() - begin) * 10) / 10);
  const { question } = request;
  if (outcome.type === 'declined') {
    const { reason, by: decidedBy, evidence } = outcome;
    return {
      question,
      answer: null,
      attempted: false,
      confidence: 0,
      reason,
      decidedBy,
      evidence,
      basis: null,
      notes: [],
      milliseconds,
    };
  }
  const { answer, rule: decidedBy, evidence } = outcome;
  const confidence = answerRules[decidedBy];
  const basis = 'evidence';
  return {
    question,
    answer,
    attempted: true,
    confidence,
    reason: null,
    decidedBy,
    evidence,
    basis,
    notes: [],
    milliseconds,
  };
}

async function decide(tools: AskTools, request: AskRequest): Promise<Outcome> {
  const text = request.question.trim();
  if (text === '') return declined('ask.declined.empty');
  if (text.length > maximumQuestionLength) {
    return declined('ask.declined.too-long', { limit: maximumQuestionLength });
  }
  const question = readQuestion(text);
  if (question === undefined) return declined('ask.declined.not-understood');
  return answerRead(tools, question, request);
}

async function answerRead(tools: AskTools, question: Question, around: LookAround): Promise<Outcome> {
  const bare = await parameterOfCursor(tools, question, around);
  if (bare?.type === 'answered') return bare;
  const found = await resolveSymbol(tools, question.symbol, around);
  if (found.type === 'found' && question.topic === 'version') return answerVersionOf(tools, found, around);
  if (found.type === 'found') return answerAbout(tools, { ...found, question, around });
  const [tried] = found.tried;
  const member =
    tried === undefined ? undefined : await answerMember(tools, { query: tried, question, around });
  return member ?? bare ?? found.outcome;
}

const aboutBareNames: ReadonlySet<Question['topic']> = new Set([
  'default',
  'has-default',
  'type',
  'allowed',
  'is-required',
  'is-optional',
]);

/** “Default of timeout” at a cursor on `get`: what the symbol there says of a bare name as its parameter. */
async function parameterOfCursor(
  tools: AskTools,
  question: Question,
  around: LookAround,
): Promise<Outcome | undefined> {
  const name = question.symbol?.name ?? '';
  const isBare = question.parameter === undefined && question.symbol?.package === undefined;
  if (around.at === undefined || !isBare || !aboutBareNames.has(question.topic)) return undefined;
  if (!/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name)) return undefined;
  const cursor = await resolveSymbol(tools, undefined, around);
  if (cursor.type !== 'found' || cursor.facts.parameters === undefined) return undefined;
  const asked = { ...question, parameter: { name, isSaidToBe: true } };
  return answerAbout(tools, { ...cursor, question: asked, around });
}

/** The version of what a symbol belongs to, where the symbol's own file doesn't state it. */
async function answerVersionOf(
  tools: AskTools,
  { facts, query }: Pick<Found, 'facts' | 'query'>,
  around: LookAround,
): Promise<Outcome> {
  if (facts.origin !== undefined) return answerWith(facts, { topic: 'version' });
  const { name } = facts.package;
  const whole = await lookUp(tools, { ...query, symbol: name, package: name }, { around });
  return answerWith(whole.type === 'found' ? whole.facts : facts, { topic: 'version' });
}

interface Found {
  readonly facts: SymbolFacts;
  readonly query: PlacedQuery;
  readonly question: Question;
  readonly around: LookAround;
}

async function answerAbout(tools: AskTools, found: Found): Promise<Outcome> {
  const { facts, question } = found;
  const { parameter } = question;
  if (parameter === undefined) return answerWith(facts, question);
  const inside = findParameter(facts, parameter);
  if (inside.type === 'found') return answerWith(facts, question, inside.parameter);
  const member = await answerMember(tools, found);
  if (member !== undefined) return member;
  const unreadable = unreadableSignature(facts, ({ names }) => names);
  if (unreadable !== undefined) return unreadable;
  const label = 'ordinal' in parameter ? String(parameter.ordinal) : clip(parameter.name, 60);
  const values = { symbol: symbolLabel(facts), parameter: label, ...originOf(facts) };
  switch (inside.type) {
    case 'ambiguous':
      return declined(
        'ask.declined.ambiguous-parameter',
        { ...values, names: choices(inside.parameters.map(({ name }) => name)) },
        inside.parameters.map(({ evidence }) => evidence),
      );
    case 'unknowable':
      return declined(
        'ask.declined.further-arguments',
        { ...values, taker: parameterLabel(inside.taker, facts) },
        [facts.head],
      );
    case 'absent':
      return absent(facts, question, values);
  }
}

function absent(facts: SymbolFacts, question: Question, values: Readonly<Record<string, string>>): Outcome {
  const names = choices(
    (facts.parameters ?? []).map((one) => parameterLabel(one, facts)),
    12,
  );
  if (question.topic === 'is-parameter') {
    const answer = message('ask.answer.no-parameter', { ...values, names });
    return answered('ask.parameters.declared', answer, [facts.head]);
  }
  const isPlace = question.parameter !== undefined && 'ordinal' in question.parameter;
  const by = isPlace ? 'ask.declined.no-such-place' : 'ask.declined.no-such-parameter';
  return declined(by, { ...values, names }, [facts.head]);
}

function answerWith(facts: SymbolFacts, question: Question, parameter?: ParameterFacts): Outcome {
  const answerer = answerers[question.topic];
  return answerer({ topic: question.topic, facts, ...(parameter === undefined ? {} : { parameter }) });
}

/** “Type of timeout in Session” may mean the property `Session.timeout`, “value of LIMIT in pkg” a constant. */
async function answerMember(
  tools: AskTools,
  { query, question, around }: Omit<Found, 'facts'>,
): Promise<Outcome | undefined> {
  const { topic, parameter } = question;
  if (parameter === undefined || !isMemberTopic(topic) || !mayBeMember(parameter)) return undefined;
  const isPackage = query.symbol === query.package;
  const symbol = isPackage ? parameter.name : `${query.symbol}.${parameter.name}`;
  const version = question.symbol?.version;
  const member = await lookUp(tools, { ...query, symbol }, { around, version });
  if (member.type !== 'found') return undefined;
  const { parameter: _, ...rest } = question;
  return answerWith(member.facts, rest);
}

function isMemberTopic(topic: Question['topic']): boolean {
  return topic === 'default' || topic === 'has-default' || topic === 'type' || topic === 'allowed';
}

function mayBeMember(
  parameter: ParameterReference,
): parameter is Extract<ParameterReference, { readonly name: string }> {
  return 'name' in parameter && !parameter.isSaidToBe;
}
