import * as z from 'zod';
import { claimKinds } from '../core/claims/index.ts';
import { checkScopeSchema } from './check-scope.ts';

const kindSchema = z.enum(claimKinds);

const proofSchema = z.enum(['syntax', 'types', 'names', 'versions', 'run', 'model']);
const severitySchema = z.enum(['warning', 'information']);

const checkSchema = z.object({
  enabled: z.boolean().catch(true).default(true),
  /** Milliseconds from the last keystroke to the check. */
  delay: z.number().min(0).max(60_000).catch(400).default(400),
  kinds: z
    .array(kindSchema)
    .catch([...claimKinds])
    .default([...claimKinds]),
  /** How much a contradiction of a kind counts at most; `off` shows none. */
  severities: z
    .partialRecord(kindSchema, z.enum([...severitySchema.options, 'off']))
    .catch({})
    .default({}),
  proofKinds: z
    .array(proofSchema)
    .catch([...proofSchema.options])
    .default([...proofSchema.options]),
  /** Patterns as in `.gitignore`, relative to the folder. */
  excludes: z.array(z.string()).catch([]).default([]),
  /** Languages that are switched on or off, by the editor's ids; the others are on. */
  languages: z.record(z.string(), z.boolean()).catch({}).default({}),
  scope: checkScopeSchema.catch('openFiles').default('openFiles'),
  /** A commit, branch or tag. */
  changedAgainst: z.string().min(1).catch('HEAD').default('HEAD'),
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
  /** Whether the client lists findings (`factprobe/findings`). */
  findings: z.boolean().catch(false).default(false),
  /** Whether the client asks models for the server (`factprobe/model/complete`). */
  models: z.boolean().catch(false).default(false),
  /** Whether the client tells what the editor's own language support knows (`factprobe/editorKnowledge`). */
  knowledge: z.boolean().catch(false).default(false),
  settings: settingsSchema.prefault({}),
});

/** What the client tells at the start (`initializationOptions`); what is malformed counts as not told. */
export const initializationSchema = handshakeSchema.catch(() => handshakeSchema.parse({}));

export type Initialization = z.infer<typeof initializationSchema>;
