import { normaliseAnswer } from './normalised-answer.ts';

/** An answer as graders compare it: folded, and as it was written without the marks around it. */
export interface AnswerValue {
  readonly words: readonly string[];
  readonly text: string;
  /** As written, without quotes, code marks and a final full stop. */
  readonly bare: string;
  /** A number with or without a unit, a name, a token with signs in it, or several words. */
  readonly kind: 'number' | 'name' | 'token' | 'phrase';
}

/** Reads an answer or a gold answer. */
export function readAnswer(written: string): AnswerValue {
  const { words, text } = normaliseAnswer(written);
  const bare = bareText(written);
  return { words, text, bare, kind: kindOf(words, bare) };
}

/** Marks around an answer, the longer ones first. */
const marks = ['```', '`', '**', '"', "'", '“”', '‘’', '「」'].map((mark) =>
  /^[“‘「]/.test(mark) ? { open: mark.charAt(0), close: mark.charAt(1) } : { open: mark, close: mark },
);

function bareText(written: string): string {
  let bare = written.normalize('NFKC').replaceAll('−', '-').trim();
  for (;;) {
    const inner = withoutMarks(bare).replace(/(?<=[^\s.?!:])[.。]$/, '');
    if (inner === bare || inner === '') return bare;
    bare = inner;
  }
}

/** The text inside the marks around it; marks that also stand between words inside belong to several texts. */
function withoutMarks(text: string): string {
  const around = marks.find(
    ({ open, close }) =>
      text.length > open.length + close.length && text.startsWith(open) && text.endsWith(close),
  );
  if (around === undefined) return text;
  const inner = text.slice(around.open.length, -around.close.length);
  if (inner.includes(`${around.close} `) || inner.includes(` ${around.open}`)) return text;
  return (around.open === '```' ? inner.replace(/^\w*\s/, '') : inner).trim();
}

function kindOf(words: readonly string[], bare: string): AnswerValue['kind'] {
  const [first] = words;
  if (
    /^\S{1,5}$/.test(bare) &&
    /[^\w\s.]/.test(bare) &&
    !/^[-+]?\d/.test(bare) &&
    !/[\p{Script=Han}]/u.test(bare)
  ) {
    return 'token';
  }
  if (isNumber(first) && isUnit(words.slice(1), bare)) return 'number';
  if (words.length !== 1 || first === undefined) return 'phrase';
  return isPlainName(first) ? 'name' : 'phrase';
}

/** Nothing, or one word in small letters right behind the number: a comma or a bracket would begin something else. */
function isUnit([unit, ...more]: readonly string[], bare: string): boolean {
  if (unit === undefined) return true;
  return more.length === 0 && /^\p{L}+$/u.test(unit) && !/[A-Z,;:/()\n]\D*$/.test(bare);
}

/** Whether a folded word is a number, a percentage included. */
export function isNumber(word: string | undefined): boolean {
  return word !== undefined && /^[-+]?\d+(?:\.\d+)?%?$/.test(word);
}

function isPlainName(name: string): boolean {
  return /^[a-z_$][\w$]*(?:(?:\.|::|->|[#/-])[a-z_$][\w$]*)*$/.test(name);
}

/** Whether a written word has what only names in code have: an inner capital, a digit, a sign, capitals throughout. */
export function looksLikeCode(written: string): boolean {
  return /^\S+$/.test(written) && (/[a-z][A-Z]|[_.:#$\d]|\(\)$/.test(written) || /^[A-Z]{2,}$/.test(written));
}
