/** A change of a text: the lines it replaced, the last one included, and what came in their place. */
export interface LineChange {
  readonly startLine: number;
  readonly endLine: number;
  readonly text: string;
}

/** Where a line stands after a change; `undefined` when the change touched the line itself. Lines count from zero. */
export function lineAfterChange(line: number, { startLine, endLine, text }: LineChange): number | undefined {
  if (startLine > line) return line;
  if (endLine >= line) return undefined;
  const added = text.split(/\r\n|\r|\n/).length - 1;
  return line + added - (endLine - startLine);
}
