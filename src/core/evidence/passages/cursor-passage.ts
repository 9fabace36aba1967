import type { SourceText } from '../../source/index.ts';
import type { Evidence } from '../evidence.ts';
import { passageOf } from './passage-source.ts';

const linesBefore = 12;
const linesBehind = 6;
const longest = 1600;

/** The lines of an open file around a place; `undefined` when they are blank. */
export function cursorPassage(path: string, source: SourceText, line: number): Evidence | undefined {
  const start = source.lineSpan(Math.max(0, line - linesBefore)).start;
  const end = source.lineSpan(line + linesBehind).end;
  const passage = passageOf({ path, source }, { start, end }, longest);
  return /\S/.test(passage.quote) ? passage : undefined;
}
