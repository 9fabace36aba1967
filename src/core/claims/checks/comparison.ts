import { message } from '../../platform/index.ts';
import type { CommentedStatement, ComparisonFact } from '../../source/index.ts';
import { type Bound, boundsIn } from '../bound.ts';
import type { Check, Decision } from '../check.ts';
import { shortened } from '../shortened.ts';
import { undecided } from '../undecided.ts';

/**
 * A bound in prose against the one comparison with the same number in the statement under or beside it: `more than 10`
 * beside `>= 10`, or above an `if` that tests `< 10`. That the sentence describes this condition is a reading, so a contradiction is information.
 */
export const comparisonCheck: Check = {
  kind: 'comparison',
  decide: async () => [],
  decideStatement: ({ statement }) => (statement.hasError ? [] : decideBound(statement)),
};

function decideBound(statement: CommentedStatement): readonly Decision[] {
  const [bound, ...bounds] = boundsIn(statement.comment);
  if (bound === undefined || bounds.length > 0) return [];
  const [fact, ...facts] = comparisonsFor(bound, statement);
  if (fact === undefined || facts.length > 0) return [];
  const isSame = edgeOf(bound.operator, bound.value) === edgeOf(fact.operator, fact.value);
  // With another number, it is another sentence.
  if (!isSame && bound.value !== fact.value) return [];
  if (!isAlike(bound, fact)) {
    return [isOtherSide(statement, { bound, fact }) ? otherSide(bound, fact) : unverified(bound)];
  }
  if (isSame) return [supported(bound, fact)];
  const isMeant =
    isDescribed(statement, bound) && !isLimit(statement, fact) && !isAside(statement, bound, fact);
  return [isMeant ? contradicted(bound, fact) : unverified(bound)];
}

/**
 * The comparisons that a bound may mean. Of an `if` with further conditions it means the first one's, as long as none of the
 * others tests the same number.
 */
function comparisonsFor(
  { value }: Bound,
  { comparisons, branch }: CommentedStatement,
): readonly ComparisonFact[] {
  const ordered = (all: readonly ComparisonFact[]) => all.filter(({ operator }) => /^[<>]/.test(operator));
  if (branch === undefined) return ordered(comparisons);
  const { start, end } = branch.condition.span;
  const isFirst = ({ quote: { span } }: ComparisonFact) => span.start >= start && span.end <= end;
  const later = comparisons.filter((one) => !isFirst(one));
  if (later.some((one) => Math.abs(one.value - value) <= 1)) return [];
  return ordered(comparisons.filter(isFirst));
}

/** Whether the statement keeps a number within a bound, so that the number itself may stand on either side. */
function isLimit({ branch }: CommentedStatement, { subject, value }: ComparisonFact): boolean {
  return branch?.limited?.name === subject.text && branch.limited.value === value;
}

/**
 * Whether a sentence behind others says what follows from a bound (“If a count is at least 3, then a length follows.”)
 * without the name of what is compared: it explains what the statement is needed for.
 */
function isAside({ comment }: CommentedStatement, { words }: Bound, { subject }: ComparisonFact): boolean {
  const at = comment.text.indexOf(words.text);
  const before = comment.text.slice(0, at);
  const sentence = before.split(/[.!?。！？]\s+/).at(-1) ?? '';
  const after = comment.text.slice(at + words.text.length);
  const names: readonly string[] = subject.text.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? [];
  const isNamed = sentence.split(/[^\p{L}\p{N}_$]+/u).some((word) => names.includes(word));
  return sentence.length < before.length && /^\s*,\s*(?:then\s+)?\p{L}/u.test(after) && !isNamed;
}

/** Where what holds is parted from what does not, among whole numbers: between 10 and 11 for `> 10` and `<= 10`. */
function edgeOf(operator: ComparisonFact['operator'], value: number): number {
  return operator === '>' || operator === '<=' ? Math.floor(value) + 0.5 : Math.ceil(value) - 0.5;
}

/** Whether both look to the same side. */
function isAlike(bound: Bound, fact: ComparisonFact): boolean {
  return bound.operator[0] === fact.operator[0];
}

const onlyCondition = /^(?:(?:only|just)\s+)?(?:if|when|whenever)\s|^(?:仅|只)?(?:当|如果|若)/i;

/**
 * Whether a comment certainly names the condition of an `if` and says the other side of its number. A comment may as
 * well say what must hold to get past the statement, what is done otherwise, or when nothing is to be done. So it must
 * be nothing but the condition, name what is compared, and stand above an `if` that has no other branch and goes on
 * behind it whatever the condition.
 */
function isOtherSide(
  { comment, place, branch }: CommentedStatement,
  { bound, fact }: { readonly bound: Bound; readonly fact: ComparisonFact },
): boolean {
  if (branch === undefined || branch.mayLeave || branch.hasOther || place === 'beside') return false;
  if (branch.condition.text !== fact.quote.text) return false;
  const [before = '', after = ''] = comment.text.split(bound.words.text);
  const name = /([\p{L}_$][\p{L}\p{N}_$]*)[\s)\]]*$/u.exec(fact.subject.text)?.[1];
  const words = before.split(/[^\p{L}\p{N}_$]+/u);
  const isBare = words.length <= 8 && /^[\s)\].;。]*$/.test(after);
  return (
    name !== undefined && words.includes(name) && isBare && onlyCondition.test(before) && !open.test(before)
  );
}

const introduction =
  /\b(?:if|when|whenever|while|whether|where|once|skip|ignore|drop|reject|true|returns?)\b|如果|当|若|跳过|忽略/i;
const open =
  /\b(?:until|unless|before|after|make|keep|leave|room|next|would|will|already|about|approx|roughly|not|never|except|but|otherwise|e\.?g|todo|fixme|was|were|instead)\b|n't\b|[?~]/i;

/** Whether the comment describes the condition, and not what is done so that another one holds. */
function isDescribed({ comment, place }: CommentedStatement, { words }: Bound): boolean {
  const at = comment.text.indexOf(words.text);
  if (at < 0 || open.test(comment.text.replace(words.text, ''))) return false;
  const isWhole =
    /^[\s([]*$/.test(comment.text.slice(0, at)) && comment.text.length - words.text.length <= 40;
  const clause = /[^.;:(。；：（]*$/.exec(comment.text.slice(0, at))?.[0] ?? '';
  return introduction.test(clause) || (place === 'beside' && isWhole);
}

function supported(bound: Bound, fact: ComparisonFact): Decision {
  return {
    ...unverified(bound),
    verdict: 'supported',
    confidence: 0.9,
    message: message('check.comparison.supported', { actual: shortened(fact.quote.text) }),
    evidence: [fact.quote],
  };
}

function contradicted(bound: Bound, fact: ComparisonFact): Decision {
  const values = {
    actual: shortened(fact.quote.text),
    documented: bound.words.text,
    value: String(fact.value),
  };
  return {
    ...unverified(bound),
    verdict: 'contradicted',
    confidence: 0.8,
    message: message('check.comparison.contradicted', values),
    evidence: [fact.quote],
  };
}

function otherSide(bound: Bound, fact: ComparisonFact): Decision {
  const values = { actual: shortened(fact.quote.text), documented: bound.words.text };
  return {
    ...unverified(bound),
    verdict: 'contradicted',
    confidence: 0.75,
    decidedBy: 'comparison/side',
    message: message('check.comparison.side', values),
    evidence: [fact.quote],
  };
}

function unverified(bound: Bound): Decision {
  return undecided({
    kind: 'comparison',
    claim: bound.words,
    proof: 'syntax',
    decidedBy: 'comparison/edge',
    message: message('check.comparison.unverified', { documented: bound.words.text }),
  });
}
