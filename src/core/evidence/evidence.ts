import * as z from 'zod';
import { rangeSchema } from '../source/index.ts';

/** Evidence that comes out of a cache or another process. */
export const evidenceSchema = z
  .object({
    /** Absolute path with `/`. */
    path: z.string(),
    range: rangeSchema,
    /** The file's text of that range, verbatim. */
    quote: z.string(),
    /** The installed package that the file belongs to; absent for the workspace's own files. */
    package: z.string().exactOptional(),
    /** Its installed version; absent when the installation doesn't tell. */
    version: z.string().exactOptional(),
  })
  .readonly();

/** A quoted passage and its place. */
export type Evidence = z.infer<typeof evidenceSchema>;
