import * as z from 'zod';
import { rangeSchema } from '../core/source/index.ts';

/** A claim of an open document, by its fingerprint, or the false one at a place. */
export const claimPlaceSchema = z.union([
  z.object({ uri: z.string(), fingerprint: z.string() }).readonly(),
  z
    .object({
      uri: z.string(),
      position: z.object({ line: z.int().min(0), character: z.int().min(0) }).readonly(),
    })
    .readonly(),
]);

export type ClaimPlace = z.infer<typeof claimPlaceSchema>;

/**
 * Client to server: marks a false claim as accurate in its project's `.factprobe/accurate.jsonl`. Fails with a sentence
 * when the claim is none any more, when its file is in no open folder, and when the marks can't be written.
 */
export const markAccurateMethod = 'factprobe/markAccurate';

export interface MarkAccurateResult {
  /** The claim's own words. */
  readonly claim: string;
  /** URI of the file with the marks. */
  readonly file: string;
}

/**
 * Client to server: what changes in an open document when a false claim is corrected, or ignored by a mark in a comment.
 * Answers a list of edits; empty when there is no such change, or no such claim any more.
 */
export const claimEditsMethod = 'factprobe/claimEdits';

export const claimEditsParamsSchema = z
  .object({ uri: z.string(), fingerprint: z.string(), change: z.enum(['correct', 'ignore-claim']) })
  .readonly();

export type ClaimEditsParams = z.infer<typeof claimEditsParamsSchema>;

export const claimEditsSchema = z
  .array(z.object({ range: rangeSchema, newText: z.string() }).readonly())
  .readonly();

export type ClaimEdits = z.infer<typeof claimEditsSchema>;
