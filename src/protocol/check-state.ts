import * as z from 'zod';

/** Server to client: a document is being checked, or its check has ended. Sent only to clients that ask for it. */
export const checkStateMethod = 'factprobe/checkState';

export const checkStateSchema = z
  .object({
    uri: z.string(),
    isChecking: z.boolean(),
    /** Why the document can't be checked, in the reader's language; `null` when it can. */
    skipped: z.string().nullable(),
  })
  .readonly();

export type CheckState = z.infer<typeof checkStateSchema>;
