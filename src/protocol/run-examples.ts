import * as z from 'zod';

/**
 * Client to server: checks a saved document with the examples of its comments run. The client asks only where the user
 * wants that and trusts the workspace.
 */
export const runExamplesMethod = 'factprobe/runExamples';

export const runExamplesParamsSchema = z.object({ uri: z.string() });

/** What came of the values that examples state; all zero where there are none, or the text changed meanwhile. */
export interface RunExamplesResult {
  readonly contradicted: number;
  readonly claims: number;
  /** Those that could not be decided. */
  readonly undecided: number;
}
