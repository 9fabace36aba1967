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
import { createRenderer, localeOf, type Renderer } from '../node/catalogue.ts';
import { createEngine } from '../node/engine.ts';
import { nodeFileSystem } from '../node/file-system.ts';
import { type Initialization, initializationSchema } from '../protocol/settings.ts';
import { registerAgentTools } from './agent-tools/register-agent-tools.ts';
import { registerAsk } from './ask.ts';
import { checkListed } from './check-listed.ts';
import { registerCheckWorkspace } from './check-workspace.ts';
import { createCheckedDocuments } from './checked-documents.ts';
import { registerClaimEdits } from './claim-edits.ts';
import { createClientKnowledge } from './client-knowledge.ts';
import { createClientModels } from './client-models.ts';
import { registerCodeActions } from './code-actions.ts';
import { registerCommands } from './commands.ts';
import { registerDiagnostics } from './diagnostics.ts';
import { createDocumentLines } from './document-lines.ts';
import { createDocumentSettings } from './document-settings.ts';
import { registerHover } from './hover.ts';
import { registerIndexing } from './indexing.ts';
import { createInsertedLines } from './inserted-lines.ts';
import { ListedFiles } from './listed-files.ts';
import { registerMarkAccurate, serverCommands } from './mark-accurate.ts';
import { registerPackedText } from './packed-text.ts';
import { createProjects } from './projects.ts';
import { createRemedies } from './remedies.ts';
import { registerRunExamples } from './run-examples.ts';
import { registerRuns } from './runs.ts';
import type { ServerContext } from './server-context.ts';
import { createWarn, onlyOnce, type Warn, warnOfSettings } from './warnings.ts';
import { registerWatchedFiles } from './watched-files.ts';
import { createWorkspaceFolders } from './workspace-folders.ts';

// The language server: one process for an editor, or for any other client of the Language Server Protocol.
const connection = createConnection(ProposedFeatures.all);
const inserted = createInsertedLines();
const documents = new TextDocuments<TextDocument>({
  create: TextDocument.create,
  update(document, changes, version) {
    inserted.changed(document.uri, changes);
    return TextDocument.update(document, changes, version);
  },
});
documents.onDidClose(({ document }) => inserted.forget(document.uri));

connection.onInitialize((params: InitializeParams): InitializeResult => {
  const options = initializationSchema.parse(params.initializationOptions ?? {});
  const locale = process.env.FACTPROBE_LOCALE ?? options.locale ?? params.locale;
  const canAsk = params.capabilities.workspace?.configuration === true;
  const render = createRenderer(localeOf(locale));
  const warn = createWarn(connection);
  const warnOnce = onlyOnce(warn);
  const onReceived = (received: unknown) => {
    if (!options.tellsSettings) warnOfSettings(received, render, warnOnce);
  };
  onReceived(params.initializationOptions?.settings);
  const settings = createDocumentSettings({ connection, canAsk, initial: options.settings, onReceived });
  const folders = createWorkspaceFolders(connection, params);
  start(render, options, { settings, folders, params, warn, warnOnce });
  return {
    serverInfo: { name: manifest.displayName, version: manifest.version },
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      hoverProvider: true,
      codeActionProvider: { codeActionKinds: ['quickfix'] },
      executeCommandProvider: { commands: Object.values(serverCommands) },
    },
  };
});

documents.listen(connection);
connection.listen();

interface Client extends Pick<ServerContext, 'settings' | 'folders'> {
  readonly params: InitializeParams;
  readonly warn: Warn;
  readonly warnOnce: Warn;
}

function start(
  render: Renderer,
  options: Initialization,
  { settings, folders, params, warn, warnOnce }: Client,
): void {
  const pool = createEngine({
    dist: import.meta.dirname,
    onNotice: (text) => warn(render(text)),
  });
  // What examples take is theirs: nobody who types waits behind them.
  const examples = createEngine({
    dist: import.meta.dirname,
    onNotice: (text) => warn(render(text)),
    threads: 1,
    deadlineSeconds: 300,
  });
  const projects = createProjects({
    files: nodeFileSystem,
    folders,
    render,
    onProblem: warn,
  });
  const lines = createDocumentLines({ inserted, onProblem: ({ text }) => warnOnce(render(text)) });
  const context: ServerContext = {
    connection,
    documents,
    checked: createCheckedDocuments(pool, projects),
    remedies: createRemedies(pool),
    listed: new ListedFiles((files, scope) => checkListed(files, scope, context)),
    projects,
    lines,
    pool,
    render,
    commandLinks: options.commandLinks,
    checkStates: options.checkStates,
    listsFindings: options.findings,
    settings,
    folders,
    models: createClientModels(connection, options.models),
    knowledge: createClientKnowledge(connection, options.knowledge),
  };
  const diagnostics = registerDiagnostics(context);
  registerHover(context);
  registerCodeActions(context);
  registerCheckWorkspace(context);
  registerClaimEdits(context);
  registerCommands(context);
  registerRunExamples(context, examples);
  registerMarkAccurate(context, diagnostics);
  registerPackedText(context);
  const indexing = registerIndexing(context, {
    dist: import.meta.dirname,
    onNotice: (text) => warnOnce(render(text)),
  });
  registerAsk(context, indexing);
  registerAgentTools(context);
  registerRuns(context, import.meta.dirname);
  registerWatchedFiles(context, diagnostics, params);
  connection.onNotification(DidChangeConfigurationNotification.type, ({ settings: changed }) => {
    settings.changed(changed?.factprobe);
    diagnostics.refresh();
  });
  connection.onShutdown(async () => {
    await Promise.all([pool.dispose(), indexing.dispose(), examples.dispose()]);
  });
}
