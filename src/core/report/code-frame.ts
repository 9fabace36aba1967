import type { Range } from '../source/index.ts';
import type { TextOptions } from './text-style.ts';

/** Characters of a line that are shown at most; a long line is cut around what it is shown for. */
const widest = 140;
const before = 40;

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
    const written = lineOf(path, line);
    if (written === undefined) continue;
    // A terminal may obey what a file holds.
    const text = written.replace(/(?!\t)\p{Cc}/gu, '\uFFFD');
    const from = line === range.start.line ? range.start.character : text.length - text.trimStart().length;
    const to = line === range.end.line ? range.end.character : text.length;
    const shown = cut(text, from, to);
    rows.push(`  ${style.faint(`${String(line + 1).padStart(width)} |`)} ${shown.text}`);
    rows.push(`  ${style.faint(`${' '.repeat(width)} |`)} ${shown.lead}${style.strong(shown.marks)}`);
  }
  return rows.join('\n');
}

function cut(text: string, from: number, to: number) {
  const start = text.length <= widest ? 0 : Math.max(0, from - before);
  const end = Math.min(text.length, start + widest);
  const head = start === 0 ? '' : '…';
  const lead = head + text.slice(start, from);
  return {
    text: head + text.slice(start, end) + (end === text.length ? '' : '…'),
    // A tab stays one, so that the marks stand under what they mark however wide it is.
    lead: lead.replace(/[^\t]/gu, blankOf),
    marks: '^'.repeat(Math.max(1, columnsOf(text.slice(from, Math.min(to, end))))),
  };
}

/** Characters that take two columns on a terminal: East Asian wide ones (Unicode's UAX 11) and pictures. */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

function blankOf(character: string): string {
  return wide.test(character) ? '  ' : ' ';
}

function columnsOf(text: string): number {
  return [...text].reduce((columns, character) => columns + blankOf(character).length, 0);
}
