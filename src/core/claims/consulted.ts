import * as z from 'zod';
import { evidenceSchema } from '../evidence/index.ts';
import type { NamesAround, NearName } from './names-around.ts';

const nearSchema = z.array(z.object({ name: z.string(), place: evidenceSchema }).readonly()).readonly();

/** What was asked about the sources around a file, with the answers, so that a kept verdict is used only while they hold. */
export const consultedSchema = z
  .array(
    z.discriminatedUnion('asked', [
      z.object({ asked: z.literal('has'), name: z.string(), answer: z.boolean() }).readonly(),
      z.object({ asked: z.literal('near'), name: z.string(), answer: nearSchema }).readonly(),
    ]),
  )
  .readonly();

type Consulted = z.infer<typeof consultedSchema>;

/** The same names, and what was asked of them so far. */
export function recordConsulted(around: NamesAround): {
  readonly around: NamesAround;
  readonly consulted: () => Consulted;
} {
  const has = new Map<string, boolean>();
  const near = new Map<string, readonly NearName[]>();
  return {
    around: {
      async has(name) {
        const answer = has.get(name) ?? (await around.has(name));
        has.set(name, answer);
        return answer;
      },
      async near(name) {
        const answer = near.get(name) ?? (await around.near(name));
        near.set(name, answer);
        return answer;
      },
    },
    consulted: () => [
      ...[...has].map(([name, answer]) => ({ asked: 'has', name, answer }) as const),
      ...[...near].map(([name, answer]) => ({ asked: 'near', name, answer }) as const),
    ],
  };
}

/** Whether every answer is the same now; nothing was asked where there are no sources around. */
export async function stillHolds(consulted: Consulted, around: NamesAround | undefined): Promise<boolean> {
  if (around === undefined) return consulted.length === 0;
  for (const one of consulted) {
    const now = one.asked === 'has' ? await around.has(one.name) : await around.near(one.name);
    if (JSON.stringify(now) !== JSON.stringify(one.answer)) return false;
  }
  return true;
}
