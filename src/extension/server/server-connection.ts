import * as vscode from 'vscode';
import {
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  type LanguageClientOptions,
  TransportKind,
} from 'vscode-languageclient/node';
import { documentSelector } from '../languages.ts';
import { localeName } from '../localisation.ts';
import { section, serverSettings } from '../settings.ts';
import { QuietClient } from './quiet-client.ts';
import { createRestartLimit } from './restart-limit.ts';
import { ServerUnavailable } from './server-unavailable.ts';

export interface ServerOptions {
  /** The server's bundle. */
  readonly module: string;
  readonly log: vscode.LogOutputChannel;
  /** Commands that links in the server's hovers may run. */
  readonly linkedCommands: readonly string[];
  /** Tells the user that there is no server; called once a failed start or a series of crashes. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * The language server of this window. It starts on the first `connect`, comes back by itself after a crash, and
 * after a failure with the next request.
 */
export class ServerConnection implements vscode.Disposable {
  readonly #options: ServerOptions;
  #client: Promise<QuietClient> | undefined;
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
      return await client.sendRequest<Result>(method, parameters, token);
    } catch (error) {
      if (token?.isCancellationRequested === true) throw new vscode.CancellationError();
      throw error;
    }
  }

  dispose(): Promise<void> {
    this.#isDisposed = true;
    return this.#drop();
  }

  #connected(): Promise<QuietClient> {
    this.#client ??= this.#start();
    return this.#client;
  }

  async #start(): Promise<QuietClient> {
    const { module, log } = this.#options;
    const server = { module, transport: TransportKind.ipc };
    const client = new QuietClient(section, 'Factprobe', server, this.#clientOptions());
    try {
      await client.start();
      return client;
    } catch (error) {
      log.error(error instanceof Error ? error : String(error));
      this.#fail(error);
      throw new ServerUnavailable(error);
    }
  }

  #clientOptions(): LanguageClientOptions {
    return {
      documentSelector,
      outputChannel: this.#options.log,
      diagnosticCollectionName: section,
      initializationOptions: { locale: localeName(), commandLinks: true, settings: serverSettings() },
      synchronize: { configurationSection: section },
      markdown: { isTrusted: { enabledCommands: this.#options.linkedCommands }, supportHtml: false },
      // The failed start tells; the client's own message would come beside it.
      initializationFailedHandler: () => false,
      errorHandler: this.#errorHandler(),
    };
  }

  #errorHandler(): ErrorHandler {
    const restarts = createRestartLimit();
    const handled = true;
    return {
      error: (_error, _message, count) => ({
        action: (count ?? 0) <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
        handled,
      }),
      closed: async () => {
        const didStart = await this.#client?.then(
          () => true,
          () => false,
        );
        if (this.#isDisposed || didStart !== true) return { action: CloseAction.DoNotRestart, handled };
        if (restarts.allows(Date.now())) return { action: CloseAction.Restart, handled };
        this.#fail(new Error('it stopped again and again'));
        return { action: CloseAction.DoNotRestart, handled };
      },
    };
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
