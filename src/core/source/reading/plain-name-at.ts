import type { SourceTree } from '../language-reader.ts';
import type { NameAt } from '../name-at.ts';

/** What may stand between the parts of a name, in all languages that are read so. */
const joint = String.raw`(?:::|\?\.|->|\\|\.)`;
const before = new RegExp(String.raw`(?:[A-Za-z_]\w*\s*${joint}\s*)*$`);

/**
 * The name under an offset with what it hangs on, as it is written: `http.Get`, `Vec::new`. What the imports make of it
 * is told elsewhere; `undefined` in comments and texts, and where no name stands.
 */
export function plainNameAt({ root, text }: SourceTree, offset: number): NameAt | undefined {
  const node = root.descendantForIndex(offset, offset);
  if (node === null || /comment|string|char|text|content|heredoc/.test(node.type)) return undefined;
  const head = /\w*$/.exec(text.slice(Math.max(0, offset - 100), offset))?.[0] ?? '';
  const tail = /^\w*/.exec(text.slice(offset, offset + 100))?.[0] ?? '';
  const start = offset - head.length;
  if (!/^[A-Za-z_]/.test(head + tail)) return undefined;
  const outer = before.exec(text.slice(Math.max(0, start - 300), start))?.[0] ?? '';
  const from = start - outer.length;
  // What hangs on a call or on an index is a member of something that no name tells.
  if (/(?:\.|::|->|\\)\s*$/.test(text.slice(Math.max(0, from - 10), from))) return undefined;
  const span = { start: from, end: offset + tail.length };
  return { written: text.slice(span.start, span.end).replaceAll(/\s+/g, ''), span };
}
