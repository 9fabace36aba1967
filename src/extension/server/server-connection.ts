import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { createRestartLimit, type RestartLimit } from './restart-limit.ts';
import type { ServerOptions } from './server-options.ts';
import { ServerUnavailable } from './server-unavailable.ts';

/**
 * The language server of this window. It starts on the first `connect` or `request`, comes back by itself after a
 * crash, and after a failure with the next request.
 */
export class ServerConnection implements vscode.Disposable {
  readonly #options: ServerOptions;
  #client: Promise<LanguageClient> | undefined;
  #isDisposed = false;

  constructor(options: ServerOptions) {
    this.#options = options;
  }

  /** Resolves when the server can be asked. Rejects with `ServerUnavailable` after telling the user. */
  async connect(): Promise<void> {
    await this.#connected();
  }

  /** Sends a request; rejects with `vscode.CancellationError` when the token is cancelled. */
  async request<Result>(
    method: string,
    parameters: unknown,
    token?: vscode.CancellationToken,
  ): Promise<Result> {
    const client = await this.#connected();
    try {
      // A token that is handed over as nothing would go to the server as a second parameter.
      return await (token === undefined
        ? client.sendRequest<Result>(method, parameters)
        : client.sendRequest<Result>(method, parameters, token));
    } catch (error) {
      if (token?.isCancellationRequested === true) throw new vscode.CancellationError();
      throw error;
    }
  }

  dispose(): Promise<void> {
    this.#isDisposed = true;
    return this.#drop();
  }

  #connected(): Promise<LanguageClient> {
    this.#client ??= this.#start();
    return this.#client;
  }

  async #start(): Promise<LanguageClient> {
    const { onStart } = this.#options;
    try {
      // Loaded with the server: the client's code would slow down every activation.
      const { createLanguageClient } = await import('./language-client.ts');
      const restarts = createRestartLimit();
      const client = createLanguageClient(this.#options, () => this.#shouldRestart(restarts));
      await client.start();
      onStart();
      return client;
    } catch (error) {
      this.#fail(error);
      throw new ServerUnavailable(error);
    }
  }

  async #shouldRestart(restarts: RestartLimit): Promise<boolean> {
    const didStart = await this.#client?.then(
      () => true,
      () => false,
    );
    if (this.#isDisposed || didStart !== true) return false;
    if (restarts.allows(Date.now())) return true;
    this.#fail(new Error('it stopped again and again'));
    return false;
  }

  #fail(error: unknown): void {
    if (this.#isDisposed) return;
    void this.#drop();
    this.#options.onFailure(error);
  }

  async #drop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    await client?.then(
      (running) => running.dispose(),
      () => undefined,
    );
  }
}
