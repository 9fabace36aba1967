import { TransferError, type TransferFailure } from '../core/platform/index.ts';

/** How much a request may take of us. */
export interface TransferLimits {
  /** From the request to the reply's last byte. */
  readonly seconds: number;
  /** Between two pieces of the reply, and before the first. */
  readonly silentSeconds: number;
  /** Of the reply's body, unpacked. */
  readonly bytes: number;
}

/**
 * `fetch` that follows no redirect and gives a transfer up when a limit is met: the promise, or the reading of the
 * body, then rejects with a `TransferError`. Everything else is `fetch`'s own.
 */
export function createGuardedFetch(limits: TransferLimits): typeof globalThis.fetch {
  return async (input, init) => {
    const guard = new TransferGuard(limits, init?.signal ?? undefined);
    try {
      const response = await fetch(input, { ...init, redirect: 'manual', signal: guard.signal });
      if (response.status >= 300 && response.status < 400 && response.status !== 304) {
        await response.body?.cancel();
        throw new TransferError({ reason: 'redirected', target: response.headers.get('location') ?? '' });
      }
      if (response.body === null) {
        guard.end();
        return response;
      }
      const { status, statusText, headers } = response;
      return new Response(guard.watch(response.body), { status, statusText, headers });
    } catch (error) {
      guard.end();
      throw guard.failure ?? error;
    }
  };
}

/** The clocks and the count of one transfer. */
class TransferGuard {
  readonly #limits: TransferLimits;
  readonly #abort = new AbortController();
  readonly #outer: AbortSignal | undefined;
  readonly #total: NodeJS.Timeout;
  #silence: NodeJS.Timeout;
  #failure: TransferError | undefined;

  constructor(limits: TransferLimits, outer: AbortSignal | undefined) {
    this.#limits = limits;
    this.#outer = outer;
    this.#total = setTimeout(
      () => this.#fail({ reason: 'timeout', seconds: limits.seconds }),
      limits.seconds * 1000,
    );
    this.#silence = this.#listen();
    if (outer?.aborted === true) this.#cancel();
    outer?.addEventListener('abort', this.#cancel, { once: true });
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** What was given up, once it was. */
  get failure(): TransferError | undefined {
    return this.#failure;
  }

  /** The body, counted and timed; its end stops the clocks. */
  watch(body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
    const reader = body.getReader();
    let bytes = 0;
    return new ReadableStream({
      pull: async (controller) => {
        try {
          const { done, value } = await reader.read();
          clearTimeout(this.#silence);
          if (done) {
            this.end();
            controller.close();
            return;
          }
          this.#silence = this.#listen();
          bytes += value.byteLength;
          if (bytes > this.#limits.bytes) this.#fail({ reason: 'too-large', bytes: this.#limits.bytes });
          if (this.#failure !== undefined) throw this.#failure;
          controller.enqueue(value);
        } catch (error) {
          this.end();
          controller.error(this.#failure ?? error);
        }
      },
      cancel: async (reason) => {
        this.end();
        await reader.cancel(reason);
      },
    });
  }

  /** Stops the clocks; what is under way goes on. */
  end(): void {
    clearTimeout(this.#total);
    clearTimeout(this.#silence);
    this.#outer?.removeEventListener('abort', this.#cancel);
  }

  readonly #cancel = (): void => {
    this.end();
    this.#abort.abort(this.#outer?.reason);
  };

  #listen(): NodeJS.Timeout {
    const seconds = this.#limits.silentSeconds;
    return setTimeout(() => this.#fail({ reason: 'silent', seconds }), seconds * 1000);
  }

  #fail(failure: TransferFailure): void {
    if (this.#failure !== undefined) return;
    this.#failure = new TransferError(failure);
    this.end();
    this.#abort.abort(this.#failure);
  }
}
