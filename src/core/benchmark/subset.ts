import type { Sha256 } from '../platform/index.ts';
import { benchmarkLanguage } from './language-names.ts';
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
      (languages === null || languages.includes(benchmarkLanguage(question.programming_language))) &&
      (humanLanguage === 'all' || isChinese(question) === (humanLanguage === 'zh')),
  );
  if (limit === null || fitting.length <= limit) return fitting;
  const ranked = fitting.map((question) => ({ question, rank: sha256(`${seed}\0${question.id}`) }));
  ranked.sort((a, b) => (a.rank < b.rank ? -1 : 1));
  const chosen = new Set(ranked.slice(0, limit).map(({ question }) => question.id));
  return fitting.filter(({ id }) => chosen.has(id));
}
