import {
  benchmarkLanguage,
  benchmarkLanguages,
  isChinese,
  previewSubset,
  type Question,
  type QuestionSet,
  selectQuestions,
} from '../core/benchmark/index.ts';
import { FactprobeError, message } from '../core/platform/index.ts';
import type { Renderer } from '../node/catalogue.ts';
import { sha256 } from '../node/hash.ts';
import { languagesOfFolders, readQuestionFile, starterQuestions } from '../node/question-files.ts';
import type { LanguageCount, PreviewResult, RunSelection, SurveyResult } from '../protocol/runs.ts';
import { pathOfUri } from './uris.ts';

/** A limit leaves the questions that the command line without `--seed` would leave. */
const seed = 0;

export interface SurveyTools {
  readonly dist: string;
  readonly render: Renderer;
  readonly folders: readonly string[];
  readonly signal: AbortSignal;
}

/** What a set holds by language. Throws a `FactprobeError` where it can't be read. */
export async function surveyQuestions(
  questions: string,
  { dist, render, folders, signal }: SurveyTools,
): Promise<SurveyResult> {
  const set = setOf(questions, dist);
  const { shares, languages } = await languagesOfFolders(folders, signal);
  const [first] = set.problems;
  return {
    name: set.name,
    rows: set.questions.length,
    leftOut: set.problems.length,
    problem:
      first === undefined
        ? null
        : render(message('bench.set.skipped', { line: first.line, reason: render(first.problem) })),
    workspace: shares,
    workspaceLanguages: languages,
    languages: countLanguages(set.questions),
  };
}

/** What a selection comes to. Throws a `FactprobeError` that names the remedy when that is nothing. */
export function previewSelection(selection: RunSelection, dist: string): PreviewResult {
  const { set, questions } = selectedQuestions(selection, dist);
  const { different, interval } = previewSubset(questions);
  return {
    rows: set.questions.length,
    questions: questions.length,
    different,
    interval: interval ?? { low: 0, high: 1 },
  };
}

/** The questions of a selection. Throws a `FactprobeError` that names the remedy when there is none. */
export function selectedQuestions(
  { questions: named, ...request }: RunSelection,
  dist: string,
): { readonly set: QuestionSet; readonly questions: readonly Question[] } {
  const set = setOf(named, dist);
  const { languages } = request;
  const wanted = languages === null ? null : benchmarkLanguages(languages);
  const questions = selectQuestions(set.questions, { ...request, languages: wanted, seed }, sha256);
  if (questions.length > 0) return { set, questions };
  const there = countLanguages(set.questions).map(({ language }) => language);
  throw new FactprobeError(message('bench.selection.empty', { set: set.name, there: there.join(', ') }));
}

function setOf(questions: string, dist: string): QuestionSet {
  return readQuestionFile(questions === starterQuestions ? questions : pathOfUri(questions), dist);
}

function countLanguages(questions: readonly Question[]): readonly LanguageCount[] {
  const counts = new Map<string, { en: number; zh: number }>();
  for (const question of questions) {
    const language = benchmarkLanguage(question.programming_language);
    const count = counts.get(language) ?? { en: 0, zh: 0 };
    count[isChinese(question) ? 'zh' : 'en']++;
    counts.set(language, count);
  }
  return [...counts]
    .map(([language, count]) => ({ language, ...count }))
    .sort((a, b) => (a.language < b.language ? -1 : 1));
}
