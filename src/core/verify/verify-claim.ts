import type { CheckTools } from '../claims/index.ts';
import type { Cancellation } from '../platform/index.ts';
import { isAskable, type Language } from '../source/index.ts';
import { readSource } from '../workspace/index.ts';
import { undecided, type VerifiedClaim } from './verified-claim.ts';
import { verifyInCode } from './verify-in-code.ts';
import { type LibraryClaimTools, verifyOfLibrary } from './verify-of-library.ts';

/** The source that a claim is about. */
export interface ClaimedText {
  readonly path: string;
  readonly language: Language;
  /** What an editor holds; else the file is read. */
  readonly text: string | null;
  /** Zero-based; `null` when the claim itself names the declaration. */
  readonly line: number | null;
}

export interface ClaimRequest {
  readonly claim: string;
  /** Absent for a claim about an installed library. */
  readonly source?: ClaimedText;
  /** Absolute folders to look from, the nearest first. */
  readonly from: readonly string[];
  readonly cancellation: Cancellation;
}

/**
 * Holds a sentence against the code that it is about, and where that doesn't decide, against the libraries that are
 * installed. Never throws for what is on the disk; throws a `CancelledError` when cancelled meanwhile.
 */
export async function verifyClaim(
  tools: CheckTools & LibraryClaimTools,
  { claim, source, from, cancellation }: ClaimRequest,
): Promise<VerifiedClaim> {
  if (source === undefined) return verifyOfLibrary(tools, { claim, from, cancellation });
  const { path, language, line } = source;
  const read =
    source.text === null ? await readSource(tools.files, tools.decode, path) : { text: source.text };
  if (read.text === undefined) return undecided(claim, read.skipped);
  const placed = line === null ? {} : { line };
  const { text } = read;
  const inCode = await verifyInCode(tools, { claim, text, path, language, cancellation, ...placed });
  if (inCode.verdict !== 'unverified' || !isAskable(language)) return inCode;
  const at = { path, language, text, position: { line: line ?? 0 } };
  const ofLibrary = await verifyOfLibrary(tools, { claim, from, cancellation, at });
  return ofLibrary.verdict === 'unverified' ? inCode : ofLibrary;
}
