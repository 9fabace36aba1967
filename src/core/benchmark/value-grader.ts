import { type AnswerValue, looksLikeCode } from './answer-value.ts';
import { lastName, nameDifference } from './name-difference.ts';
import { areKin, askedFor, programmingWords, vagueWords } from './programming-words.ts';
import type { Question } from './question.ts';
import { holdsWords, wordsOfQuestion } from './statement-words.ts';

/** What a single value comes to; absent where it may be right in other words. */
export type ValueGrade =
  | { readonly grade: 'correct'; readonly reason: 'same' | 'qualified-name' }
  | {
      readonly grade: 'incorrect';
      readonly reason: 'another-number' | 'another-name' | 'another-kind' | 'another-token';
    };

/**
 * Grades a reply that is one value against the golds: the same, another number, another name, or a value of another
 * kind. Nothing comes back where units, families of values (`null`, `nil`) or kindred names leave a doubt.
 */
export function gradeValue(
  question: Question,
  golds: readonly AnswerValue[],
  reply: AnswerValue,
): ValueGrade | undefined {
  const plain = withoutDecorated(golds);
  const [word = ''] = reply.words;
  if (plain.some((gold) => areKin(gold.words[0] ?? '', word) && gold.text !== reply.text)) return undefined;
  if (vagueWords.has(word) || (word === 'none' && reply.bare !== 'None')) return undefined;
  if (reply.kind === 'number') return gradeNumber(question, plain, reply);
  if (reply.kind === 'token' || plain.some(({ kind }) => kind === 'token')) return gradeToken(plain, reply);
  return reply.kind === 'name' ? gradeName(question, plain, reply) : undefined;
}

/** Without golds that only dress another one up: `strconv package` and `Partial<T>` beside `strconv` and `Partial`. */
function withoutDecorated(golds: readonly AnswerValue[]): readonly AnswerValue[] {
  return golds.filter(
    (gold) =>
      gold.kind !== 'phrase' ||
      !golds.some(
        (other) =>
          other !== gold &&
          other.kind !== 'phrase' &&
          (holdsWords(gold.words, other.words) || gold.text.startsWith(`${other.text}<`)),
      ),
  );
}

function gradeNumber(
  question: Question,
  golds: readonly AnswerValue[],
  reply: AnswerValue,
): ValueGrade | undefined {
  const [number = '', unit] = reply.words;
  const numbers = golds.filter(({ kind }) => kind === 'number');
  if (numbers.length === 0) {
    const isMeant = golds.some(
      ({ kind, text }) => kind === 'phrase' || text.includes(number.replace(/^-/, '')),
    );
    const isNullInC = /^c(?:pp)?$/.test(question.programming_language) && number === '0';
    return isMeant || isNullInC ? undefined : { grade: 'incorrect', reason: 'another-kind' };
  }
  const asked = wordsOfQuestion(question);
  const fits = numbers.filter(
    ({ words }) => words[1] === unit || (words[1] === undefined && asked.has(unit ?? '')),
  );
  if (fits.some(({ words }) => words[0] === number)) return { grade: 'correct', reason: 'same' };
  const isNear = numbers.some(({ words }) => words[0] === number || areNear(words[0] ?? '', number));
  return fits.length === 0 || isNear ? undefined : { grade: 'incorrect', reason: 'another-number' };
}

/** Roundings of one number, and shares beside percentages. */
function areNear(a: string, b: string): boolean {
  if (a.endsWith('%') !== b.endsWith('%')) return true;
  const [left, right] = [Number.parseFloat(a), Number.parseFloat(b)];
  return (a.includes('.') || b.includes('.')) && Math.abs(left - right) <= 0.01 * Math.abs(left);
}

/** Short tokens with signs in them: `a+`, `$#`, `?:`. */
function gradeToken(golds: readonly AnswerValue[], reply: AnswerValue): ValueGrade | undefined {
  const bare = reply.bare.toLowerCase();
  if (golds.some((gold) => gold.bare.toLowerCase() === bare)) return { grade: 'correct', reason: 'same' };
  if (!golds.every(({ kind }) => kind === 'token') || !/^[!-~]{1,4}$/.test(bare)) return undefined;
  // `ab+` may be another way to write `a+`, `${#}` one to write `$#`, and `m` is short for `-m`.
  const isUnmarked = golds.some((gold) => /[^-./]+$/.exec(gold.bare.toLowerCase())?.[0] === bare);
  const isWider = golds.some(
    (gold) =>
      gold.bare.length < bare.length && [...gold.bare.toLowerCase()].every((sign) => bare.includes(sign)),
  );
  return isWider || isUnmarked ? undefined : { grade: 'incorrect', reason: 'another-token' };
}

function gradeName(
  question: Question,
  golds: readonly AnswerValue[],
  reply: AnswerValue,
): ValueGrade | undefined {
  const names = golds.filter(({ kind }) => kind === 'name');
  if (names.some((gold) => isSameName(question, golds, [gold, reply]))) {
    return { grade: 'correct', reason: 'qualified-name' };
  }
  const [word = ''] = reply.words;
  const isCode = looksLikeCode(reply.bare);
  if (names.length === 0) {
    const isNumeric = golds.length > 0 && golds.every(({ kind }) => kind === 'number');
    const isValue = /^(?:null|nil|nan|infinity|undefined)$/.test(word) || reply.bare === 'None';
    return isNumeric && isValue ? { grade: 'incorrect', reason: 'another-kind' } : undefined;
  }
  // A phrase among the golds may be said in other words; only what is no word of prose is surely none of them.
  const others = golds.filter((gold) => !names.includes(gold));
  if (others.length > 0 && (!isCode || others.some(({ text }) => text.includes(word)))) return undefined;
  const asked = askedFor(question.question);
  const coded = names.filter(
    ({ bare, words }) => looksLikeCode(bare) || programmingWords.has(words[0] ?? ''),
  );
  const areNamed = coded.length === names.length || (isCode && coded.length > 0);
  if (asked === undefined && !areNamed) return undefined;
  const isOther = names.every((gold) => {
    const difference = nameDifference(gold.bare, reply.bare);
    // The names of functions are names to the letter; of what else is called a method, prose may be free.
    const isExact = asked === 'function' && (/^[a-z_]/.test(gold.bare) || looksLikeCode(gold.bare));
    return difference === 'far' || (difference === 'near' && isExact);
  });
  return isOther ? { grade: 'incorrect', reason: 'another-name' } : undefined;
}

/** The same last name, where each qualifier is known from the question or a gold. */
function isSameName(
  question: Question,
  golds: readonly AnswerValue[],
  [gold, reply]: readonly [AnswerValue, AnswerValue],
): boolean {
  const [left = '', right = ''] = [gold.words[0], reply.words[0]];
  if (lastName(left) !== lastName(right)) return false;
  if (
    left === right ||
    left.endsWith(`.${right}`) ||
    left.endsWith(`:${right}`) ||
    left.endsWith(`#${right}`)
  )
    return true;
  const known = new Set([...wordsOfQuestion(question), ...golds.flatMap(({ words }) => words)]);
  const knownParts = new Set([...known].flatMap((word) => word.split(/::|->|[./#]/)));
  return right
    .split(/::|->|[./#]/)
    .slice(0, -1)
    .every((part) => knownParts.has(part));
}

/** Whether an answer is one value that can be compared. */
export function isValue({ kind }: AnswerValue): boolean {
  return kind !== 'phrase';
}
