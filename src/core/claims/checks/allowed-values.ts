import { message } from '../../platform/index.ts';
import {
  type Declaration,
  type DocParameter,
  isFalsyLiteral,
  type Literal,
  type Quote,
  sameLiteral,
} from '../../source/index.ts';
import { type AcceptedValues, acceptedByType, acceptedValues } from '../accepted-values.ts';
import type { Check, CheckSubject, Decision } from '../check.ts';
import { initialValueOf, type KnownValue, locate, parameterDefaultOf } from '../code-default.ts';
import { documentedTypeOf } from '../documented-type.ts';
import { findListedValues, type ListedValue, type ListedValues, listedInType } from '../listed-values.ts';
import { shortened } from '../shortened.ts';
import { undecided } from '../undecided.ts';
import { isNearName } from './near-name.ts';

/** What a list of values is compared with. */
interface Compared {
  readonly name: string;
  readonly accepted: readonly AcceptedValues[];
  /** The value that holds when none is given. */
  readonly initial?: KnownValue;
}

/**
 * Documented lists of values against union types, `Literal`, and what the body validates: a listed value that is not
 * accepted, or an initial value that a complete list leaves out.
 */
export const allowedValuesCheck: Check = {
  kind: 'allowed-values',
  decide: async (subject) => {
    const { doc, signature, modifiers, hasError } = subject.declaration;
    if (doc === undefined || hasError || modifiers.has('overload')) return [];
    if (signature !== undefined) {
      return (await Promise.all(doc.parameters.map((entry) => decideEntry(entry, subject)))).flat();
    }
    const type = documentedTypeOf(doc, subject.text);
    const listed = type === undefined ? undefined : listedInType(type);
    return listed === undefined || !isTelling(listed)
      ? []
      : [decideList(listed, await comparedVariable(subject), subject)];
  },
};

async function decideEntry(entry: DocParameter, subject: CheckSubject): Promise<readonly Decision[]> {
  const inType = entry.type === undefined ? undefined : listedInType(entry.type);
  const lists = [...(inType === undefined ? [] : [inType]), ...findListedValues(entry.description)];
  const telling = lists.filter(isTelling);
  if (telling.length === 0) return [];
  const compared = await comparedParameter(entry, subject);
  // The list may say more than what is there by now.
  const isAhead = restriction.test(entry.description.text);
  return telling.map((list) => (isAhead ? unverified(list, compared) : decideList(list, compared, subject)));
}

/** Whether a list says more than that something is a flag. */
function isTelling({ values }: ListedValues): boolean {
  return values.some(({ literal: { type } }) => type === 'string' || type === 'number');
}

/** `Currently only 'a' is implemented.` */
const restriction =
  /\b(?:currently|at present|for now|so far|yet|at the moment)\b|\b(?:only|not)\b[^.]*\b(?:implemented|supported)\b|目前|暂/i;

async function comparedParameter(entry: DocParameter, subject: CheckSubject): Promise<Compared> {
  const { declaration } = subject;
  const place = locate(entry, declaration);
  const accepted = place === undefined ? [] : await acceptedValues(place, subject);
  const { effective } = parameterDefaultOf(entry, declaration);
  const name = entry.name.text;
  return effective === undefined ? { name, accepted } : { name, accepted, initial: effective };
}

async function comparedVariable(subject: CheckSubject): Promise<Compared> {
  const { declaration } = subject;
  const accepted = await acceptedByType(declaration.type, subject);
  const { effective } = initialValueOf(declaration);
  const shared = { name: declaration.name, accepted: accepted === undefined ? [] : [accepted] };
  return effective === undefined ? shared : { ...shared, initial: effective };
}

function decideList(list: ListedValues, compared: Compared, subject: CheckSubject): Decision {
  const { accepted, initial } = compared;
  for (const one of accepted) {
    const strange = list.values.find((value) => isUnaccepted(value, list, { one, subject }));
    if (strange !== undefined) return unaccepted(strange, list, { compared, one });
  }
  if (initial !== undefined && isLeftOut(initial, list, subject)) return leftOut(initial, list, compared);
  const whole = accepted.find(({ values }) => list.values.every(({ literal }) => isAmong(literal, values)));
  return whole === undefined ? unverified(list, compared) : supported(list, compared, whole);
}

function isAmong(literal: Literal, values: readonly Literal[]): boolean {
  return literal.type === 'nothing' || values.some((value) => sameLiteral(value, literal));
}

interface Comparison {
  readonly one: AcceptedValues;
  readonly subject: CheckSubject;
}

/**
 * Whether the code certainly refuses a listed value: it takes others of the list, in no spelling this one, and the
 * function never names it, as it would where it maps one value to another before it validates.
 */
function isUnaccepted(
  { literal, others = [] }: ListedValue,
  list: ListedValues,
  { one, subject }: Comparison,
): boolean {
  const isPlain = literal.type === 'string' || literal.type === 'number';
  if (!isPlain || [literal, ...others].some((word) => isAmong(word, one.values))) return false;
  const known = list.values.filter((value) => isAmong(value.literal, one.values));
  if (known.every((value) => value.literal.type !== literal.type)) return false;
  if (one.values.some((value) => isSpelling(value, literal))) return false;
  return one.proof === 'types' || !isNamed(literal, one, subject);
}

function isSpelling(value: Literal, literal: Literal): boolean {
  if (value.type === 'nothing' || value.type === 'boolean') return false;
  if (value.type !== 'string' && value.type !== 'number') return true;
  const fold = (one: Literal) =>
    'value' in one
      ? String(one.value)
          .toLowerCase()
          .replace(/[\s_-]/g, '')
      : '';
  return fold(value) === fold(literal);
}

/** Whether the function's own code names the value, or gives the parameter another value before it validates. */
function isNamed(literal: Literal, one: AcceptedValues, { declaration, text }: CheckSubject): boolean {
  const { span, doc, signature } = declaration;
  const isInside = doc !== undefined && doc.span.start >= span.start;
  const code = isInside
    ? text.slice(span.start, doc.span.start) + text.slice(doc.span.end, span.end)
    : text.slice(span.start, span.end);
  const words = 'value' in literal ? String(literal.value) : '';
  // A short text stands inside other words.
  const forms = words.length > 3 ? [words] : [`'${words}'`, `"${words}"`, `\`${words}\``];
  if (forms.some((form) => code.includes(form))) return true;
  const test = one.evidence[0]?.span.start ?? span.end;
  const before = text.slice(isInside ? doc.span.end : (signature?.span.end ?? span.start), test);
  return (
    /(?<![=!<>])=(?!=|>)/.test(before) && /\b(?:map|normali[sz]e|alias|get|lower|resolve|parse)/i.test(before)
  );
}

/** Texts that stand for “chosen elsewhere”. */
const marker = /^(?:default|auto(?:matic)?|inherit|unset|none|unspecified|unknown|null)$/i;

/** Whether a complete list of texts, or of numbers, leaves out the value that holds when none is given. */
function isLeftOut({ value }: KnownValue, list: ListedValues, { declaration }: CheckSubject): boolean {
  const { literal } = value;
  if (!list.isComplete || (literal.type !== 'string' && literal.type !== 'number')) return false;
  if (isFalsyLiteral(literal) || marker.test(String(literal.value))) return false;
  const same = list.values.filter((one) => one.literal.type === literal.type);
  if (same.length < 2 || list.values.some((one) => isSpelling(one.literal, literal))) return false;
  return !isMentioned(String(literal.value), list, declaration);
}

/** Whether the comment speaks of the value outside the list. */
function isMentioned(value: string, list: ListedValues, { doc }: Declaration): boolean {
  const prose = [doc?.summary, ...(doc?.parameters ?? []).map(({ description }) => description)];
  const tags = (doc?.tags ?? []).map((tag) => tag.value);
  // A short text stands inside other words.
  const word = value.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const named =
    value.length > 2
      ? new RegExp(word)
      : new RegExp(String.raw`(?<![\p{L}\p{N}_])${word}(?![\p{L}\p{N}_])`, 'u');
  return [...prose, ...tags, list.claim].some((one) => one !== undefined && named.test(one.text));
}

function supported(
  list: ListedValues,
  { name }: Compared,
  { evidence, elsewhere = [], proof }: AcceptedValues,
): Decision {
  return {
    ...unverified(list, { name }),
    verdict: 'supported',
    proof,
    confidence: 0.95,
    message: message('check.allowed-values.supported', { name }),
    evidence,
    elsewhere,
  };
}

function unaccepted(
  strange: ListedValue,
  list: ListedValues,
  { compared, one }: { readonly compared: Compared; readonly one: AcceptedValues },
): Decision {
  const { name } = compared;
  const free = one.values.filter((value) => !list.values.some(({ literal }) => sameLiteral(literal, value)));
  const near = free.filter((value) => isNearText(value, strange.literal));
  const [only] = near;
  const actual = near.length === 1 && only !== undefined ? textOf(only) : undefined;
  return {
    ...unverified(list, compared),
    verdict: 'contradicted',
    severity: 'warning',
    proof: one.proof,
    confidence: 0.95,
    decidedBy: 'allowed-values/unaccepted',
    message: message('check.allowed-values.unaccepted', {
      name,
      value: strange.quote.text,
      accepted: shortened(one.values.map(textOf).join(', ')),
    }),
    evidence: one.evidence,
    elsewhere: one.elsewhere ?? [],
    ...(actual === undefined ? {} : { fix: replacement(strange.quote, actual) }),
  };
}

function isNearText(a: Literal, b: Literal): boolean {
  return a.type === 'string' && b.type === 'string' && isNearName(a.value, b.value);
}

function replacement({ text, span }: Quote, actual: string) {
  const mark = /^[`'"]*/.exec(text)?.[0] ?? '';
  const newText = `${mark}${actual}${[...mark].reverse().join('')}`;
  return { title: message('fix.allowed-values.replace', { actual }), edits: [{ span, newText }] };
}

function textOf(literal: Literal): string {
  if (literal.type === 'nothing') return 'None';
  return 'value' in literal ? String(literal.value) : literal.type;
}

function leftOut(initial: KnownValue, list: ListedValues, compared: Compared): Decision {
  return {
    ...unverified(list, compared),
    verdict: 'contradicted',
    severity: 'warning',
    confidence: 0.9,
    decidedBy: 'allowed-values/initial',
    message: message('check.allowed-values.initial', {
      name: compared.name,
      actual: shortened(initial.value.quote.text),
    }),
    evidence: initial.evidence,
  };
}

function unverified(list: ListedValues, { name }: Pick<Compared, 'name'>): Decision {
  return undecided({
    kind: 'allowed-values',
    claim: list.claim,
    proof: 'syntax',
    decidedBy: 'allowed-values/list',
    message: message('check.allowed-values.unverified', { name }),
  });
}
