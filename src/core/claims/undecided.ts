import type { Message } from '../platform/index.ts';
import type { Quote } from '../source/index.ts';
import type { ClaimKind, Decision, ProofKind } from './check.ts';

/** A claim that a rule found. */
export interface FoundClaim {
  readonly kind: ClaimKind;
  readonly claim: Quote;
  readonly proof: ProofKind;
  readonly decidedBy: string;
  /** What is said while nothing proves it either way. */
  readonly message: Message;
}

/** The decision on a claim as long as nothing proves it either way; a check overwrites what it knows better. */
export function undecided(found: FoundClaim): Decision {
  return { ...found, verdict: 'unverified', severity: 'information', confidence: 0, evidence: [] };
}
