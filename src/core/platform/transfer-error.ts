/** Why a request was given up between us and the server, before anybody could read a whole reply. */
export type TransferFailure =
  | { readonly reason: 'redirected'; readonly target: string }
  | { readonly reason: 'silent'; readonly seconds: number }
  | { readonly reason: 'timeout'; readonly seconds: number }
  | { readonly reason: 'too-large'; readonly bytes: number };

/** Thrown by a guarded `fetch`, and by the body that it returned, when one of its limits is met. */
export class TransferError extends Error {
  override readonly name = 'TransferError';
  readonly failure: TransferFailure;

  constructor(failure: TransferFailure) {
    super(`the transfer was given up: ${failure.reason}`);
    this.failure = failure;
  }
}
