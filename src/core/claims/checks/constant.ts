import { message } from '../../platform/index.ts';
import type { CommentedStatement, Declaration, DocText, NumberFact, Quote } from '../../source/index.ts';
import type { Check, Decision, Edit } from '../check.ts';
import {
  countNumbers,
  type Dimension,
  type Quantity,
  quantitiesIn,
  type Unit,
  unitOfName,
  wordsOfName,
} from '../quantity.ts';
import { shortened } from '../shortened.ts';
import { undecided } from '../undecided.ts';

/**
 * An amount in prose against the one constant that stands under it or beside it: `// 5 seconds` beside `10_000`. Which
 * number a sentence means is a reading, so a contradiction is information.
 */
export const constantCheck: Check = {
  kind: 'constant',
  decide: async ({ declaration }) => decideConstant(documented(declaration)),
  decideStatement: ({ statement }) => (statement.hasError ? [] : decideConstant(commented(statement))),
};

interface AmountClaim {
  readonly prose: DocText;
  /** The one number that the prose can mean; absent where there are several, or none. */
  readonly number?: NumberFact;
  readonly evidence: Quote;
  readonly isBeside: boolean;
}

function commented({ comment, numbers, statement, place }: CommentedStatement): AmountClaim {
  const [only, ...others] = numbers;
  const isOne = only !== undefined && others.length === 0 && (only.role === 'value' || only.role === 'count');
  // The head of a long statement may end before its number.
  const isShown = only !== undefined && only.quote.span.end <= statement.span.end;
  const evidence = isShown || only === undefined ? statement : only.quote;
  return { prose: comment, evidence, isBeside: place === 'beside', ...(isOne ? { number: only } : {}) };
}

function documented({ doc, initial, name, head, hasError }: Declaration): AmountClaim | undefined {
  if (
    doc === undefined ||
    hasError ||
    initial?.literal?.type !== 'number' ||
    initial.isProvisional === true
  ) {
    return undefined;
  }
  const { quote, literal, constant } = initial;
  const isShown = constant === undefined && quote.span.end <= head.span.end;
  const number: NumberFact = { value: literal.value, quote: constant ?? quote, role: 'value', names: [name] };
  return { prose: doc.summary, number, evidence: isShown ? head : number.quote, isBeside: false };
}

function decideConstant(claim: AmountClaim | undefined): readonly Decision[] {
  if (claim?.number === undefined) return [];
  const [quantity, ...others] = quantitiesIn(claim.prose);
  if (quantity === undefined || others.length > 0 || countNumbers(claim.prose.text) > 1) return [];
  const reading = { ...claim, number: claim.number, quantity };
  if (!isWhole(reading) && !isTopic(reading)) return [];
  return [decideAmount(reading)];
}

interface Reading extends AmountClaim {
  readonly number: NumberFact;
  readonly quantity: Quantity;
}

/** Whether the comment is nothing but the amount, so that it must mean the number beside it. */
function isWhole({ prose, number, isBeside, quantity: { words, unit } }: Reading): boolean {
  if (unit.dimension === 'size' && !mayBeSize(number, words.text)) return false;
  if (unit.dimension !== 'time' && unit.dimension !== 'size') return false;
  const [before = '', after = ''] = prose.text.split(words.text);
  const lead =
    /^[\s([]*(?:(?:(?:the\s)?(?:default|timeout|delay|interval|limit|maximum|max)(?:\s(?:is|of|to))?|defaults\sto|set\sto|waits?|sleeps?|poll(?:s|ing)?|for|every|in|is|of|=|:|超时|等待|间隔|最大|最多|默认)[\s:=]*)*$/i;
  return (isBeside ? lead : /^[\s([]*$/).test(before) && /^[\s)\].,;!。]*$/.test(after);
}

/** `const depth = 22 // 64 MB` is what comes of it, and `1-byte` begins a description. */
function mayBeSize({ names: [name], passedTo }: NumberFact, words: string): boolean {
  if (/\d-/.test(words)) return false;
  const isSized = /^(?:limit|max|min|len|length|heap|stack|block|page|threshold|window)$/;
  const isNamed = (word: string) => topics.size.test(word) || isSized.test(word);
  return name === undefined || passedTo !== undefined || wordsOfName(name).some(isNamed);
}

const topics: Readonly<Record<Exclude<Dimension, 'count'>, RegExp>> = {
  time: /^(?:.*timeouts?|delays?|delayed|intervals?|durations?|waits?|waiting|sleep|ttl|age|expir\w*|periods?|polling|debounce|throttle|lifetime|deadline|cooldown|backoff|grace)$/,
  size: /^(?:(?:buf(?:fer)?|block|chunk|page|cache|read|write|pool|stack|max|min)?size|bytes?|buffer|chunk|memory|capacity|quota)$/,
  percent: /^(?:percent|percentage|ratio|rate|fraction|threshold|probability|share|opacity|alpha)$/,
};
const tries = /^(?:times|attempts?|tries|try|retry|retries|次)$/;

/** Whether a name of the number says that it is such an amount. */
function isTopic({ number, quantity: { unit, noun } }: Reading): boolean {
  const words = [...number.names.slice(0, 2), number.passedTo ?? ''].flatMap(wordsOfName);
  if (unit.dimension !== 'count') {
    const topic = topics[unit.dimension];
    return words.some((word) => topic.test(word)) || unitOf(number)?.dimension === unit.dimension;
  }
  if (tries.test(noun)) return number.role === 'count' || words.some((word) => tries.test(word));
  const stem = (word: string) => word.replace(/(?:ies|es|s|y)$/, '');
  return wordsOfName(number.names[0] ?? '').some((word) => stem(word) === stem(noun));
}

/** The unit that the number's own name gives it. */
function unitOf({ names }: NumberFact): Unit | undefined {
  return names[0] === undefined ? undefined : unitOfName(names[0]);
}

const customary: Readonly<Record<Dimension, readonly number[]>> = {
  time: [1e-9, 1e-6, 1e-3, 1, 60, 3600, 86_400],
  size: [1, 1000, 1024, 1e6, 1024 ** 2, 1e9, 1024 ** 3, 0.125, 2, 4, 8],
  percent: [1, 100],
  count: [1],
};

function decideAmount(reading: Reading): Decision {
  const { number, quantity } = reading;
  const named = unitOf(number);
  const own = named?.dimension === quantity.unit.dimension ? named.factors : undefined;
  const factors = own ?? customary[quantity.unit.dimension];
  const isSame = quantity.unit.factors.some((factor) =>
    factors.some((other) => near(quantity.value * factor, number.value * other)),
  );
  if (isSame) return supported(reading);
  if (isOpen(reading)) return unverified(reading);
  return contradicted(reading, own);
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

const hedge =
  /(?:\b(?:about|approx(?:\.|imately)?|around|roughly|almost|nearly|circa|some|at\s+least|at\s+most|up\s+to|(?:no\s+)?(?:more|less|longer|fewer|greater)\s+than|over|under|below|above|within|between|from|minimum|maximum|or|to|first|last|next|previous|another|half|every\s+other)|[~≈<>≤≥±]|大约|约|至少|超过|不到|以内)\s*(?:(?:the|a|an|of)\s+){0,2}$/i;
const condition =
  /\b(?:if|when|whenever|unless|until|instead|previously|was|were|used|originally|not|never|e\.?g|example|such|like|todo|fixme|should|could|would|might|may|than|except|but|old|per|each|plus|minus|more|less|ago|remaining|see|since|because|longer|shorter|later|and|or|otherwise|respectively)\b|n't\b|[?+]|如果|当|不/i;

/** Whether the sentence may be true of another number. */
function isOpen(reading: Reading): boolean {
  const { prose, quantity, number } = reading;
  const at = prose.text.indexOf(quantity.words.text);
  if (hedge.test(prose.text.slice(0, at)) || !Number.isFinite(number.value)) return true;
  if (isWhole(reading)) return false;
  if (isOfOther(reading, prose.text.slice(0, at))) return true;
  if (condition.test(prose.text)) return true;
  // Three retries are four attempts.
  return quantity.unit.dimension === 'count' && Math.abs(quantity.value - number.value) <= 1;
}

/** `a resolution of 1 second` beside a time: of what the amount is, no name says. */
function isOfOther({ number }: Reading, before: string): boolean {
  const noun = /\b([a-z]+)\s+of\s+(?:(?:the|a|an)\s+)?$/i.exec(before)?.[1]?.toLowerCase();
  if (noun === undefined || /^(?:maximum|minimum|total|limit|default|max|min|out)$/.test(noun)) return false;
  const words = [...number.names, number.passedTo ?? ''].flatMap(wordsOfName);
  return !words.some((word) => word === noun || (noun.length > 3 && word.endsWith(noun)));
}

function supported(reading: Reading): Decision {
  return {
    ...unverified(reading),
    verdict: 'supported',
    confidence: 0.9,
    message: message('check.constant.supported', { actual: shortened(reading.number.quote.text) }),
    evidence: [reading.evidence],
  };
}

function contradicted(reading: Reading, factors: readonly number[] | undefined): Decision {
  const { number, quantity, evidence } = reading;
  const actual = shortened(number.quote.text);
  const edit = correction(reading, factors);
  return {
    ...unverified(reading),
    verdict: 'contradicted',
    confidence: isWhole(reading) ? 0.85 : 0.75,
    message: message('check.constant.contradicted', { actual, documented: quantity.words.text }),
    evidence: [evidence],
    ...(edit === undefined
      ? {}
      : { fix: { title: message('fix.constant', { amount: edit.newText }), edits: [edit] } }),
  };
}

/** The code's number in the comment's unit, where the code's unit is known and the result is a round number. */
function correction({ number, quantity }: Reading, factors: readonly number[] | undefined): Edit | undefined {
  const [own, ...others] = quantity.unit.factors;
  const factor = quantity.unit.dimension === 'count' ? 1 : factors?.length === 1 ? factors[0] : undefined;
  if (own === undefined || others.length > 0 || factor === undefined) return undefined;
  const amount = Number(((number.value * factor) / own).toPrecision(12));
  return Number.isInteger(amount * 10) ? { span: quantity.number.span, newText: String(amount) } : undefined;
}

function unverified({ quantity }: Reading): Decision {
  return undecided({
    kind: 'constant',
    claim: quantity.words,
    proof: 'syntax',
    decidedBy: 'constant/amount',
    message: message('check.constant.unverified', { documented: quantity.words.text }),
  });
}
