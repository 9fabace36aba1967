import * as z from 'zod';

/**
 * Client to server: reads what the open folders see into the index, only what changed; with `add` a folder of documentation
 * is evidence from then on, too. Fails with a sentence when that is no folder. Cancelling stops it, and what was read stays.
 */
export const indexPackagesMethod = 'factprobe/index';

export const indexPackagesParamsSchema = z
  .object({
    /** Names it in its progress. */
    id: z.string(),
    /** A folder as a `file:` URI. */
    add: z.string().nullable(),
  })
  .readonly();

export type IndexPackagesParams = z.infer<typeof indexPackagesParamsSchema>;

/** What came of it, in a sentence or two in the reader's language. */
export interface IndexPackagesResult {
  readonly text: string;
}

/** Server to client: how far it is. */
export const indexProgressMethod = 'factprobe/index/progress';

export const indexProgressSchema = z
  .object({ id: z.string(), done: z.number(), total: z.number() })
  .readonly();

export type IndexProgress = z.infer<typeof indexProgressSchema>;
