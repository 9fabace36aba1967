import type { AskResult } from '../../protocol/ask.ts';
import { isFact } from './shown-answer.ts';

/** What a comment with an answer takes. */
export interface AnswerCommentTools {
  /** What its line begins with: the indentation, the comment's mark and a space. */
  readonly start: string;
  /** The file's path as a person reads it. */
  readonly pathOf: (uri: string) => string;
}

/**
 * An answer as a comment of one line with its source behind it: `// The default … is 4 (steady-retry 2.3.1).
 * node_modules/steady-retry/index.js:3`; of a file outside of the workspace its name alone. `undefined` for a declined question, and for what a model says.
 */
export function answerComment(result: AskResult, { start, pathOf }: AnswerCommentTools): string | undefined {
  const { answer, evidence } = result;
  if (answer === null || !isFact(result)) return undefined;
  const [proof] = evidence;
  const source =
    proof === undefined ? [] : [`${withoutMachine(pathOf(proof.uri))}:${proof.range.start.line + 1}`];
  return start + [answer.replace(/\s+/g, ' ').trim(), ...source].join(' ');
}

/** A comment is committed: of a place outside of the workspace, others have the file, and not the folders of this machine. */
function withoutMachine(path: string): string {
  return /^(?:\/|[A-Za-z]:)/.test(path) ? (path.split(/[\\/]/).at(-1) ?? path) : path;
}
