import type * as vscode from 'vscode';
import type { AskProgress } from '../../protocol/ask.ts';
import type { CheckWorkspaceProgress } from '../../protocol/check-scope.ts';
import type { CheckState } from '../../protocol/check-state.ts';
import type { FileFindings } from '../../protocol/findings.ts';
import type { IndexProgress } from '../../protocol/indexing.ts';
import type { RunProgress } from '../../protocol/runs.ts';
import type { EditorKnowledgeSource } from '../knowledge/editor-knowledge.ts';
import type { ModelAnswers } from '../models/model-answers.ts';

export interface ServerOptions {
  /** The server's bundle. */
  readonly module: string;
  readonly log: vscode.LogOutputChannel;
  /** Commands that links in the server's hovers may run. */
  readonly linkedCommands: readonly string[];
  /** Loads what asks models for the server. */
  readonly models: () => Promise<ModelAnswers>;
  /** Tells the server what the editor's own language support knows. */
  readonly knowledge: EditorKnowledgeSource;
  /** Called when the server can be asked, after a failure too. */
  readonly onStart: () => void;
  /** Tells the user that there is no server; called once a failed start or a series of crashes. */
  readonly onFailure: (error: unknown) => void;
  /** Called when a document's check begins and when it ends. */
  readonly onCheckState: (state: CheckState) => void;
  /** Called with everything that is known of a file now. */
  readonly onFindings: (findings: FileFindings) => void;
  /** Called while a workspace is checked. */
  readonly onCheckProgress: (progress: CheckWorkspaceProgress) => void;
  /** Called while installed packages are indexed. */
  readonly onIndexProgress: (progress: IndexProgress) => void;
  /** Called while a benchmark runs. */
  readonly onRunProgress: (progress: RunProgress) => void;
  /** Called while a model is asked. */
  readonly onAskProgress: (progress: AskProgress) => void;
}
