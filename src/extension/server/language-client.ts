import {
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  type LanguageClient,
  type LanguageClientOptions,
  TransportKind,
} from 'vscode-languageclient/node';
import { askProgressMethod, askProgressSchema } from '../../protocol/ask.ts';
import { checkWorkspaceProgressMethod, checkWorkspaceProgressSchema } from '../../protocol/check-scope.ts';
import { checkStateMethod, checkStateSchema } from '../../protocol/check-state.ts';
import { editorKnowledgeMethod, editorKnowledgeParamsSchema } from '../../protocol/editor-knowledge.ts';
import { fileFindingsSchema, findingsMethod } from '../../protocol/findings.ts';
import { indexProgressMethod, indexProgressSchema } from '../../protocol/indexing.ts';
import { runProgressMethod, runProgressSchema } from '../../protocol/runs.ts';
import type { Initialization } from '../../protocol/settings.ts';
import { documentSelector } from '../languages.ts';
import { localeName } from '../locale-name.ts';
import { registerModelAnswers } from '../models/register-model-answers.ts';
import { section, serverSettings } from '../settings.ts';
import { QuietClient } from './quiet-client.ts';
import type { ServerOptions } from './server-options.ts';

/** Makes the client of the language server; `shouldRestart` is asked each time the server has gone. */
export function createLanguageClient(
  options: ServerOptions,
  shouldRestart: () => Promise<boolean>,
): LanguageClient {
  const server = { module: options.module, transport: TransportKind.ipc };
  const client = new QuietClient(section, 'Factprobe', server, clientOptions(options, shouldRestart));
  client.onNotification(checkStateMethod, (state: unknown) =>
    options.onCheckState(checkStateSchema.parse(state)),
  );
  client.onNotification(findingsMethod, (findings: unknown) =>
    options.onFindings(fileFindingsSchema.parse(findings)),
  );
  client.onNotification(checkWorkspaceProgressMethod, (progress: unknown) =>
    options.onCheckProgress(checkWorkspaceProgressSchema.parse(progress)),
  );
  client.onNotification(indexProgressMethod, (progress: unknown) =>
    options.onIndexProgress(indexProgressSchema.parse(progress)),
  );
  client.onNotification(runProgressMethod, (progress: unknown) =>
    options.onRunProgress(runProgressSchema.parse(progress)),
  );
  client.onNotification(askProgressMethod, (told: unknown) =>
    options.onAskProgress(askProgressSchema.parse(told)),
  );
  registerModelAnswers(client, options.models);
  client.onRequest(editorKnowledgeMethod, (params: unknown, token) =>
    options.knowledge.look(editorKnowledgeParamsSchema.parse(params), token),
  );
  return client;
}

function clientOptions(
  { log, linkedCommands, knowledge }: ServerOptions,
  shouldRestart: () => Promise<boolean>,
): LanguageClientOptions {
  const told: Omit<Initialization, 'settings'> = {
    locale: localeName(),
    commandLinks: true,
    checkStates: true,
    findings: true,
    tellsSettings: true,
    models: true,
    knowledge: true,
  };
  return {
    documentSelector,
    outputChannel: log,
    diagnosticCollectionName: section,
    initializationOptions: { ...told, settings: serverSettings() },
    synchronize: { configurationSection: section },
    middleware: {
      // What we say ourselves is no evidence for us.
      provideHover: (document, position, token, next) =>
        knowledge.isAsking ? null : next(document, position, token),
    },
    markdown: { isTrusted: { enabledCommands: linkedCommands }, supportHtml: false },
    // The failed start tells; the client's own message would come beside it.
    initializationFailedHandler: () => false,
    errorHandler: errorHandler(shouldRestart),
  };
}

function errorHandler(shouldRestart: () => Promise<boolean>): ErrorHandler {
  const handled = true;
  return {
    error: (_error, _message, count) => ({
      action: (count ?? 0) <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
      handled,
    }),
    closed: async () => ({
      action: (await shouldRestart()) ? CloseAction.Restart : CloseAction.DoNotRestart,
      handled,
    }),
  };
}
