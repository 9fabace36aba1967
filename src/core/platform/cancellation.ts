/** Something that can be asked whether the work should stop. An `AbortSignal` is one; so is a shared flag. */
export interface Cancellation {
  readonly aborted: boolean;
}

/** A cancellation that tells when it happens; an `AbortSignal` is one. */
export interface CancellationSignal extends Cancellation {
  addEventListener(type: 'abort', listener: () => void, options?: { readonly once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** For work that nobody can cancel. */
export const neverCancelled: Cancellation = { aborted: false };

/** Thrown when work stops because it was cancelled; never shown to the user. */
export class CancelledError extends Error {
  override readonly name = 'CancelledError';
}

/** Throws a `CancelledError` when the cancellation was requested; else does nothing. */
export function throwIfCancelled(cancellation: Cancellation): void {
  if (cancellation.aborted) throw new CancelledError('cancelled');
}
