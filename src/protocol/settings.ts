import * as z from 'zod';
import { claimKinds } from '../core/claims/index.ts';

const kindSchema = z.enum(claimKinds);

const checkSchema = z.object({
  enabled: z.boolean().catch(true).default(true),
  /** Milliseconds from the last keystroke to the check. */
  delay: z.number().min(0).max(60_000).catch(400).default(400),
  kinds: z
    .array(kindSchema)
    .catch([...claimKinds])
    .default([...claimKinds]),
  maximumPerFile: z.number().int().min(1).catch(100).default(100),
});

const wellFormedSchema = z.object({ check: checkSchema.catch(() => checkSchema.parse({})).prefault({}) });

/**
 * What the server is set to. Anything missing or malformed falls back to its default, so that a slip in the
 * settings never stops the server.
 */
export const settingsSchema = wellFormedSchema.catch(() => wellFormedSchema.parse({}));

export type Settings = z.infer<typeof settingsSchema>;

const handshakeSchema = z.object({
  /** The interface's language, as the editor names it; the protocol's own `locale` without it. */
  locale: z.string().optional().catch(undefined),
  /** Whether the client runs `factprobe.showEvidence` when a link in a hover asks for it. */
  commandLinks: z.boolean().catch(false).default(false),
  /** Whether the client wants to hear when a check begins and ends (`factprobe/checkState`). */
  checkStates: z.boolean().catch(false).default(false),
  /** Whether the client asks models for the server (`factprobe/model/complete`). */
  models: z.boolean().catch(false).default(false),
  settings: settingsSchema.prefault({}),
});

/** What the client tells at the start (`initializationOptions`); what is malformed counts as not told. */
export const initializationSchema = handshakeSchema.catch(() => handshakeSchema.parse({}));

export type Initialization = z.infer<typeof initializationSchema>;
