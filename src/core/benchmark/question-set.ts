import { type Message, message, type Sha256 } from '../platform/index.ts';
import { identifyQuestions, type Question, type QuestionRow, questionRowSchema } from './question.ts';

/** A line of a question file that is no question, and why. */
export interface SetProblem {
  /** From 1. */
  readonly line: number;
  readonly problem: Message;
}

/** Questions to be asked, and the identity of the file that they come from. */
export interface QuestionSet {
  readonly name: string;
  /** Of the file's text. */
  readonly sha256: string;
  readonly questions: readonly Question[];
  readonly problems: readonly SetProblem[];
}

/**
 * Reads a set in JSON Lines with the public benchmark's five fields. A line that is no question becomes a problem;
 * the others are read all the same.
 */
export function readQuestionSet(text: string, name: string, sha256: Sha256): QuestionSet {
  const rows: QuestionRow[] = [];
  const problems: SetProblem[] = [];
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue;
    const row = readRow(line);
    if ('problem' in row) problems.push({ line: index + 1, problem: row.problem });
    else rows.push(row.row);
  }
  return { name, sha256: sha256(text), questions: identifyQuestions(rows, sha256), problems };
}

function readRow(line: string): { readonly row: QuestionRow } | { readonly problem: Message } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    // The reason that the parser gives names columns that no reader counts.
    return { problem: message('bench.set.not-json') };
  }
  const parsed = questionRowSchema.safeParse(value);
  if (parsed.success) return { row: parsed.data };
  const field = parsed.error.issues[0]?.path[0];
  return {
    problem:
      field === undefined
        ? message('bench.set.not-an-object')
        : message('bench.set.bad-field', { field: String(field) }),
  };
}
