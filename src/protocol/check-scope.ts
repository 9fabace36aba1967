import * as z from 'zod';

/**
 * What is checked: every source of the open folders, the open documents, what stands on lines that differ from a commit,
 * or on lines that seem generated.
 */
export const checkScopes = ['workspace', 'openFiles', 'changed', 'generated'] as const;

export const checkScopeSchema = z.enum(checkScopes);

export type CheckScopeName = z.infer<typeof checkScopeSchema>;

/**
 * Client to server: checks as much as a scope holds. Cancelling stops it, what was found stays, and the result says how
 * far it came. Fails with a sentence when no folder is open, or Git can't tell which lines changed.
 */
export const checkWorkspaceMethod = 'factprobe/checkWorkspace';

export const checkWorkspaceParamsSchema = z
  .object({
    /** Names the check in its progress. */
    id: z.string(),
    scope: checkScopeSchema,
    /** The commit, branch or tag that lines are compared with. */
    changedAgainst: z.string(),
    /** Whether supported and unverified claims of files that aren't open are sent, too. */
    everything: z.boolean(),
  })
  .readonly();

export type CheckWorkspaceParams = z.infer<typeof checkWorkspaceParamsSchema>;

/** What is checked, without who asks. */
export type CheckScope = Pick<CheckWorkspaceParams, 'scope' | 'changedAgainst'>;

/** What came of it. */
export interface CheckWorkspaceResult {
  readonly isCancelled: boolean;
  /** Files that were checked, of all that there are to check. */
  readonly done: number;
  readonly total: number;
  readonly claims: number;
  readonly contradicted: number;
  /** Files that could not be checked. */
  readonly skipped: number;
}

/** Server to client: how far a check is, at most some times a second. */
export const checkWorkspaceProgressMethod = 'factprobe/checkWorkspace/progress';

export const checkWorkspaceProgressSchema = z
  .object({ id: z.string(), done: z.number(), total: z.number() })
  .readonly();

export type CheckWorkspaceProgress = z.infer<typeof checkWorkspaceProgressSchema>;
