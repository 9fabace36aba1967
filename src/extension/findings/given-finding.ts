import * as z from 'zod';
import { shownFindingSchema } from '../../protocol/findings.ts';
import type { LocatedFinding } from './finding-groups.ts';

const givenSchema = z.object({ uri: z.string(), finding: shownFindingSchema });

/** The finding that a command was given by the tree; `undefined` for anything else. */
export function givenFinding(given: unknown): LocatedFinding | undefined {
  return givenSchema.safeParse(given).data;
}
