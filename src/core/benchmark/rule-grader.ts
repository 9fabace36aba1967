import { type AnswerValue, readAnswer } from './answer-value.ts';
import type { Grade } from './metrics.ts';
import type { Question } from './question.ts';
import type { ReceivedAnswer } from './received-answer.ts';
import { gradeStatement } from './statement-grader.ts';
import { holdsWords } from './statement-words.ts';
import { gradeValue, isValue } from './value-grader.ts';

/** Why an answer counts as not attempted, by the words of the run file. */
type NotAttemptedReason =
  | 'empty'
  | 'refused'
  | 'cut'
  | 'thinking-never-ended'
  | 'declined'
  | 'grade-or-order';

/** What rules decided; absent where they aren't sure. */
export type RuleGrade =
  | { readonly grade: Exclude<Grade, 'not_attempted'>; readonly reason: string }
  | { readonly grade: 'not_attempted'; readonly reason: NotAttemptedReason };

const declining =
  /\b(?:i (?:do not|don['’]t|cannot|can['’]t) (?:know|say|tell|recall)|i(?:['’]m| am) not (?:sure|certain|aware)|not sure|no idea|unable to (?:answer|determine)|cannot (?:answer|determine))\b|不知道|不清楚|不确定|无法(?:回答|确定)/i;
const guessing =
  /\b(?:but|guess|think|believe|assume|suppose|though|if|probably|maybe|perhaps|may|might|could|would)\b|但|猜|认为|觉得|可能|也许|应该|如果/i;
const hedging =
  /\b(?:might|maybe|perhaps|probably|possibly|likely|could be|may be|guess|either|or|i think|i believe)\b|可能|也许|大概|或者|或|应该/i;
const judging = /^\W*(?:correct|incorrect|not[ _]attempted|grade\s*[:=]?\s*\w+)\W*$/i;
// “C++” and “a+” are no grades.
const gradeLetter = /^[\s"'`(*]*[abc][\s"'`).*:]*$/i;
const ordering =
  /\b(?:grade|mark|score|rate|judge)\b.{0,40}\b(?:as|this|it|correct)\b|\bignore\b.{0,40}\binstructions?\b|评为|判为|忽略.{0,20}指令/i;

/** Characters of a reply at most that rules read: no single value and no short sentence is longer. */
const longestReply = 10_000;

/**
 * Grades an answer where no doubt is left: what was never answered, an answer that is the gold one or an alias, one
 * value against another, a short sentence that carries one value, and a choice that was left open. `undefined` for all
 * else.
 */
export function gradeByRules(question: Question, answer: ReceivedAnswer): RuleGrade | undefined {
  const absent = absence(answer);
  if (absent !== undefined) return { grade: 'not_attempted', reason: absent };
  if (answer.text.length > longestReply) return undefined;
  const golds = [question.answer, ...(question.aliases ?? [])].map(readAnswer);
  const reply = readAnswer(answer.text);
  if (isSame(golds, reply)) return { grade: 'correct', reason: 'same' };
  const holdsGold = golds.some(({ words }) => holdsWords(reply.words, words));
  if (isGradeOrOrder(answer.text, golds, holdsGold)) {
    return { grade: 'not_attempted', reason: 'grade-or-order' };
  }
  // A reply that repeats the question holds words of the prompt, which say nothing.
  if (answer.text.includes(question.question.trim())) return undefined;
  if (declining.test(answer.text)) {
    const isAll = !holdsGold && answer.text.trim().length <= 120 && !guessing.test(answer.text);
    return isAll ? { grade: 'not_attempted', reason: 'declined' } : undefined;
  }
  if (isOpenChoice(golds, answer.text)) return { grade: 'incorrect', reason: 'open-choice' };
  if (hedging.test(answer.text) || isMarkedOtherwise(golds, reply)) return undefined;
  return isValue(reply) ? gradeValue(question, golds, reply) : gradeStatement(question, golds, reply);
}

function absence({
  text,
  finishReason,
  isThinkingClosed,
  refusal,
}: ReceivedAnswer): NotAttemptedReason | undefined {
  if (!isThinkingClosed) return 'thinking-never-ended';
  if (refusal || finishReason === 'filter') return 'refused';
  if (text.trim() !== '') return undefined;
  return finishReason === 'length' ? 'cut' : 'empty';
}

/** The same words; where signs are what counts (`$#`, `sort!`), the same signs. */
function isSame(golds: readonly AnswerValue[], reply: AnswerValue): boolean {
  return golds.some((gold) => {
    if (gold.bare.toLowerCase() === reply.bare.toLowerCase()) return true;
    if (gold.kind === 'token' || reply.kind === 'token' || isMarkedOtherwise([gold], reply)) return false;
    return gold.text !== '' && gold.text === reply.text;
  });
}

/** A final `!`, `?`, `*` or `>` belongs to a name in some languages, and to the sentence in others. */
function isMarkedOtherwise(golds: readonly AnswerValue[], reply: AnswerValue): boolean {
  if (reply.kind === 'token') return false;
  const mark = (text: string) => /[!?？*>]$/.exec(text)?.[0];
  return !golds.some((gold) => mark(gold.bare) === mark(reply.bare));
}

/** Nothing but a grade, or an order to whoever grades. A letter may be an answer where golds are as short. */
function isGradeOrOrder(text: string, golds: readonly AnswerValue[], holdsGold: boolean): boolean {
  if (judging.test(text) || (ordering.test(text) && !holdsGold)) return true;
  return gradeLetter.test(text) && !golds.some(({ bare }) => bare.length <= 3);
}

/** The gold beside another value with nothing but “or” between them: nothing was chosen. */
function isOpenChoice(golds: readonly AnswerValue[], text: string): boolean {
  const choices = text
    .replace(/\s+/g, ' ')
    .split(/\s+or\s+|\s*(?:或者|或是|或)\s*/i)
    .map(readAnswer);
  if (choices.length < 2 || !choices.every(isValue)) return false;
  const areGold = choices.map((choice) => isSame(golds, choice));
  return (
    areGold.includes(true) && areGold.includes(false) && choices.every(({ words }) => words.length === 1)
  );
}
