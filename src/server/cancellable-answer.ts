import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { CancelledError } from '../core/platform/index.ts';
import type { Renderer } from '../node/catalogue.ts';
import { withPlainFailure } from './plain-failure.ts';

/**
 * Does what a request asks for, with a signal for its token. A cancelled one is answered as such, an expected failure by
 * its sentence, any other with its stack.
 */
export async function cancellableAnswer<T>(
  token: CancellationToken,
  render: Renderer,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | ResponseError<void>> {
  const abort = new AbortController();
  const listening = token.onCancellationRequested(() => abort.abort());
  // A token that was cancelled before the request was handled never says so.
  if (token.isCancellationRequested) abort.abort();
  try {
    return await withPlainFailure(render, () => work(abort.signal));
  } catch (error) {
    if (error instanceof CancelledError)
      return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    throw error;
  } finally {
    listening.dispose();
  }
}
