import type { Sha256 } from '../platform/index.ts';
import { readFactqa } from './factqa.ts';
import { type QuestionSet, readQuestionSet } from './question-set.ts';

/** Reads a question file by the ending of its name: a sheet (`.factqa`), else JSON Lines. */
export function readQuestions(text: string, name: string, sha256: Sha256): QuestionSet {
  return /\.factqa$/i.test(name) ? readFactqa(text, name, sha256) : readQuestionSet(text, name, sha256);
}
