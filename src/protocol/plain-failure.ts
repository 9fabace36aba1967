import * as z from 'zod';

/** The protocol's own code for a request that failed for a reason the user can do something about. */
export const plainFailureCode = -32803;

/** A failure whose message is one sentence in the reader's language that names the remedy. */
export const plainFailureSchema = z.object({ code: z.literal(plainFailureCode), message: z.string() });
