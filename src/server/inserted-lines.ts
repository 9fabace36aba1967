import type { TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import type { LineRange } from '../core/workspace/index.ts';

/** More than so many lines, or characters, in one change are hardly typed. */
const most = { lines: 2, characters: 40 };

/** The lines that came into open documents in one large change each, moved along with what is typed since. */
export interface InsertedLines {
  /** Takes changes of a document, in the order in which they are made. */
  changed(uri: string, changes: readonly TextDocumentContentChangeEvent[]): void;
  of(uri: string): readonly LineRange[];
  forget(uri: string): void;
}

export function createInsertedLines(): InsertedLines {
  const known = new Map<string, readonly LineRange[]>();
  return {
    changed(uri, changes) {
      for (const change of changes) known.set(uri, afterChange(known.get(uri) ?? [], change));
    },
    of: (uri) => known.get(uri) ?? [],
    forget: (uri) => known.delete(uri),
  };
}

/** The lines after one more change; a change of the whole text tells nothing, and leaves nothing. */
function afterChange(
  lines: readonly LineRange[],
  change: TextDocumentContentChangeEvent,
): readonly LineRange[] {
  if (!('range' in change)) return [];
  const { start, end } = change.range;
  const breaks = change.text.split(/\r\n|\r|\n/).length - 1;
  const shift = breaks - (end.line - start.line);
  const moved = lines.flatMap((range) => {
    if (range.end <= start.line) return [range];
    if (range.start > end.line) return [{ start: range.start + shift, end: range.end + shift }];
    const whole = {
      start: Math.min(range.start, start.line),
      end: Math.max(range.end + shift, start.line + 1),
    };
    return whole.end > whole.start ? [whole] : [];
  });
  const isLarge = breaks + 1 > most.lines || change.text.length > most.characters;
  if (!isLarge) return moved;
  return [...moved, { start: start.line, end: start.line + breaks + (change.text.endsWith('\n') ? 0 : 1) }];
}
