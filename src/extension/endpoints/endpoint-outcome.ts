/** How a command on endpoints ended, for who runs it by its id; `undefined` stands for a command that was left. */
export type EndpointOutcome =
  | { readonly type: 'added' | 'selected'; readonly url: string; readonly model: string }
  | { readonly type: 'tested'; readonly url: string; readonly report: string }
  | { readonly type: 'forgotten'; readonly url: string }
  | FailedOutcome;

/** An expected failure, as the sentence that was shown. */
export interface FailedOutcome {
  readonly type: 'failed';
  readonly reason: string;
}
