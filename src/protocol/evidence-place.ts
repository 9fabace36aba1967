import * as z from 'zod';
import { rangeSchema } from '../core/source/index.ts';

/**
 * Where a quoted passage stands, as links in hovers and the answer view hand it to the editor. Only files and
 * unsaved texts can be named: a link never opens anything else.
 */
export const evidencePlaceSchema = z
  .object({
    uri: z.string().regex(/^(file|untitled):/),
    range: rangeSchema,
  })
  .readonly();

export type EvidencePlace = z.infer<typeof evidencePlaceSchema>;
