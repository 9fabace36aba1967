import type { Finding } from '../claims/index.ts';
import type { Message } from '../platform/index.ts';

/** The findings of one file; `file` as results name it: relative to the working directory, with `/`. */
export interface FileFindings {
  readonly file: string;
  /** Absolute, with `/`: evidence in the same file names this path. */
  readonly path: string;
  readonly findings: readonly Finding[];
}

/** A file or folder that was not checked. */
export interface SkippedFile {
  readonly file: string;
  readonly reason: Message;
}

/** All that a check of files came to; reports need nothing else but the lines that they quote. */
export interface CheckReport {
  /** How many files were checked. */
  readonly files: number;
  /** How many claims were decided, whatever the verdict. */
  readonly claims: number;
  /** How many declarations had a comment. */
  readonly documented: number;
  readonly findings: readonly FileFindings[];
  readonly skipped: readonly SkippedFile[];
  /** How many findings a baseline knows and took out; absent without one. */
  readonly known?: number;
}

/** What a report needs of the outside: sentences in the reader's language and names for paths. */
export interface ReportOptions {
  readonly render: (text: Message) => string;
  /** The name of an absolute path in results. */
  readonly nameOf: (path: string) => string;
}

/** How many of a report's findings are contradicted. */
export function contradictedCount({ findings }: Pick<CheckReport, 'findings'>): number {
  return findings.reduce(
    (count, file) => count + file.findings.filter(({ verdict }) => verdict === 'contradicted').length,
    0,
  );
}
