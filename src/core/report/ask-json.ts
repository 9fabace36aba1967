import type { Answer } from '../ask/index.ts';
import { withNotes } from './answer-notes.ts';
import type { ReportOptions } from './check-report.ts';

/** How an answer is written as JSON. */
export interface AskJsonOptions extends ReportOptions {
  /** The id that the question came with. */
  readonly id?: string | number;
  /** Spaces a level; on one line without it. */
  readonly indentation?: number;
}

/** The JSON of one answer of `factprobe ask`, version 1, without a line feed at its end. */
export function askJson(answer: Answer, { render, nameOf, id, indentation }: AskJsonOptions): string {
  const whole = {
    version: 1,
    ...(id === undefined ? {} : { id }),
    question: answer.question,
    answer: answer.answer === null ? null : withNotes(answer.answer, answer.notes, render),
    attempted: answer.attempted,
    confidence: answer.confidence,
    reason: answer.reason === null ? null : withNotes(answer.reason, answer.notes, render),
    decidedBy: answer.decidedBy,
    evidence: answer.evidence.map((one) => ({
      file: nameOf(one.path),
      range: one.range,
      quote: one.quote,
      package: one.package ?? null,
      version: one.version ?? null,
    })),
    basis: answer.basis,
    milliseconds: answer.milliseconds,
  };
  return JSON.stringify(whole, null, indentation);
}
