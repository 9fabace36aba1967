import type { Evidence } from '../evidence/index.ts';
import type { Message } from '../platform/index.ts';
import type { Range } from '../source/index.ts';
import type { ClaimKind, ProofKind, Severity, Verdict } from './check.ts';

/** A correction that was applied to a copy and checked again. */
export interface Fix {
  readonly title: Message;
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}

/** A decided claim with everything that a reader or a program needs of it. */
export interface Finding {
  /** Of the claim's own words. */
  readonly range: Range;
  /** The claim's own words. */
  readonly claim: string;
  readonly kind: ClaimKind;
  readonly verdict: Verdict;
  readonly severity: Severity;
  readonly proof: ProofKind;
  readonly confidence: number;
  readonly decidedBy: string;
  /** The same for the same claim about the same code wherever it stands in the file: 16 hex digits. */
  readonly fingerprint: string;
  readonly message: Message;
  readonly evidence: readonly Evidence[];
  readonly fix: Fix | null;
}
