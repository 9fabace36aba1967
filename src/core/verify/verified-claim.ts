import type { Verdict } from '../claims/index.ts';
import type { Evidence } from '../evidence/index.ts';
import { type Message, message } from '../platform/index.ts';

/** What came of a sentence that somebody asserts. */
export interface VerifiedClaim {
  readonly claim: string;
  readonly verdict: Verdict;
  /** In [0, 1]; 0 when unverified. */
  readonly confidence: number;
  /** Why the verdict is what it is, or why there is none, with the remedy. */
  readonly reason: Message;
  /** The id of the rule that decided, or of the reason why none did. */
  readonly decidedBy: string;
  /** The places that prove it; what was looked at, or nothing, when unverified. */
  readonly evidence: readonly Evidence[];
}

/** A claim that nothing decided, for the reason that a message states. */
export function undecided(claim: string, reason: Message, evidence: readonly Evidence[] = []): VerifiedClaim {
  return { claim, verdict: 'unverified', confidence: 0, reason, decidedBy: reason.id, evidence };
}

/** Claims above this many characters are not read. */
export const maximumClaimLength = 1000;

/** Why a sentence can't be a claim at all, or `undefined`. */
export function unreadableClaim(claim: string): VerifiedClaim | undefined {
  if (claim.trim() === '') return undecided(claim, message('verify.empty'));
  if (claim.length <= maximumClaimLength) return undefined;
  return undecided(claim.slice(0, 200), message('verify.too-long', { limit: maximumClaimLength }));
}
