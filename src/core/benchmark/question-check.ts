/** A command that shows a fact, and what it prints when the fact holds. */
export interface QuestionCheck {
  /** For a POSIX shell. */
  readonly command: string;
  readonly expected: string;
}

/**
 * Reads `command => output`; the last arrow that has white space around it counts, since commands hold arrows too.
 * `undefined` when there is no command or no output.
 */
export function readCheck(check: string): QuestionCheck | undefined {
  const arrow = [...check.matchAll(/\s=>\s/g)].at(-1);
  if (arrow === undefined) return undefined;
  const command = check.slice(0, arrow.index).trim();
  const expected = check.slice(arrow.index + arrow[0].length).trim();
  return command === '' || expected === '' ? undefined : { command, expected };
}
