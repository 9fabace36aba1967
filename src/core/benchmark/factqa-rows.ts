import { type Message, message } from '../platform/index.ts';
import type { FactqaEntry } from './factqa-entries.ts';
import type { QuestionRow } from './question.ts';
import type { SetProblem } from './question-set.ts';

/** Keys that hold for every question below them until they are given again. */
export const headerKeys = ['language', 'human-language', 'domain', 'freshness', 'as-of'] as const;
export type HeaderKey = (typeof headerKeys)[number];

/** Keys that belong to the question above them. */
export const partKeys = ['a', 'check', 'source', 'id', 'cluster'] as const;
export type PartKey = (typeof partKeys)[number];

/** A question of a sheet before it is a row: its text, what its headers say, and its parts. */
export interface FactqaDraft {
  readonly question: FactqaEntry;
  readonly headers: Readonly<Partial<Record<HeaderKey, string>>>;
  readonly parts: ReadonlyMap<PartKey, FactqaEntry>;
}

/** The rows that drafts make. A draft that lacks something, or repeats an id, becomes a problem instead. */
export function factqaRows(drafts: readonly FactqaDraft[]): {
  readonly rows: readonly QuestionRow[];
  readonly problems: readonly SetProblem[];
} {
  const lineOfId = new Map<string, number>();
  const rows: QuestionRow[] = [];
  const problems: SetProblem[] = [];
  for (const draft of drafts) {
    const missing = missingPart(draft);
    const id = draft.parts.get('id');
    const earlier = lineOfId.get(id?.text ?? '');
    if (missing !== undefined) {
      problems.push({ line: draft.question.line, problem: missing });
    } else if (id !== undefined && earlier !== undefined) {
      const problem = message('bench.sheet.duplicate-id', { id: id.text, earlier });
      problems.push({ line: id.line, problem });
    } else {
      if (id !== undefined) lineOfId.set(id.text, id.line);
      rows.push(rowOf(draft));
    }
  }
  return { rows: withSharedParts(rows), problems };
}

function missingPart({ question, headers, parts }: FactqaDraft): Message | undefined {
  if (question.text === '') return message('bench.sheet.bad-value', { key: question.written });
  if (answersOf(parts.get('a')).length === 0) return message('bench.sheet.no-answer');
  const missing = (['language', 'domain'] as const).find((key) => headers[key] === undefined);
  return missing === undefined ? undefined : message('bench.sheet.no-header', { key: missing });
}

function rowOf({ question, headers, parts }: FactqaDraft): QuestionRow {
  const [answer = '', ...aliases] = answersOf(parts.get('a'));
  const given = (key: 'check' | 'source' | 'id' | 'cluster') => {
    const text = parts.get(key)?.text;
    return text === undefined ? {} : { [key]: text };
  };
  return {
    question: question.text,
    answer,
    domain: domainOf(headers.domain ?? ''),
    programming_language: headers.language ?? '',
    human_language:
      headers['human-language'] ?? (/\p{Script=Han}/u.test(question.text) ? 'chinese' : 'english'),
    ...(aliases.length === 0 ? {} : { aliases }),
    ...given('id'),
    ...given('cluster'),
    ...given('source'),
    ...given('check'),
    ...(headers.freshness === undefined
      ? {}
      : { freshness: headers.freshness === 'fresh' ? ('fresh' as const) : ('stable' as const) }),
    ...(headers['as-of'] === undefined ? {} : { asOf: headers['as-of'] }),
  };
}

/** The gold answer and its aliases: what stands between bars that have spaces around them; `\|` is a bar itself. */
function answersOf(entry: FactqaEntry | undefined): readonly string[] {
  return (entry?.text ?? '')
    .split(/(?<=^|\s)\|(?=\s|$)/)
    .map((answer) => answer.trim().replaceAll('\\|', '|'))
    .filter((answer) => answer !== '');
}

/** `Main / sub`; what stands behind a second slash stays with the sub domain. */
function domainOf(text: string): readonly string[] {
  const [main = '', ...sub] = text.split(/\s+\/\s+/);
  return sub.length === 0 ? [main] : [main, sub.join(' / ')];
}

/** Questions of one cluster state one fact: what proves it at one of them proves it for all. */
function withSharedParts(rows: readonly QuestionRow[]): readonly QuestionRow[] {
  const shared = new Map<string, { readonly check?: string; readonly source?: string }>();
  for (const { cluster, check, source } of rows) {
    if (cluster === undefined) continue;
    const given = { ...(check === undefined ? {} : { check }), ...(source === undefined ? {} : { source }) };
    shared.set(cluster, { ...given, ...shared.get(cluster) });
  }
  return rows.map((row) => (row.cluster === undefined ? row : { ...shared.get(row.cluster), ...row }));
}
