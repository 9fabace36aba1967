import * as z from 'zod';
import { claimKinds } from '../core/claims/index.ts';
import { rangeSchema } from '../core/source/index.ts';

const quotedSchema = z.object({ uri: z.string(), range: rangeSchema, quote: z.string() }).readonly();

export const shownFindingSchema = z
  .object({
    range: rangeSchema,
    /** The claim's own words. */
    claim: z.string(),
    kind: z.enum(claimKinds),
    verdict: z.enum(['contradicted', 'supported', 'unverified']),
    severity: z.enum(['warning', 'information']),
    proof: z.string(),
    fingerprint: z.string(),
    /** In the reader's language. */
    message: z.string(),
    evidence: z.array(quotedSchema).readonly(),
    /** The correction's title, in the reader's language; `null` where there is none. */
    fix: z.string().nullable(),
  })
  .readonly();

/** A finding as it crosses a process, for lists of them. */
export type ShownFinding = z.infer<typeof shownFindingSchema>;

/**
 * Server to client: everything that is known of a file now, in the order of the text, whatever was known before; empty
 * when nothing is. Sent only to clients that ask for it.
 */
export const findingsMethod = 'factprobe/findings';

export const fileFindingsSchema = z
  .object({ uri: z.string(), findings: z.array(shownFindingSchema).readonly() })
  .readonly();

export type FileFindings = z.infer<typeof fileFindingsSchema>;
