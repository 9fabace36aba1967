import * as vscode from 'vscode';
import type { CheckWorkspaceProgress } from '../protocol/check-scope.ts';
import type { IndexProgress } from '../protocol/indexing.ts';
import type { RunProgress } from '../protocol/runs.ts';
import { createChatHandler } from './agents/chat-participant.ts';
import { createLanguageModelTools } from './agents/language-model-tools.ts';
import { createAnswerHistory } from './answers/answer-history.ts';
import { AnswerView } from './answers/answer-view.ts';
import { createAskProgressRouter } from './answers/ask-progress.ts';
import { createAsking } from './answers/asking.ts';
import { offerHoverLinks } from './answers/hover-link.ts';
import { InlineAnswer } from './answers/inline-answer.ts';
import { answerInlineQuestions } from './answers/inline-questions.ts';
import type { BenchmarkTools } from './benchmark/benchmark-tools.ts';
import { RunActivity } from './benchmark/run-activity.ts';
import { registerAddDocumentation } from './commands/add-documentation.ts';
import { registerAddEndpoint } from './commands/add-endpoint.ts';
import { registerAskAboutSymbol } from './commands/ask-about-symbol.ts';
import { registerAskQuestion } from './commands/ask-question.ts';
import { registerAskSheetQuestion } from './commands/ask-sheet-question.ts';
import { registerCheckChangedFiles } from './commands/check-changed-files.ts';
import { registerCheckFile } from './commands/check-file.ts';
import { registerCheckWorkspace } from './commands/check-workspace.ts';
import { registerCheckingOptions } from './commands/checking-options.ts';
import { registerClearCache } from './commands/clear-cache.ts';
import { registerClearFilter } from './commands/clear-filter.ts';
import { registerClearInlineAnswer } from './commands/clear-inline-answer.ts';
import { registerCorrectFinding } from './commands/correct-finding.ts';
import { registerFilterFindings } from './commands/filter-findings.ts';
import { registerForgetKey } from './commands/forget-key.ts';
import { registerGroupFindings } from './commands/group-findings.ts';
import { registerIgnoreFinding } from './commands/ignore-finding.ts';
import { registerIndexPackages } from './commands/index-packages.ts';
import { registerMarkAccurate } from './commands/mark-accurate.ts';
import { registerMarkFindingAccurate } from './commands/mark-finding-accurate.ts';
import { registerNextFinding } from './commands/next-finding.ts';
import { registerOpenFinding } from './commands/open-finding.ts';
import { registerOpenSample } from './commands/open-sample.ts';
import { registerPreviousFinding } from './commands/previous-finding.ts';
import { createCommandHandlers } from './commands/register-command.ts';
import { registerResumeRun } from './commands/resume-run.ts';
import { registerRunBenchmark } from './commands/run-benchmark.ts';
import { registerRunExamples } from './commands/run-examples.ts';
import { registerSelectModel } from './commands/select-model.ts';
import { registerShowEvidence } from './commands/show-evidence.ts';
import { registerShowLog } from './commands/show-log.ts';
import { registerShowWhatWasSent } from './commands/show-what-was-sent.ts';
import { registerStopRun } from './commands/stop-run.ts';
import { registerTestConnection } from './commands/test-connection.ts';
import type { EndpointTools } from './endpoints/endpoint-tools.ts';
import { ReportDocuments } from './endpoints/report-documents.ts';
import { createSentRequests } from './endpoints/sent-requests.ts';
import { runExamplesOnSave } from './examples/run-examples-on-save.ts';
import { FindingStore } from './findings/finding-store.ts';
import { FindingsView } from './findings/findings-view.ts';
import { openPackedDocuments } from './findings/packed-documents.ts';
import { checkInBackground, type WorkspaceCheckTools } from './findings/workspace-check.ts';
import { EditorKnowledgeSource } from './knowledge/editor-knowledge.ts';
import type { LoadedExtension } from './late-extension.ts';
import { createInterfaceRenderer } from './localisation.ts';
import { watchSettings } from './malformed-settings.ts';
import { loadedModels } from './models/loaded-models.ts';
import { RunEditor } from './runs/run-editor.ts';
import { ServerConnection } from './server/server-connection.ts';
import { createServerFailure } from './server/server-failure.ts';
import { connectOnFirstDocument } from './server/start-with-documents.ts';
import { createQuestionSheets } from './sheets/question-sheets.ts';
import { SheetAnswers } from './sheets/sheet-answers.ts';
import { StatusItem } from './status/status-item.ts';

/** Connects the parts of the extension. The server starts with the first document or command that needs it. */
export function connectExtension(context: vscode.ExtensionContext): LoadedExtension {
  const render = createInterfaceRenderer();
  const log = vscode.window.createOutputChannel('Factprobe', { log: true });
  const { register, run } = createCommandHandlers({ render, log });
  const status = new StatusItem(render);
  const reports = new ReportDocuments();
  const version = String(context.extension.packageJSON.version);
  const sent = createSentRequests();
  const endpointTools: EndpointTools = { context, reports, sent, render, log, version };
  const progress = createAskProgressRouter();
  const activity = new RunActivity();
  const found = new FindingStore();
  const findings = new FindingsView({ store: found, memory: context.workspaceState, render });
  const checkProgress = new vscode.EventEmitter<CheckWorkspaceProgress>();
  const indexProgress = new vscode.EventEmitter<IndexProgress>();
  const runProgress = new vscode.EventEmitter<RunProgress>();
  const knowledge = new EditorKnowledgeSource();
  const server = new ServerConnection({
    module: context.asAbsolutePath('dist/server.cjs'),
    log,
    linkedCommands: ['factprobe.showEvidence'],
    models: loadedModels(endpointTools),
    knowledge,
    onStart: () => {
      status.serverStarted();
      void checkInBackground(workspaceCheck);
    },
    onFailure: createServerFailure({ render, log, status }),
    onCheckState: (state) => status.checkChanged(state),
    onFindings: (file) => found.receive(file),
    onCheckProgress: (progress) => checkProgress.fire(progress),
    onIndexProgress: (progress) => indexProgress.fire(progress),
    onRunProgress: (progress) => runProgress.fire(progress),
    onAskProgress: (told) => progress.receive(told),
  });
  const workspaceCheck: WorkspaceCheckTools = {
    server,
    view: findings,
    onProgress: checkProgress.event,
    render,
  };
  const indexTools = { server, onProgress: indexProgress.event, render };
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
  const sheets = new SheetAnswers();
  const ask = createAsking({ server, progress, history, view, inline, render });
  context.subscriptions.push(
    log,
    status,
    server,
    view,
    inline,
    reports,
    found,
    findings,
    checkProgress,
    activity,
    indexProgress,
    runProgress,
    new RunEditor({ extension: context.extensionUri, activity, render, log }),
    registerAskAboutSymbol(register, { server, ask, render }),
    registerAskQuestion(register, ask, render),
    registerAskSheetQuestion(register, { ask, answers: sheets }),
    registerCheckingOptions(register, render),
    registerCheckFile(register, server, render),
    registerRunExamples(register, server, render),
    registerCheckChangedFiles(register, workspaceCheck),
    registerCheckWorkspace(register, workspaceCheck),
    registerNextFinding(register, findings, render),
    registerPreviousFinding(register, findings, render),
    registerShowEvidence(register, render),
    registerMarkAccurate(register, server, render),
    registerGroupFindings(register, findings, render),
    registerFilterFindings(register, findings, render),
    registerClearFilter(register, findings),
    registerOpenFinding(register),
    registerCorrectFinding(register, { server, render }),
    registerIgnoreFinding(register, { server, render }),
    registerMarkFindingAccurate(register),
    registerAddEndpoint(register, endpointTools),
    registerSelectModel(register, endpointTools),
    registerTestConnection(register, endpointTools),
    registerForgetKey(register, endpointTools),
    registerRunBenchmark(register, benchmark),
    registerResumeRun(register, benchmark),
    registerStopRun(register, activity),
    registerShowWhatWasSent(register, endpointTools),
    registerIndexPackages(register, indexTools),
    registerAddDocumentation(register, indexTools),
    registerClearCache(register, server, render),
    registerClearInlineAnswer(register, inline),
    registerOpenSample(register, context),
    registerShowLog(register, log),
    openPackedDocuments(server, render),
    offerHoverLinks({ render, isQuiet: () => knowledge.isAsking }),
    answerInlineQuestions({ server, inline }),
    sheets,
    createQuestionSheets(sheets, render),
    watchSettings(render),
    runExamplesOnSave(server, log),
    connectOnFirstDocument(server),
  );
  return {
    runCommand: run,
    tools: createLanguageModelTools({ server, render }),
    chat: createChatHandler({ server, render }),
  };
}
