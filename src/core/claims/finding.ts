import * as z from 'zod';
import { evidenceSchema } from '../evidence/index.ts';
import { messageSchema } from '../platform/index.ts';
import { rangeSchema } from '../source/index.ts';
import { claimKinds, proofKinds, severities, verdicts } from './check.ts';

const fixSchema = z
  .object({
    title: messageSchema,
    edits: z.array(z.object({ range: rangeSchema, newText: z.string() }).readonly()).readonly(),
  })
  .readonly();

const findingSchema = z
  .object({
    /** Of the claim's own words. */
    range: rangeSchema,
    /** The claim's own words, verbatim: a claim over two lines has what stands between them. */
    claim: z.string(),
    kind: z.enum(claimKinds),
    verdict: z.enum(verdicts),
    severity: z.enum(severities),
    proof: z.enum(proofKinds),
    /** In [0, 1]. */
    confidence: z.number(),
    /** The id of the rule. */
    decidedBy: z.string(),
    /** The same for the same claim about the same code wherever it stands in the file: 16 hex digits. */
    fingerprint: z.string(),
    message: messageSchema,
    evidence: z.array(evidenceSchema).readonly(),
    fix: fixSchema.nullable(),
  })
  .readonly();

/** Findings as they come back from the cache. */
export const findingsSchema = z.array(findingSchema).readonly();

/** A decided claim with everything that a reader or a program needs of it. */
export type Finding = z.infer<typeof findingSchema>;

/** A correction that was applied to a copy and checked again. */
export type Fix = z.infer<typeof fixSchema>;

/** A declaration with a comment: where its name and its comment stand. */
export const documentedSymbolSchema = z
  .object({ name: z.string(), nameRange: rangeSchema, commentRange: rangeSchema })
  .readonly();

export type DocumentedSymbol = z.infer<typeof documentedSymbolSchema>;
