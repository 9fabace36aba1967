import { benchmarkLanguage, benchmarkLanguages } from './language-names.ts';

/** Languages with less of a workspace than this are left out: one script makes no project. */
const leastShare = 0.01;

/** A language as it was measured, by any name that editors or Linguist have for it. */
export interface MeasuredLanguage {
  readonly language: string;
  readonly bytes: number;
}

/** A language of a workspace by the benchmark's name. */
export interface LanguageShare {
  readonly language: string;
  /** Of all bytes whose language is known, in (0, 1]. */
  readonly share: number;
}

/** The languages of a workspace, and the names that their questions go by. */
export interface LanguageShares {
  /** Largest first. */
  readonly shares: readonly LanguageShare[];
  /** Sorted; C brings C++ with it. Empty when nothing is known. */
  readonly languages: readonly string[];
}

/** The benchmark's part of a workspace's languages. */
export function workspaceLanguages(measured: readonly MeasuredLanguage[]): LanguageShares {
  const total = measured.reduce((sum, { bytes }) => sum + bytes, 0);
  const bytesOf = new Map<string, number>();
  for (const { language, bytes } of measured) {
    const name = benchmarkLanguage(language);
    bytesOf.set(name, (bytesOf.get(name) ?? 0) + bytes);
  }
  const shares = [...bytesOf]
    .map(([language, bytes]) => ({ language, share: bytes / total }))
    .filter(({ share }) => share >= leastShare)
    .sort((a, b) => b.share - a.share);
  return { shares, languages: benchmarkLanguages(shares.map(({ language }) => language)) };
}
