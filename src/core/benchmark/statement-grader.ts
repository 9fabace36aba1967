import { type AnswerValue, looksLikeCode, readAnswer } from './answer-value.ts';
import { isCarrier, programmingWords } from './programming-words.ts';
import type { Question } from './question.ts';
import { holdsWords, withoutRepetition, wordsOfQuestion } from './statement-words.ts';
import { gradeValue, isValue, type ValueGrade } from './value-grader.ts';

const denying =
  /\b(?:not|no|never|neither|nor|isn't|doesn't|don't|wasn't|aren't|cannot|can't|without|instead|rather|except|unlike|but|however|although|wrong|incorrect|used to|formerly|previously|only|until|before|since|unless|if|when)\b|不|没|非|而是|但|错|除|之前|以前|如果/i;
// What stands beside a comma, a dash, “and” or a bracket may be a second answer.
const joining = /[,;，；、/|&=→()（）[\]{}?？]|\s[-–—]\s|\n|\b(?:and|plus|both|versus|vs)\b|[和与及]/i;

/** Words of a reply at most that rules read as one statement; longer ones go to a judge. */
const longestStatement = 24;

/**
 * Grades one short sentence that says a value and nothing else: beside the value it may have words that only carry an
 * answer, and words of the question. `undefined` for every other text.
 */
export function gradeStatement(
  question: Question,
  golds: readonly AnswerValue[],
  reply: AnswerValue,
): ValueGrade | { readonly grade: 'correct'; readonly reason: 'stated' } | undefined {
  if (reply.words.length > longestStatement) return undefined;
  const gold = golds.find(({ words }) => holdsWords(reply.words, words));
  // The brackets of a call join nothing.
  const written = withoutRepetition(reply.bare, question).replace(/(?<=\w)\(\)/g, '');
  const around = gold === undefined ? written : withoutText(written, gold);
  if (denying.test(around) || joining.test(around)) return undefined;
  const asked = wordsOfQuestion(question);
  if (gold === undefined) return gradeOtherValue(question, golds, reply);
  // A word that the question holds already proves nothing by standing in the reply.
  if (gold.words.every((word) => asked.has(word))) return undefined;
  const others = reply.words.filter((word) => !gold.words.includes(word));
  return others.every((word) => isCarrier(word) || asked.has(word))
    ? { grade: 'correct', reason: 'stated' }
    : undefined;
}

/** A sentence without the gold that carries one other value. */
function gradeOtherValue(
  question: Question,
  golds: readonly AnswerValue[],
  reply: AnswerValue,
): ValueGrade | undefined {
  const asked = wordsOfQuestion(question);
  const rest = reply.words.filter((word) => !isCarrier(word) && !asked.has(word));
  const [only] = rest;
  if (only === undefined || rest.length > 1) return undefined;
  const at = reply.bare.toLowerCase().indexOf(only);
  const value = readAnswer(at < 0 ? only : reply.bare.slice(at, at + only.length));
  const isCode = at >= 0 && (reply.bare[at - 1] === '`' || reply.bare.startsWith('()', at + only.length));
  const isMarked =
    isCode || value.kind === 'number' || looksLikeCode(value.bare) || programmingWords.has(only);
  const grade = isMarked && isValue(value) ? gradeValue(question, golds, value) : undefined;
  return grade?.grade === 'incorrect' ? grade : undefined;
}

function withoutText(text: string, { bare }: AnswerValue): string {
  const at = text.toLowerCase().indexOf(bare.toLowerCase());
  return at < 0 ? text : `${text.slice(0, at)} ${text.slice(at + bare.length)}`;
}
