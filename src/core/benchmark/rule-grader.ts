import type { Grade } from './metrics.ts';
import { normaliseAnswer } from './normalised-answer.ts';
import { isChinese, type Question } from './question.ts';
import type { ReceivedAnswer } from './received-answer.ts';

/** Why an answer counts as not attempted, by the words of the run file. */
export type NotAttemptedReason =
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
  /\b(?:i (?:do not|don't|cannot|can't) (?:know|say|tell|recall)|i(?:'m| am) not (?:sure|certain|aware)|not sure|no idea|unable to (?:answer|determine)|cannot (?:answer|determine))\b|不知道|不清楚|不确定|无法(?:回答|确定)/i;
const hedging =
  /\b(?:might|maybe|perhaps|probably|possibly|likely|could be|may be|guess|either|or)\b|可能|也许|大概|或者|或/i;
const denying =
  /\b(?:not|no|never|neither|nor|isn't|doesn't|don't|wasn't|cannot|can't|without|instead|rather|except|unlike|but|however|although|wrong|incorrect)\b|不|没|非|并非|而是|但|错/i;
const judging = /^\W*(?:correct|incorrect|not[ _]attempted|grade\s*[:=]?\s*\w+|[abc])\W*$/i;
const ordering =
  /\b(?:grade|mark|score|rate|judge)\b.{0,40}\b(?:as|this|it|correct)\b|\bignore\b.{0,40}\binstructions?\b|评为|判为|忽略.{0,20}指令/i;

/** Words of a reply at most that rules read as one statement; longer ones go to a judge. */
const longestStatement = 40;

/**
 * Grades an answer where no doubt is left: what was never answered, an answer that is the gold one or an alias, one
 * short statement that holds it and denies nothing, and one word against another. `undefined` for all else.
 */
export function gradeByRules(question: Question, answer: ReceivedAnswer): RuleGrade | undefined {
  const absent = absence(answer);
  if (absent !== undefined) return { grade: 'not_attempted', reason: absent };
  const golds = [question.answer, ...(question.aliases ?? [])].map((gold) => normaliseAnswer(gold));
  const reply = normaliseAnswer(answer.text);
  if (golds.some(({ text }) => text !== '' && text === reply.text))
    return { grade: 'correct', reason: 'same' };
  if (
    judging.test(answer.text) ||
    (ordering.test(answer.text) && !golds.some((gold) => holds(reply.words, gold.words)))
  ) {
    return { grade: 'not_attempted', reason: 'grade-or-order' };
  }
  // A reply that repeats the question holds words of the prompt, which say nothing.
  if (answer.text.includes(question.question.trim())) return undefined;
  const isDeclined = declining.test(answer.text);
  const isShort = answer.text.trim().length <= (isChinese(question) ? 30 : 120);
  if (isDeclined && isShort && !golds.some((gold) => holds(reply.words, gold.words))) {
    return { grade: 'not_attempted', reason: 'declined' };
  }
  if (isDeclined || hedging.test(answer.text)) return undefined;
  return isBareValue(reply.words)
    ? gradeValue(
        golds.map(({ words }) => words),
        reply.words,
      )
    : gradeStatement(
        question,
        golds.map(({ words }) => words),
        { words: reply.words, text: answer.text },
      );
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

type Words = readonly string[];

/** One word, or a number with its unit. */
function isBareValue(words: Words): boolean {
  return words.length === 1 || (words.length === 2 && isNumber(words[0]));
}

/** A bare value against the golds: the same under a qualified name, another number, or another word altogether. */
function gradeValue(golds: readonly Words[], reply: Words): RuleGrade | undefined {
  const [word = ''] = reply;
  if (!golds.every(isBareValue)) return undefined;
  const names = golds.map((gold) => gold[0] ?? '');
  if (names.every(isNumber) && isNumber(word)) {
    const isSameUnit = golds.every((gold) => gold[1] === reply[1]);
    if (names.includes(word)) return isSameUnit ? { grade: 'correct', reason: 'same' } : undefined;
    return isSameUnit ? { grade: 'incorrect', reason: 'another-number' } : undefined;
  }
  if (names.some((name) => lastName(name) === lastName(word))) {
    const isQualified = names.some((name) => word.endsWith(name) || name.endsWith(word));
    return isQualified ? { grade: 'correct', reason: 'qualified-name' } : undefined;
  }
  const isOther = names.every((name) => isPlainName(name) && !shareStem(name, word));
  return isOther && isPlainName(word) ? { grade: 'incorrect', reason: 'another-name' } : undefined;
}

/** A short statement without hedges or denials that holds a gold in whole, and no rival of the same kind. */
function gradeStatement(
  question: Question,
  golds: readonly Words[],
  reply: { readonly words: Words; readonly text: string },
): RuleGrade | undefined {
  if (
    reply.words.length > longestStatement ||
    denying.test(reply.text) ||
    /\n\s*\S/.test(reply.text.trim())
  ) {
    return undefined;
  }
  const gold = golds.find((one) => one.length > 0 && holds(reply.words, one));
  if (gold === undefined) return undefined;
  const asked = new Set(normaliseAnswer(question.question).words);
  // A word that the question holds already proves nothing by standing in the reply.
  if (gold.every((word) => asked.has(word))) return undefined;
  return rivals(reply.words, gold, asked).length === 0 ? { grade: 'correct', reason: 'stated' } : undefined;
}

/** Words of the reply that could be another answer: numbers beside a number, code names beside a code name. */
function rivals(reply: Words, gold: Words, asked: ReadonlySet<string>): Words {
  const rest = reply.filter((word) => !gold.includes(word) && !asked.has(word));
  if (gold.some(isNumber)) return rest.filter(isNumber);
  return rest.filter((word) => /[\w][._:/-][\w]|[a-z]\d|_/.test(word));
}

function holds(words: Words, part: Words): boolean {
  if (part.length === 0) return false;
  return words.some((_word, start) => part.every((word, i) => words[start + i] === word));
}

function isNumber(word: string | undefined): boolean {
  return word !== undefined && /^[-+]?\d+(?:\.\d+)?%?$/.test(word);
}

function lastName(name: string): string {
  return name.split(/::|->|[./#]/).at(-1) ?? name;
}

function isPlainName(name: string): boolean {
  return /^[a-z_$][\w$]*(?:(?:\.|::|->|#)[a-z_$][\w$]*)*$/.test(name);
}

/** Whether one holds the other, or both begin alike: too near to call them different. */
function shareStem(a: string, b: string): boolean {
  return a.includes(b) || b.includes(a) || (a.length > 3 && b.length > 3 && a.slice(0, 4) === b.slice(0, 4));
}
