import { resolve } from 'node:path';
import {
  benchmarkLanguages,
  previewSubset,
  type Question,
  type QuestionSet,
  selectQuestions,
} from '../core/benchmark/index.ts';
import { FactprobeError, message } from '../core/platform/index.ts';
import { toPortablePath } from '../node/file-system.ts';
import { sha256 } from '../node/hash.ts';
import { languagesOfFolders, readQuestionFile } from '../node/question-files.ts';
import { type BenchOptions, wholeNumber } from './bench-options.ts';
import type { CommandContext } from './command-context.ts';

/** The question set that `--questions` names; what it can't read is told. */
export function readSet(named: string, { terminal, dist }: CommandContext): QuestionSet {
  const set = readQuestionFile(named, dist);
  for (const { line, problem } of set.problems) {
    terminal.tell(terminal.render(message('bench.set.skipped', { line, reason: terminal.render(problem) })));
  }
  return set;
}

/** The questions to ask; which languages were taken, and how much the questions can tell, is told. */
export async function subsetOf(
  set: QuestionSet,
  options: BenchOptions,
  context: CommandContext,
): Promise<readonly Question[]> {
  const languages = await languagesOf(options, context);
  const request = {
    languages,
    humanLanguage: options.humanLanguage,
    limit: limitOf(options),
    seed: seedOf(options) ?? 0,
  };
  const questions = selectQuestions(set.questions, request, sha256);
  if (questions.length > 0) {
    if (languages !== null) tellPreview(set, questions, context);
    return questions;
  }
  const there = [...new Set(set.questions.map((question) => question.programming_language))]
    .sort()
    .join(', ');
  throw new FactprobeError(message('bench.set.none-fits', { asked: languages?.join(', ') ?? 'all', there }));
}

async function languagesOf(
  { languages }: BenchOptions,
  { signal, terminal }: CommandContext,
): Promise<readonly string[] | null> {
  if (languages === 'all') return null;
  if (languages !== 'auto') return benchmarkLanguages(languages.split(','));
  const { shares, languages: found } = await languagesOfFolders([toPortablePath(resolve('.'))], signal);
  if (found.length === 0) throw new FactprobeError(message('bench.no-languages'));
  const list = shares.map(({ language, share }) => `${language} ${percent(share)} %`).join(', ');
  terminal.tell(terminal.render(message('bench.languages.taken', { list })));
  return found;
}

function tellPreview(set: QuestionSet, questions: readonly Question[], { terminal }: CommandContext): void {
  const { different, interval } = previewSubset(questions);
  if (interval === undefined) return;
  const told = message('bench.subset.preview', {
    questions: questions.length,
    rows: set.questions.length,
    different,
    low: percent(interval.low),
    high: percent(interval.high),
  });
  terminal.tell(terminal.render(told));
}

/** In whole percent, with one digit behind the point where that would be nothing. */
function percent(share: number): number {
  const whole = Math.round(share * 100);
  return whole === 0 ? Math.round(share * 1000) / 10 : whole;
}

/** `--limit`, or `null` without one. */
export function limitOf({ limit }: BenchOptions): number | null {
  return limit === undefined ? null : wholeNumber('--limit', limit, 1);
}

/** `--seed`, or `undefined` without one. */
export function seedOf({ seed }: BenchOptions): number | undefined {
  return seed === undefined ? undefined : wholeNumber('--seed', seed, 0);
}
