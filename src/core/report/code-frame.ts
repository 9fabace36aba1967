import type { Range } from '../source/index.ts';
import type { TextOptions } from './text-style.ts';

/** The first lines of a range of a file, with a line of marks under each. */
export function codeFrame(
  path: string,
  range: Range,
  { lineOf, style }: Pick<TextOptions, 'lineOf' | 'style'>,
): string {
  const last = Math.min(range.end.line, range.start.line + 2);
  const width = String(last + 1).length;
  const rows: string[] = [];
  for (let line = range.start.line; line <= last; line++) {
    const text = lineOf(path, line);
    if (text === undefined) continue;
    const from = line === range.start.line ? range.start.character : text.length - text.trimStart().length;
    const to = line === range.end.line ? range.end.character : text.length;
    const lead = text.slice(0, from).replace(/[^\t]/gu, ' ');
    rows.push(`  ${style.faint(`${String(line + 1).padStart(width)} |`)} ${text}`);
    rows.push(
      `  ${style.faint(`${' '.repeat(width)} |`)} ${lead}${style.strong('^'.repeat(Math.max(1, to - from)))}`,
    );
  }
  return rows.join('\n');
}
