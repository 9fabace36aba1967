/** A question that stands as a comment behind a question mark: `//? default of attempts in retry`. */
export interface CommentedQuestion {
  readonly question: string;
  /** What an answer's line begins with: the indentation, the comment's mark and a space. */
  readonly start: string;
}

const hash: ReadonlySet<string> = new Set(['python', 'ruby', 'shellscript', 'php']);
const slashes: ReadonlySet<string> = new Set([
  'javascript',
  'javascriptreact',
  'typescript',
  'typescriptreact',
  'java',
  'csharp',
  'php',
  'go',
  'rust',
  'c',
  'cpp',
  'kotlin',
]);

/** What a comment of one line begins with in one of the editor's languages; `undefined` where none is checked. */
export function commentMark(languageId: string): string | undefined {
  if (slashes.has(languageId)) return '//';
  return hash.has(languageId) ? '#' : undefined;
}

/**
 * The question of a line that is such a comment and nothing else, in one of the editor's languages whose comments are
 * checked; `undefined` for any other line, and while there is no question behind the mark.
 */
export function commentedQuestion(line: string, languageId: string): CommentedQuestion | undefined {
  const [, indentation, mark, question] = /^([ \t]*)(\/\/|#)[?？][ \t]*(\S.*?)[ \t]*$/u.exec(line) ?? [];
  if (indentation === undefined || mark === undefined || question === undefined) return undefined;
  const isMark = (mark === '#' ? hash : slashes).has(languageId);
  return isMark ? { question, start: `${indentation}${mark} ` } : undefined;
}
