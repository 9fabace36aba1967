import { ecosystems } from '../evidence/index.ts';

/** A question whose quoted names are replaced by marks, so that no word inside them is taken for English or Chinese. */
export interface MaskedQuestion {
  readonly text: string;
  /** The names by the number in their mark. */
  readonly names: readonly string[];
}

const open = '\uE000';
const close = '\uE001';

/** Matches one mark, in the source of a regular expression. */
export const markPattern = `${open}\\d+${close}`;

const quoted =
  /`([^`\n]+)`|“([^”\n]+)”|「([^」\n]+)」|『([^』\n]+)』|"([^"\n]+)"|(?<![\p{L}\p{N}_])'([^'\n]+)'(?![\p{L}\p{N}_])/gu;
const called = /([\p{L}_$@][\p{L}\p{N}_$.@/#:\\-]*)\(([^()\n]*)\)/gu;
const namePattern = new RegExp(`^(?:(?:${ecosystems.join('|')}):)?[\\p{L}_$@][\\p{L}\\p{N}_$.@/-]*$`, 'u');
const looksLikeName = /^[\p{L}_$@*.-][^\s]*$/u;

/** Masks names in quotes and backticks, and calls with their arguments: `get(url, timeout=3)` becomes `get`. */
export function maskNames(question: string): MaskedQuestion {
  const names: string[] = [];
  const mark = (name: string) => `${open}${names.push(name) - 1}${close}`;
  const plain = question.replaceAll(open, '').replaceAll(close, '');
  const withoutQuotes = plain.replace(quoted, (whole: string, ...groups: unknown[]) => {
    const inner = groups.find((group) => typeof group === 'string' && !/^\d+$/.test(group));
    const name = typeof inner === 'string' ? nameOfCall(inner.trim()) : '';
    return looksLikeName.test(name) ? ` ${mark(name)} ` : whole;
  });
  const text = withoutQuotes.replace(called, (_, name: string) => mark(cleanName(name)));
  return { text: text.replace(/\s+/g, ' ').trim(), names };
}

/** The name that a word of a masked question stands for, or `undefined` when it can't be one. */
export function nameOfWord(word: string, { names }: MaskedQuestion): string | undefined {
  const marked = new RegExp(`^${markPattern}$`).exec(word);
  const name = marked === null ? word : names[Number(word.slice(1, -1))];
  if (name === undefined) return undefined;
  const cleaned = cleanName(name);
  return namePattern.test(cleaned) ? cleaned : undefined;
}

/** Whether a word stands for a quoted name. */
export function isMarked(word: string): boolean {
  return word.startsWith(open);
}

function nameOfCall(text: string): string {
  return text.replace(/\s*\(.*\)$/s, '');
}

/** Without stars and dashes in front, with dots for the other ways to write membership. */
function cleanName(name: string): string {
  return name
    .replace(/^(?:\*+|\.{3}|--?)/, '')
    .replace(/\(\)$/, '')
    .replace(/\.prototype\./g, '.')
    .replace(/::|#|\\/g, '.')
    .replace(/[.,:;]+$/, '');
}
