import type { Evidence } from '../core/evidence/index.ts';
import type { Position } from '../core/source/index.ts';

/** A place in a document; the server reads the open text when the document is open. */
export interface DocumentPlace {
  readonly uri: string;
  readonly position: Position;
}

/** Client to server, method `factprobe/ask`: an API question, with the cursor's place where there is one. */
export interface AskParams {
  readonly question: string;
  readonly at: DocumentPlace | null;
}

/** Evidence as it crosses a process: `uri` opens in the editor, `range` is zero-based. */
export interface WireEvidence extends Omit<Evidence, 'path'> {
  readonly uri: string;
}

/** The answer, in the reader's language. */
export interface AskResult {
  readonly question: string;
  /** `null` when declined; else the first sentence states the value. */
  readonly answer: string | null;
  /** The answer for the end of a line, the value first; `null` when declined. */
  readonly short: string | null;
  readonly attempted: boolean;
  /** In [0, 1]. */
  readonly confidence: number;
  /** Why the question was declined; `null` when it was answered. */
  readonly reason: string | null;
  /** The id of the rule that decided. */
  readonly decidedBy: string;
  readonly evidence: readonly WireEvidence[];
  readonly milliseconds: number;
}

/** Client to server, method `factprobe/questionsAt`: what can be asked about the symbol at a place. */
export type QuestionsAtParams = DocumentPlace;

export interface QuestionsAtResult {
  /** As written under the cursor, qualified by its import; `null` when there is no symbol of an installed package. */
  readonly symbol: string | null;
  /** Ready questions in the reader's language, each answerable from the evidence. */
  readonly questions: readonly string[];
  /** Why there is no symbol; `null` when there is one. */
  readonly reason: string | null;
}

export const askMethod = 'factprobe/ask';
export const questionsAtMethod = 'factprobe/questionsAt';
/** Client to server, no parameters: forgets every cached verdict and fact; the answer is `null`. */
export const clearCacheMethod = 'factprobe/clearCache';
/** Client to server, `{ uri }`: checks a document at once. */
export const checkDocumentMethod = 'factprobe/checkDocument';

/** What came of a check that was asked for. */
export interface CheckDocumentResult {
  /** False claims that are shown. */
  readonly contradicted: number;
  /** Claims found in all. */
  readonly claims: number;
  /** Why nothing was checked, in the reader's language; `null` when it was. */
  readonly skipped: string | null;
}
