import type { Sha256 } from '../platform/index.ts';
import { isChinese, type Question } from './question.ts';

/** Which questions of a set are asked. */
export interface SubsetRequest {
  /** Programming languages by the benchmark's names; `null` takes every row, `others` too. */
  readonly languages: readonly string[] | null;
  readonly humanLanguage: 'en' | 'zh' | 'all';
  /** Questions at most; `null` for all. */
  readonly limit: number | null;
  /** Decides which ones a limit leaves; the same seed leaves the same ones. */
  readonly seed: number;
}

/** The benchmark's language names for a language name or id as editors and people write them. */
const benchmarkNames: Readonly<Record<string, readonly string[]>> = {
  typescript: ['javascript'],
  typescriptreact: ['javascript'],
  javascriptreact: ['javascript'],
  javascript: ['javascript'],
  c: ['c', 'cpp'],
  'c++': ['cpp'],
  csharp: ['c-sharp'],
  'c#': ['c-sharp'],
  html: ['html/css'],
  css: ['html/css'],
  scss: ['html/css'],
  less: ['html/css'],
};

/** The benchmark's names for some languages, each once, sorted. A name that isn't known stands for itself. */
export function benchmarkLanguages(languages: readonly string[]): readonly string[] {
  const names = languages.flatMap((language) => {
    const lower = language.trim().toLowerCase();
    return benchmarkNames[lower] ?? [lower];
  });
  return [...new Set(names)].sort();
}

/**
 * The questions of a subset in the set's order. A limit takes those whose id hashes lowest together with the seed, so
 * that a larger limit keeps what a smaller one had.
 */
export function selectQuestions(
  questions: readonly Question[],
  { languages, humanLanguage, limit, seed }: SubsetRequest,
  sha256: Sha256,
): readonly Question[] {
  const fitting = questions.filter(
    (question) =>
      (languages === null || languages.includes(question.programming_language.toLowerCase())) &&
      (humanLanguage === 'all' || isChinese(question) === (humanLanguage === 'zh')),
  );
  if (limit === null || fitting.length <= limit) return fitting;
  const ranked = fitting.map((question) => ({ question, rank: sha256(`${seed}\0${question.id}`) }));
  ranked.sort((a, b) => (a.rank < b.rank ? -1 : 1));
  const chosen = new Set(ranked.slice(0, limit).map(({ question }) => question.id));
  return fitting.filter(({ id }) => chosen.has(id));
}
