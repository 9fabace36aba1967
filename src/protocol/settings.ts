import * as z from 'zod';
import { claimKinds } from '../core/claims/index.ts';

const kindSchema = z.enum(claimKinds);

/**
 * What the server is set to. Anything missing or malformed falls back to its default, so that a slip in the
 * settings never stops the server.
 */
export const settingsSchema = z.object({
  check: z
    .object({
      enabled: z.boolean().catch(true).default(true),
      /** Milliseconds from the last keystroke to the check. */
      delay: z.number().min(0).max(60_000).catch(400).default(400),
      kinds: z
        .array(kindSchema)
        .catch([...claimKinds])
        .default([...claimKinds]),
      maximumPerFile: z.number().int().min(1).catch(100).default(100),
    })
    .prefault({}),
});

export type Settings = z.infer<typeof settingsSchema>;

/** What the client tells at the start (`initializationOptions`). */
export const initializationSchema = z.object({
  /** The interface's language, as the editor names it. */
  locale: z.string().exactOptional(),
  /** Whether the client runs `factprobe.showEvidence` when a link in a hover asks for it. */
  commandLinks: z.boolean().catch(false).default(false),
  /** Whether the client wants to hear when a check begins and ends (`factprobe/checkState`). */
  checkStates: z.boolean().catch(false).default(false),
  settings: settingsSchema.prefault({}),
});

export type Initialization = z.infer<typeof initializationSchema>;
