import type { Message, Sha256 } from '../platform/index.ts';
import { readFactqa } from './factqa.ts';
import { readEntries } from './factqa-entries.ts';
import { headerKeys, partKeys } from './factqa-rows.ts';

/** A part of one line, zero-based, in UTF-16 columns, the end not included. */
export interface SheetPlace {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** A question sheet as an editor shows it. */
export interface SheetOutline {
  /** Every question that has a text, whether it can be asked in a run or not. */
  readonly questions: readonly { readonly text: string; readonly place: SheetPlace }[];
  /** What can't be read, with the words that are at fault. */
  readonly problems: readonly { readonly problem: Message; readonly place: SheetPlace }[];
  /** The domains that are given, each once. */
  readonly domains: readonly string[];
}

/** The keys of a question sheet: those that hold until they change, and those of one question. */
export const sheetKeys = { headers: headerKeys, parts: partKeys } as const;

/** Reads where the questions and the problems of a question sheet stand. */
export function outlineFactqa(text: string, sha256: Sha256): SheetOutline {
  const lines = text.split(/\r\n?|\n/);
  const { entries } = readEntries(text);
  return {
    questions: entries
      .filter(({ key, text: question }) => key === 'q' && question !== '')
      .map(({ text: question, line }) => ({
        text: question.replace(/\s+/g, ' '),
        place: wholeLine(lines, line - 1),
      })),
    problems: readFactqa(text, '', sha256).problems.map(({ line, problem }) => ({
      problem,
      place: placeOf(problem, lines, line - 1),
    })),
    domains: [...new Set(entries.filter(({ key }) => key === 'domain').map((entry) => entry.text))].filter(
      (domain) => domain !== '',
    ),
  };
}

/** Of a wrong key the key is at fault, of a wrong value the value; of anything else the line. */
function placeOf({ id }: Message, lines: readonly string[], line: number): SheetPlace {
  const whole = wholeLine(lines, line);
  const [, key, gap] = /^([A-Za-z][\w-]*)([ \t]*[:：][ \t]*)/.exec(lines[line] ?? '') ?? [];
  if (key === undefined || gap === undefined) return whole;
  const isOfKey = /^bench\.sheet\.(?:unknown-key|no-question|twice)$/.test(id);
  if (isOfKey) return { line, start: 0, end: key.length };
  const value = key.length + gap.length;
  const isOfValue = /^bench\.sheet\.(?:bad-value|bad-check|duplicate-id)$/.test(id);
  return isOfValue && value < whole.end ? { ...whole, start: value } : whole;
}

function wholeLine(lines: readonly string[], line: number): SheetPlace {
  const text = lines[line] ?? '';
  const end = text.trimEnd().length;
  return { line, start: Math.min(text.length - text.trimStart().length, end), end };
}
