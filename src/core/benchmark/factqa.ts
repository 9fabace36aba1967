import { type Message, message, type Sha256 } from '../platform/index.ts';
import { type FactqaEntry, readEntries } from './factqa-entries.ts';
import {
  type FactqaDraft,
  factqaRows,
  type HeaderKey,
  headerKeys,
  type PartKey,
  partKeys,
} from './factqa-rows.ts';
import { benchmarkLanguage } from './language-names.ts';
import { identifyQuestions } from './question.ts';
import { readCheck } from './question-check.ts';
import type { QuestionSet, SetProblem } from './question-set.ts';

interface OpenDraft extends FactqaDraft {
  readonly parts: Map<PartKey, FactqaEntry>;
}

/** What is known between two entries. */
interface Reading {
  headers: FactqaDraft['headers'];
  /** The question that parts belong to; none after a header, or after an empty line below an answer. */
  open: OpenDraft | undefined;
  readonly drafts: OpenDraft[];
}

/**
 * Reads a question sheet (`.factqa`, described in docs/questions.md). What can't be read becomes a problem with its
 * line, and the rest is read all the same: a bad line costs the line, a question without an answer the question.
 * Questions of one cluster state one fact, so a check or a source given with one of them holds for all.
 */
export function readFactqa(text: string, name: string, sha256: Sha256): QuestionSet {
  const { entries, stray } = readEntries(text);
  const problems: SetProblem[] = stray.map((line) => ({ line, problem: message('bench.sheet.stray') }));
  const reading: Reading = { headers: {}, open: undefined, drafts: [] };
  for (const entry of entries) {
    const problem = take(reading, entry);
    if (problem !== undefined) problems.push({ line: entry.line, problem });
  }
  const { rows, problems: missing } = factqaRows(reading.drafts);
  return {
    name,
    sha256: sha256(text),
    questions: identifyQuestions(rows, sha256),
    problems: [...problems, ...missing].sort((a, b) => a.line - b.line),
  };
}

/** Takes one entry in; comes back with the reason where it can't be read. */
function take(reading: Reading, entry: FactqaEntry): Message | undefined {
  const header = headerKeys.find((key) => key === entry.key);
  const part = partKeys.find((key) => key === entry.key);
  if (entry.key === 'q') {
    reading.open = { question: entry, headers: reading.headers, parts: new Map() };
    reading.drafts.push(reading.open);
    return undefined;
  }
  if (header !== undefined) return takeHeader(reading, header, entry);
  if (part !== undefined) return takePart(reading, part, entry);
  const known = ['Q', 'A', ...partKeys.slice(1), ...headerKeys].join(', ');
  return message('bench.sheet.unknown-key', { key: entry.written, known });
}

function takeHeader(reading: Reading, key: HeaderKey, { text, written }: FactqaEntry): Message | undefined {
  reading.open = undefined;
  const value = headerValue(key, text);
  if (value === undefined) return message('bench.sheet.bad-value', { key: written });
  reading.headers = { ...reading.headers, [key]: value };
  return undefined;
}

/** A header's value as rows hold it, or `undefined` when it is none. */
function headerValue(key: HeaderKey, text: string): string | undefined {
  if (text === '') return undefined;
  if (key === 'language') return benchmarkLanguage(text);
  if (key === 'human-language') return humanLanguageNames[text.toLowerCase()] ?? text.toLowerCase();
  if (key === 'freshness') return /^(?:stable|fresh)$/.test(text) ? text : undefined;
  return text;
}

const humanLanguageNames: Readonly<Record<string, string>> = {
  en: 'english',
  zh: 'chinese',
  'zh-cn': 'chinese',
  英文: 'english',
  英语: 'english',
  中文: 'chinese',
  汉语: 'chinese',
};

function takePart(reading: Reading, key: PartKey, entry: FactqaEntry): Message | undefined {
  if (entry.isAfterBlank && reading.open?.parts.has('a')) reading.open = undefined;
  if (reading.open === undefined) return message('bench.sheet.no-question', { key: entry.written });
  const { parts } = reading.open;
  if (parts.has(key)) return message('bench.sheet.twice', { key: entry.written });
  if (key !== 'a' && entry.text === '') return message('bench.sheet.bad-value', { key: entry.written });
  if (key === 'check' && readCheck(entry.text) === undefined) return message('bench.sheet.bad-check');
  parts.set(key, entry);
  return undefined;
}
