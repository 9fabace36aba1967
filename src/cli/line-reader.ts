import { readFileSync } from 'node:fs';
import { SourceText } from '../core/source/index.ts';

/** Reads lines of files for code frames; each file is read once. */
export function createLineReader(): (path: string, line: number) => string | undefined {
  const texts = new Map<string, SourceText | undefined>();
  return (path, line) => {
    if (!texts.has(path)) texts.set(path, readSourceText(path));
    const source = texts.get(path);
    if (source === undefined || line >= source.lineCount) return undefined;
    const span = source.lineSpan(line);
    return source.text.slice(span.start, span.end);
  };
}

function readSourceText(path: string): SourceText | undefined {
  try {
    return new SourceText(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch {
    // The file went away since it was checked: its frame is left out, its finding stays.
    return undefined;
  }
}
