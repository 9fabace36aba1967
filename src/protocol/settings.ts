import * as z from 'zod';
import { claimKinds } from '../core/claims/index.ts';
import { type Message, message } from '../core/platform/index.ts';
import { checkScopeSchema } from './check-scope.ts';

const kindSchema = z.enum(claimKinds);

const proofSchema = z.enum(['syntax', 'types', 'names', 'versions', 'run', 'model']);
const severitySchema = z.enum(['warning', 'information']);

/** What each setting may be. */
const checkValues = {
  enabled: z.boolean(),
  /** Milliseconds from the last keystroke to the check. */
  delay: z.number().min(0).max(60_000),
  kinds: z.array(kindSchema),
  /** How much a contradiction of a kind counts at most; `off` shows none. */
  severities: z.partialRecord(kindSchema, z.enum([...severitySchema.options, 'off'])),
  proofKinds: z.array(proofSchema),
  /** Patterns as in `.gitignore`, relative to the folder. */
  excludes: z.array(z.string()),
  /** Languages that are switched on or off, by the editor's ids; the others are on. */
  languages: z.record(z.string(), z.boolean()),
  scope: checkScopeSchema,
  /** A commit, branch or tag. */
  changedAgainst: z.string().min(1),
  maximumPerFile: z.number().int().min(1),
};

const checkSchema = z.object({
  enabled: checkValues.enabled.catch(true).default(true),
  delay: checkValues.delay.catch(400).default(400),
  kinds: checkValues.kinds.catch([...claimKinds]).default([...claimKinds]),
  severities: checkValues.severities.catch({}).default({}),
  proofKinds: checkValues.proofKinds.catch([...proofSchema.options]).default([...proofSchema.options]),
  excludes: checkValues.excludes.catch([]).default([]),
  languages: checkValues.languages.catch({}).default({}),
  scope: checkValues.scope.catch('openFiles').default('openFiles'),
  changedAgainst: checkValues.changedAgainst.catch('HEAD').default('HEAD'),
  maximumPerFile: checkValues.maximumPerFile.catch(100).default(100),
});

/** A setting that can't be what it is set to. */
export interface SettingProblem {
  readonly setting: keyof typeof checkValues;
  /** What it is set to. */
  readonly value: unknown;
}

const settingNames = [
  ...(['enabled', 'delay', 'kinds', 'severities', 'proofKinds', 'excludes', 'languages'] as const),
  ...(['scope', 'changedAgainst', 'maximumPerFile'] as const),
];

/** The settings of `factprobe.check` that are malformed, in their fixed order; the default of each holds meanwhile. */
export function settingProblems(check: unknown): readonly SettingProblem[] {
  const given = z.record(z.string(), z.unknown()).safeParse(check).data ?? {};
  return settingNames.flatMap((setting) => {
    const value = given[setting];
    const isWell = value === undefined || checkValues[setting].safeParse(value).success;
    return isWell ? [] : [{ setting, value }];
  });
}

/** One sentence on a malformed setting: what it is, what it may be, and that its default holds. */
export function settingProblemMessages({ setting, value }: SettingProblem): {
  readonly expected: Message;
  readonly sentence: (expected: string) => Message;
} {
  const shown = JSON.stringify(value).slice(0, 60);
  return {
    expected: message(`setting.expected.${setting}`, { kinds: claimKinds.join(', ') }),
    sentence: (expected) =>
      message('setting.malformed', { setting: `factprobe.check.${setting}`, value: shown, expected }),
  };
}

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
  /** Whether the client itself tells of malformed settings. */
  tellsSettings: z.boolean().catch(false).default(false),
  /** Whether the client asks models for the server (`factprobe/model/complete`). */
  models: z.boolean().catch(false).default(false),
  /** Whether the client tells what the editor's own language support knows (`factprobe/editorKnowledge`). */
  knowledge: z.boolean().catch(false).default(false),
  settings: settingsSchema.prefault({}),
});

/** What the client tells at the start (`initializationOptions`); what is malformed counts as not told. */
export const initializationSchema = handshakeSchema.catch(() => handshakeSchema.parse({}));

export type Initialization = z.infer<typeof initializationSchema>;
