import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type ConfigurationParams,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  IPCMessageReader,
  IPCMessageWriter,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

/** A message of `textDocument/publishDiagnostics`. */
interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly Diagnostic[];
}

export interface ServerOptions {
  readonly transport?: 'stdio' | 'ipc';
  readonly initializationOptions?: unknown;
  readonly locale?: string;
  /** Answers what the settings of a document are; without it the client can't be asked. */
  readonly settingsOf?: (uri: string) => Promise<unknown>;
  /** The open folder; none without it. */
  readonly folder?: string;
  /** The open folders where there are several. */
  readonly folders?: readonly string[];
  /** Options of Node itself. */
  readonly nodeOptions?: readonly string[];
  /** Environment on top of this process's own. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** The built language server in a process of its own, with this test as its client. */
export interface TestServer {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  readonly process: ChildProcess;
  /** Everything published so far, the oldest first. */
  readonly published: readonly Published[];
  open(uri: string, languageId: string, text: string): Promise<void>;
  /** Replaces the whole text. */
  change(uri: string, version: number, text: string): Promise<void>;
  /** The first diagnostics of a document that `isWanted` accepts, those already published included. */
  diagnosed(uri: string, isWanted?: (message: Published) => boolean): Promise<readonly Diagnostic[]>;
  /** Asks the server to shut down and waits for the end of its process; gives the exit code. */
  end(): Promise<number | null>;
}

const bundle = resolve('dist/server.cjs');

/** Starts the server and shakes hands with it. */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const { transport = 'stdio', initializationOptions, locale = 'en', settingsOf, folder, folders } = options;
  const { child, connection } = transport === 'ipc' ? overIpc() : overStdio(options);
  const published: Published[] = [];
  const listeners = new Set<() => void>();
  connection.onNotification('textDocument/publishDiagnostics', (message: Published) => {
    published.push(message);
    for (const listener of listeners) listener();
  });
  if (settingsOf !== undefined) {
    connection.onRequest('workspace/configuration', ({ items }: ConfigurationParams) =>
      Promise.all(items.map(({ scopeUri }) => settingsOf(scopeUri ?? ''))),
    );
  }
  connection.listen();
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: folder === undefined ? null : pathToFileURL(folder).href,
    ...(folders === undefined
      ? {}
      : { workspaceFolders: folders.map((one) => ({ uri: pathToFileURL(one).href, name: basename(one) })) }),
    capabilities: { workspace: { configuration: settingsOf !== undefined } },
    locale,
    ...(initializationOptions === undefined ? {} : { initializationOptions }),
  });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    initialized,
    process: child,
    published,
    open: (uri, languageId, text) =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version: 1, text },
      }),
    change: (uri, version, text) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      }),
    diagnosed(uri, isWanted = () => true) {
      const { promise, resolve: found } = Promise.withResolvers<readonly Diagnostic[]>();
      const look = () => {
        const message = published.find((one) => one.uri === uri && isWanted(one));
        if (message === undefined) return;
        listeners.delete(look);
        found(message.diagnostics);
      };
      listeners.add(look);
      look();
      return promise;
    },
    async end() {
      const ended = once(child, 'exit');
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await ended;
      connection.dispose();
      return child.exitCode;
    },
  };
}

function overStdio({ nodeOptions = [], environment }: ServerOptions) {
  const child = spawn(process.execPath, [...nodeOptions, bundle, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  return { child, connection };
}

function overIpc() {
  const child = fork(bundle, ['--node-ipc']);
  return {
    child,
    connection: createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child)),
  };
}
