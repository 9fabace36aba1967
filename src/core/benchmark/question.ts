import * as z from 'zod';
import type { Sha256 } from '../platform/index.ts';

/** The five fields of the public benchmark; sets may leave `domain` to one entry. */
const publicFields = {
  question: z.string().refine((text) => text.trim() !== ''),
  answer: z.string().refine((text) => text.trim() !== ''),
  domain: z.array(z.string()).min(1).max(2).readonly(),
  programming_language: z.string().min(1),
  human_language: z.string().min(1),
};

/** A row of a question set as it stands in a file. */
export const questionRowSchema = z
  .object({
    ...publicFields,
    id: z.string().min(1).exactOptional(),
    cluster: z.string().min(1).exactOptional(),
    /** Other answers that are as right as the gold one. */
    aliases: z.array(z.string().min(1)).readonly().exactOptional(),
    /** Where the fact can be looked up. */
    source: z.string().exactOptional(),
    /** A command that shows the fact, and what it prints: `python -c "…" => 0`. */
    check: z.string().exactOptional(),
    freshness: z.enum(['stable', 'fresh']).exactOptional(),
    /** A date for a fact that may change. */
    asOf: z.string().exactOptional(),
  })
  .readonly();

export type QuestionRow = z.infer<typeof questionRowSchema>;

/** A question with an id and a cluster: what is asked, graded and counted. */
export interface Question extends QuestionRow {
  readonly id: string;
  /** What counts as one question in statistics: the same question asked twice, or in two languages. */
  readonly cluster: string;
}

/** Whether the question is to be asked and judged in Chinese. */
export function isChinese({ human_language: language }: Pick<QuestionRow, 'human_language'>): boolean {
  return /^(?:chinese|zh)/i.test(language);
}

/**
 * Gives rows their ids and clusters. An id is the first 12 hex digits of the SHA-256 over the five public fields as
 * canonical JSON, then `-2`, `-3` for further identical rows, unless the set gives one; a cluster is the normalised
 * question unless the set gives one. An id that the set gives twice is numbered in the same way.
 */
export function identifyQuestions(rows: readonly QuestionRow[], sha256: Sha256): readonly Question[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const base = row.id ?? sha256(canonicalFields(row)).slice(0, 12);
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    const cluster = row.cluster ?? sha256(normalisedQuestion(row.question)).slice(0, 12);
    return { ...row, id: count === 1 ? base : `${base}-${count}`, cluster };
  });
}

/** The five public fields as JSON with sorted keys and no white space. */
function canonicalFields({
  answer,
  domain,
  human_language,
  programming_language,
  question,
}: QuestionRow): string {
  return JSON.stringify({ answer, domain, human_language, programming_language, question });
}

function normalisedQuestion(question: string): string {
  return question
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{Z}\s]+/gu, ' ')
    .trim();
}
