import * as vscode from 'vscode';
import type { RunProgress } from '../protocol/runs.ts';
import { createAnswerHistory } from './answers/answer-history.ts';
import { AnswerView } from './answers/answer-view.ts';
import { createAskProgressRouter } from './answers/ask-progress.ts';
import { createAsking } from './answers/asking.ts';
import { InlineAnswer } from './answers/inline-answer.ts';
import type { BenchmarkTools } from './benchmark/benchmark-tools.ts';
import { RunActivity } from './benchmark/run-activity.ts';
import { registerAddEndpoint } from './commands/add-endpoint.ts';
import { registerAskAboutSymbol } from './commands/ask-about-symbol.ts';
import { registerAskQuestion } from './commands/ask-question.ts';
import { registerCheckFile } from './commands/check-file.ts';
import { registerClearCache } from './commands/clear-cache.ts';
import { registerClearInlineAnswer } from './commands/clear-inline-answer.ts';
import { registerForgetKey } from './commands/forget-key.ts';
import { registerMarkAccurate } from './commands/mark-accurate.ts';
import { registerNextFinding } from './commands/next-finding.ts';
import { registerPreviousFinding } from './commands/previous-finding.ts';
import { createCommandRegistrar } from './commands/register-command.ts';
import { registerResumeRun } from './commands/resume-run.ts';
import { registerRunBenchmark } from './commands/run-benchmark.ts';
import { registerSelectModel } from './commands/select-model.ts';
import { registerShowEvidence } from './commands/show-evidence.ts';
import { registerShowLog } from './commands/show-log.ts';
import { registerShowWhatWasSent } from './commands/show-what-was-sent.ts';
import { registerStopRun } from './commands/stop-run.ts';
import { registerTestConnection } from './commands/test-connection.ts';
import type { EndpointTools } from './endpoints/endpoint-tools.ts';
import { ReportDocuments } from './endpoints/report-documents.ts';
import { createSentRequests } from './endpoints/sent-requests.ts';
import { createInterfaceRenderer } from './localisation.ts';
import { loadedModels } from './models/loaded-models.ts';
import { RunEditor } from './runs/run-editor.ts';
import { ServerConnection } from './server/server-connection.ts';
import { createServerFailure } from './server/server-failure.ts';
import { connectOnFirstDocument } from './server/start-with-documents.ts';
import { StatusItem } from './status/status-item.ts';

/** Connects the parts of the extension. The server starts with the first document or command that needs it. */
export function activate(context: vscode.ExtensionContext): void {
  const render = createInterfaceRenderer();
  const log = vscode.window.createOutputChannel('Factprobe', { log: true });
  const register = createCommandRegistrar({ render, log });
  const status = new StatusItem(render);
  const reports = new ReportDocuments();
  const version = String(context.extension.packageJSON.version);
  const sent = createSentRequests();
  const endpointTools: EndpointTools = { context, reports, sent, render, log, version };
  const progress = createAskProgressRouter();
  const activity = new RunActivity();
  const runProgress = new vscode.EventEmitter<RunProgress>();
  const server = new ServerConnection({
    module: context.asAbsolutePath('dist/server.cjs'),
    log,
    linkedCommands: ['factprobe.showEvidence'],
    models: loadedModels(endpointTools),
    onStart: () => status.serverStarted(),
    onFailure: createServerFailure({ render, log, status }),
    onCheckState: (state) => status.checkChanged(state),
    onRunProgress: (progress) => runProgress.fire(progress),
    onAskProgress: (told) => progress.receive(told),
  });
  const benchmark: BenchmarkTools = {
    server,
    endpoints: endpointTools,
    activity,
    onProgress: runProgress.event,
    showStatus: (text) => status.runChanged(text),
    memory: context.workspaceState,
    render,
  };
  const history = createAnswerHistory();
  const view = new AnswerView({ extension: context.extensionUri, history, render, log });
  const inline = new InlineAnswer();
  const ask = createAsking({ server, progress, history, view, inline, render });
  context.subscriptions.push(
    log,
    status,
    server,
    view,
    inline,
    reports,
    activity,
    runProgress,
    new RunEditor({ extension: context.extensionUri, activity, render, log }),
    registerAskAboutSymbol(register, { server, ask, render }),
    registerAskQuestion(register, ask, render),
    registerCheckFile(register, server, render),
    registerNextFinding(register, render),
    registerPreviousFinding(register, render),
    registerShowEvidence(register, render),
    registerMarkAccurate(register, server, render),
    registerAddEndpoint(register, endpointTools),
    registerSelectModel(register, endpointTools),
    registerTestConnection(register, endpointTools),
    registerForgetKey(register, endpointTools),
    registerRunBenchmark(register, benchmark),
    registerResumeRun(register, benchmark),
    registerStopRun(register, activity),
    registerShowWhatWasSent(register, endpointTools),
    registerClearCache(register, server, render),
    registerClearInlineAnswer(register, inline),
    registerShowLog(register, log),
    connectOnFirstDocument(server),
  );
}
