import type { DocComment, Span } from '../source/index.ts';

/** A directive of a docstring about a version: `.. deprecated:: 3.5` with the words behind it. */
export interface Directive {
  readonly version?: string;
  /** On one line; empty when there is none. */
  readonly note: string;
  /** From the dots to the note's end. */
  readonly span: Span;
}

/** Directives of a name at the docstring's own indentation: a deeper one is about a parameter. */
export function directivesIn(doc: DocComment, text: string, name: string): readonly Directive[] {
  if (doc.format === 'jsdoc') return [];
  const lines = text.slice(doc.span.start, doc.span.end).split('\n');
  const indents = lines
    .slice(1)
    .filter((line) => line.trim() !== '')
    .map(indentOf);
  const base = Math.min(...indents);
  const found: Directive[] = [];
  const opening = new RegExp(
    `^\\s*\\.\\.\\s+${name}::[ \\t]*(?:[vV]?(\\d[\\w.]*)(?=[\\s,:]|$))?[ \\t,:]*(.*)$`,
  );
  let at = 0;
  for (const [i, line] of lines.entries()) {
    const match = opening.exec(line);
    if (match !== null && indentOf(line) === base) {
      const [, version, first = ''] = match;
      const rest = continuation(lines.slice(i + 1), base, first);
      const note = [first, ...rest].map((one) => one.trim()).filter((one) => one !== '');
      const start = doc.span.start + at + base;
      const end = doc.span.start + at + [line, ...rest].join('\n').trimEnd().length;
      const known = version === undefined ? {} : { version: version.replace(/\.$/, '') };
      found.push({ ...known, note: note.join(' '), span: { start, end } });
    }
    at += line.length + 1;
  }
  return found;
}

/** The lines below a directive that belong to it. */
function continuation(more: readonly string[], base: number, first: string): readonly string[] {
  const skip = first === '' && more[0]?.trim() === '' ? 1 : 0;
  const stop = more.findIndex((next, k) => k >= skip && (next.trim() === '' || indentOf(next) <= base));
  return stop < 0 ? [] : more.slice(0, stop);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
