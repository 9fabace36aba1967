import * as z from 'zod';

const claimed = { type: z.literal('claim'), example: z.number(), claim: z.number() };

const claimSchema = z.discriminatedUnion('outcome', [
  z.object({
    ...claimed,
    outcome: z.enum(['same', 'doubtful', 'unstable', 'unread', 'skipped', 'blocked']),
  }),
  z.object({ ...claimed, outcome: z.literal('failed'), error: z.string() }),
  /** Another value came back; `isShort` where it reads back as the same. */
  z.object({ ...claimed, outcome: z.literal('different'), actual: z.string(), isShort: z.boolean() }),
  /** Another exception than the documented one. */
  z.object({ ...claimed, outcome: z.literal('raised'), actual: z.string() }),
]);

const toldSchema = z.union([
  claimSchema,
  z.object({ type: z.literal('begin'), example: z.number() }),
  z.object({ type: z.literal('end'), example: z.number() }),
  z.object({ type: z.literal('line'), example: z.number(), claim: z.number() }),
  z.object({ type: z.literal('broken'), example: z.number(), error: z.string() }),
  z.object({ type: z.literal('import-failed'), error: z.string() }),
]);

/** What a runner tells of its examples. */
export type Told = z.infer<typeof toldSchema>;

/** What came of one claim of an example, as its runner tells it. */
export type ClaimOutcome = z.infer<typeof claimSchema>;

/** What a runner told, in its order; a line that is cut, or anything else that an example wrote there, is left out. */
export function readTold(results: string): readonly Told[] {
  return results.split('\n').flatMap((line) => {
    try {
      const { data } = toldSchema.safeParse(JSON.parse(line));
      return data === undefined ? [] : [data];
    } catch {
      // The last line of a program that was ended is cut.
      return [];
    }
  });
}
