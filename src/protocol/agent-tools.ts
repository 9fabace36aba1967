import * as z from 'zod';

/** The tools that agents are given, by the names that an editor and an MCP client know them by. */
export const agentToolNames = ['ask_api_fact', 'verify_claim', 'check_comments'] as const;
export type AgentToolName = (typeof agentToolNames)[number];

/** What `ask_api_fact` takes. */
export const askApiFactSchema = z.strictObject({
  question: z
    .string()
    .describe(
      'One question in English or Chinese about an API that is installed: a default, a type, parameters and their order, what is returned, whether something is deprecated. Name the package where the name alone may be ambiguous.',
    ),
  at: z
    .string()
    .exactOptional()
    .describe(
      'FILE:LINE or FILE:LINE:COLUMN in the workspace that it is asked from, counted from 1: imports there say which package a name belongs to.',
    ),
});

/** What `verify_claim` takes. */
export const verifyClaimSchema = z.strictObject({
  claim: z
    .string()
    .describe(
      'One sentence that states one fact about code: “attempts defaults to 3”, “returns a string”, “raises ValueError if count is negative”, “the default of timeout in requests.Session.request is 30”.',
    ),
  file: z
    .string()
    .exactOptional()
    .describe(
      'The file of the workspace whose code it is about. Without it the claim is about an installed library.',
    ),
  line: z
    .int()
    .min(1)
    .exactOptional()
    .describe('The line of the declaration or statement in that file, counted from 1.'),
});

/** What `check_comments` takes. */
export const checkCommentsSchema = z.strictObject({
  paths: z
    .array(z.string())
    .min(1)
    .max(1000)
    .exactOptional()
    .describe('Files and folders of the workspace; all of it without them.'),
  all: z
    .boolean()
    .exactOptional()
    .describe(
      'Whether supported and unverified claims are listed too; only contradicted ones are without it.',
    ),
  maximum: z
    .int()
    .min(1)
    .max(1000)
    .exactOptional()
    .describe('How many findings are listed at most; 100 without it. What is left out is counted.'),
});

const positionSchema = z.object({ line: z.int(), character: z.int() });

const agentEvidenceSchema = z.object({
  file: z.string().describe('Relative to the workspace where it lies inside of it, else absolute; with /.'),
  range: z.object({ start: positionSchema, end: positionSchema }).describe('Zero-based, UTF-16 columns.'),
  quote: z.string().describe("The file's text there, verbatim."),
  package: z.string().nullable(),
  version: z.string().nullable(),
});

/** One piece of evidence in a tool's result. */
export type AgentEvidence = z.infer<typeof agentEvidenceSchema>;

/** What `ask_api_fact` comes back with. */
export const askedFactSchema = z.object({
  version: z.literal(1),
  question: z.string(),
  answer: z.string().nullable().describe('null when declined; else its first sentence states the value.'),
  attempted: z.boolean(),
  confidence: z.number(),
  reason: z.string().nullable().describe('Why it was declined.'),
  decidedBy: z.string(),
  evidence: z.array(agentEvidenceSchema),
});

/** What `verify_claim` comes back with. */
export const verifiedClaimSchema = z.object({
  version: z.literal(1),
  claim: z.string(),
  verdict: z.enum(['supported', 'contradicted', 'unverified']),
  confidence: z.number(),
  reason: z.string(),
  decidedBy: z.string(),
  evidence: z.array(agentEvidenceSchema),
});

/** What `check_comments` comes back with. */
export const checkedCommentsSchema = z.object({
  version: z.literal(1),
  files: z.int(),
  claims: z.int(),
  findings: z.array(
    z.object({
      file: z.string(),
      range: z.object({ start: positionSchema, end: positionSchema }),
      claim: z.string(),
      kind: z.string(),
      verdict: z.enum(['supported', 'contradicted', 'unverified']),
      severity: z.string(),
      confidence: z.number(),
      decidedBy: z.string(),
      message: z.string(),
      evidence: z.array(agentEvidenceSchema),
      fix: z.string().nullable().describe('What would correct the comment, verified on a copy.'),
    }),
  ),
  omitted: z.int().describe('Findings that are left out of the list.'),
  skipped: z.array(z.object({ file: z.string(), reason: z.string() })),
});

/** Client to server: calls one of the tools on the open folders. */
export const agentToolMethod = 'factprobe/agentTool';

export const agentToolParamsSchema = z
  .object({
    tool: z.string(),
    /** What the agent gave, unchecked. */
    input: z.unknown(),
  })
  .readonly();

/** What a tool came to. */
export interface AgentToolResult {
  /** For a model to read. */
  readonly text: string;
  /** The same as data; `null` when the call failed, and `text` says why. */
  readonly data: Readonly<Record<string, unknown>> | null;
}

export const agentToolResultSchema = z
  .object({ text: z.string(), data: z.record(z.string(), z.unknown()).readonly().nullable() })
  .readonly();
