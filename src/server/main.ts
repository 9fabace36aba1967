import {
  createConnection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  ProposedFeatures,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import manifest from '../../package.json' with { type: 'json' };
import { createRenderer, localeOf } from '../node/catalogue.ts';
import { createEngine } from '../node/engine.ts';
import { type Initialization, initializationSchema, settingsSchema } from '../protocol/settings.ts';
import { createCheckedDocuments } from './checked-documents.ts';
import { registerCodeActions } from './code-actions.ts';
import { registerCommands } from './commands.ts';
import { registerDiagnostics } from './diagnostics.ts';
import { registerHover } from './hover.ts';
import type { ServerContext } from './server-context.ts';

// The language server: one process for an editor, or for any other client of the Language Server Protocol.
const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);

connection.onInitialize((params: InitializeParams): InitializeResult => {
  const options = initializationSchema.parse(params.initializationOptions ?? {});
  const locale = process.env.FACTPROBE_LOCALE ?? options.locale ?? params.locale;
  start(createRenderer(localeOf(locale)), options);
  return {
    serverInfo: { name: manifest.displayName, version: manifest.version },
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      hoverProvider: true,
      codeActionProvider: { codeActionKinds: ['quickfix'] },
    },
  };
});

documents.listen(connection);
connection.listen();

function start(render: ServerContext['render'], options: Initialization): void {
  const pool = createEngine({
    dist: import.meta.dirname,
    onNotice: (text) => connection.window.showWarningMessage(`Factprobe: ${render(text)}`),
  });
  let settings = options.settings;
  const context: ServerContext = {
    connection,
    documents,
    checked: createCheckedDocuments(pool),
    pool,
    render,
    commandLinks: options.commandLinks,
    checkStates: options.checkStates,
    settings: () => settings,
  };
  const diagnostics = registerDiagnostics(context);
  registerHover(context);
  registerCodeActions(context);
  registerCommands(context);
  connection.onNotification(DidChangeConfigurationNotification.type, ({ settings: changed }) => {
    settings = settingsSchema.parse(changed?.factprobe ?? {});
    diagnostics.refresh();
  });
  connection.onShutdown(() => pool.dispose());
}
