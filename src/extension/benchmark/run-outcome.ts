/** What a command on runs hands back to whoever ran it. */
export type RunCommandOutcome =
  | {
      readonly type: 'ended';
      /** URI of the run file. */
      readonly file: string;
      readonly complete: boolean;
      readonly graded: number;
      readonly failed: number;
    }
  | { readonly type: 'cancelled'; readonly file: string }
  | { readonly type: 'failed'; readonly reason: string };
