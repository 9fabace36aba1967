import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  type LanguageShares,
  type QuestionSet,
  readQuestions,
  workspaceLanguages,
} from '../core/benchmark/index.ts';
import { type Cancellation, FactprobeError, message } from '../core/platform/index.ts';
import { languageBytes } from '../core/workspace/index.ts';
import { nodeFileSystem } from './file-system.ts';
import { sha256 } from './hash.ts';

/** Names our own questions where a file is named otherwise. */
export const starterQuestions = 'starter';

/**
 * The question set of a file, or our own. Throws a `FactprobeError` when the file can't be read or holds no question.
 */
export function readQuestionFile(named: string, dist: string): QuestionSet {
  const path = named === starterQuestions ? join(dist, 'starter.factqa') : named;
  const set = readQuestions(readText(path), basename(path), sha256);
  if (set.questions.length === 0) throw new FactprobeError(message('bench.set.empty', { file: path }));
  return set;
}

/** The benchmark's languages in some folders, absolute with `/`, by their bytes. */
export async function languagesOfFolders(
  folders: readonly string[],
  cancellation: Cancellation,
): Promise<LanguageShares> {
  const measured = [];
  for (const folder of folders)
    measured.push(...(await languageBytes(nodeFileSystem, { folder, cancellation })));
  return workspaceLanguages(measured);
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new FactprobeError(message('bench.set.unreadable', { file: path }), { cause });
  }
}
