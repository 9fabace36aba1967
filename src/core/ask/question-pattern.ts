import { ecosystemCalled } from '../evidence/index.ts';
import type { ParameterReference, Question, SymbolPhrase, Topic } from './question.ts';

/** What a phrase names: a symbol (absent: the one under the cursor) and, inside it, a parameter. */
export interface Subject {
  readonly symbol?: SymbolPhrase;
  readonly parameter?: ParameterReference;
}

/**
 * One way to ask. Groups of the expression that are read: `s` a symbol, `p` a parameter, `ps` a parameter inside a
 * symbol or a symbol alone, `n` an ordinal, `w` a word for required or optional.
 */
export interface QuestionPattern {
  readonly topic: Topic;
  readonly expression: RegExp;
}

/** How one language reads the groups; `undefined` when a phrase isn't wholly understood. */
export interface PhraseReaders {
  readonly symbol: (phrase: string) => Subject | undefined;
  readonly parameter: (phrase: string) => ParameterReference | undefined;
  readonly subject: (phrase: string) => Subject | undefined;
  readonly ordinal: (word: string) => number | undefined;
  readonly necessity: (word: string) => 'required' | 'optional' | 'keyword-only' | undefined;
}

/** The first pattern that fits and whose groups are all understood; `undefined` when there is none. */
export function readByPatterns(
  text: string,
  patterns: readonly QuestionPattern[],
  readers: PhraseReaders,
): Question | undefined {
  for (const { topic, expression } of patterns) {
    const groups = expression.exec(text)?.groups;
    const question = groups === undefined ? undefined : questionOf(topic, groups, readers);
    if (question !== undefined) return question;
  }
  return undefined;
}

type Groups = Readonly<Record<string, string | undefined>>;

function questionOf(topic: Topic, groups: Groups, readers: PhraseReaders): Question | undefined {
  const necessity = groups.w === undefined ? undefined : readers.necessity(groups.w);
  if (groups.w !== undefined && necessity === undefined) return undefined;
  const read = topic === 'deprecated' ? deprecatedSubject(groups, readers) : subjectOf(groups, readers);
  if (read === undefined) return undefined;
  const subject = inLanguage(read);
  const narrowed = necessity === undefined ? topic : narrowedTopic(topic, necessity);
  if (narrowed === undefined || !isComplete(narrowed, subject)) return undefined;
  return { topic: narrowed, ...subject };
}

/** “The value of EINVAL in C” names a language, and no symbol that has a parameter. */
function inLanguage(subject: Subject): Subject {
  const { symbol, parameter } = subject;
  if (symbol === undefined || symbol.package !== undefined) return subject;
  if (parameter === undefined || !('name' in parameter) || parameter.isSaidToBe) return subject;
  const ecosystem = ecosystemCalled(symbol.name);
  return ecosystem === undefined ? subject : { symbol: { ...symbol, name: parameter.name, ecosystem } };
}

function subjectOf(groups: Groups, readers: PhraseReaders): Subject | undefined {
  if (groups.ps !== undefined) return readers.subject(groups.ps);
  const symbol = groups.s === undefined ? {} : readers.symbol(groups.s);
  const ordinal = groups.n === undefined ? undefined : readers.ordinal(groups.n);
  if (symbol === undefined || (groups.n !== undefined && ordinal === undefined)) return undefined;
  if (ordinal !== undefined) return { ...symbol, parameter: { ordinal } };
  if (groups.p === undefined) return symbol;
  const parameter = readers.parameter(groups.p);
  return parameter === undefined ? undefined : { ...symbol, parameter };
}

/** “Is get in requests deprecated” asks about a symbol, unless it says that it means a parameter. */
function deprecatedSubject(groups: Groups, readers: PhraseReaders): Subject | undefined {
  const phrase = groups.ps ?? '';
  const subject = readers.subject(phrase);
  const parameter = subject?.parameter;
  const isParameter = parameter !== undefined && ('ordinal' in parameter || parameter.isSaidToBe);
  return isParameter ? subject : readers.symbol(phrase);
}

function narrowedTopic(topic: Topic, necessity: 'required' | 'optional' | 'keyword-only'): Topic | undefined {
  if (topic === 'is-required') return `is-${necessity}`;
  if (necessity === 'keyword-only') return undefined;
  if (topic === 'parameters') return `${necessity}-parameters`;
  return topic === 'parameter-count' ? `${necessity}-count` : topic;
}

const aboutOneParameter: ReadonlySet<Topic> = new Set([
  'nth-parameter',
  'position',
  'is-parameter',
  'is-required',
  'is-optional',
  'is-keyword-only',
]);

/** A question about a parameter that names none was read wrongly. */
function isComplete(topic: Topic, { parameter }: Subject): boolean {
  return !aboutOneParameter.has(topic) || parameter !== undefined;
}
