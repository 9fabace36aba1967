import * as vscode from 'vscode';
import { message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import {
  type CheckScopeName,
  type CheckWorkspaceParams,
  type CheckWorkspaceProgress,
  type CheckWorkspaceResult,
  checkWorkspaceMethod,
} from '../../protocol/check-scope.ts';
import type { ServerConnection } from '../server/server-connection.ts';
import { ServerUnavailable } from '../server/server-unavailable.ts';
import { changedAgainst, checkScope } from '../settings.ts';
import type { FindingsView } from './findings-view.ts';

export interface WorkspaceCheckTools {
  readonly server: ServerConnection;
  readonly view: FindingsView;
  readonly onProgress: vscode.Event<CheckWorkspaceProgress>;
  readonly render: Renderer;
}

/** What to check; lines are compared with the commit where the scope is about changes. */
export interface WantedScope {
  readonly scope: CheckScopeName;
  readonly changedAgainst: string;
}

let checks = 0;

/** Checks a scope with a notification that tells how far it is and can stop it; then says what came of it. */
export async function checkWorkspace(
  wanted: WantedScope,
  tools: WorkspaceCheckTools,
): Promise<CheckWorkspaceResult> {
  const { render } = tools;
  const title = render(message('extension.checking-workspace'));
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  const result = await vscode.window.withProgress(options, (progress, token) => {
    const report = (text: string, increment: number) => progress.report({ message: text, increment });
    return run(wanted, { ...tools, report, token });
  });
  void tell(result, tools);
  return result;
}

/** Checks the whole workspace once, quietly, where the settings want that without being asked. */
export async function checkInBackground(tools: WorkspaceCheckTools): Promise<void> {
  if (checkScope() !== 'workspace' || (vscode.workspace.workspaceFolders ?? []).length === 0) return;
  const title = tools.render(message('extension.checking-workspace'));
  await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, async (_, token) => {
    const wanted: WantedScope = { scope: 'workspace', changedAgainst: changedAgainst() };
    try {
      await run(wanted, { ...tools, report: () => undefined, token });
    } catch (error) {
      // The user was told already, or stopped it.
      if (error instanceof ServerUnavailable || error instanceof vscode.CancellationError) return;
      throw error;
    }
  });
}

interface Running extends WorkspaceCheckTools {
  readonly report: (text: string, increment: number) => void;
  readonly token: vscode.CancellationToken;
}

async function run(wanted: WantedScope, { server, view, onProgress, render, report, token }: Running) {
  const id = String(++checks);
  let before = 0;
  const listener = onProgress((progress) => {
    if (progress.id !== id) return;
    const { done, total } = progress;
    report(render(message('extension.checked-so-far', { done, total })), ((done - before) / total) * 100);
    before = done;
  });
  const everything = view.filter.verdicts.some((verdict) => verdict !== 'contradicted');
  const asked: CheckWorkspaceParams = { id, ...wanted, everything };
  try {
    return await server.request<CheckWorkspaceResult>(checkWorkspaceMethod, asked, token);
  } finally {
    listener.dispose();
  }
}

async function tell(
  { isCancelled, done, total, claims, contradicted, skipped }: CheckWorkspaceResult,
  { view, render }: WorkspaceCheckTools,
): Promise<void> {
  const values = { done, total, claims, contradicted, skipped };
  const sentence = render(
    message(isCancelled ? 'extension.workspace-check-stopped' : 'extension.workspace-checked', values),
  );
  if (contradicted === 0) {
    void vscode.window.showInformationMessage(sentence);
    return;
  }
  const show = render(message('extension.show-findings'));
  if ((await vscode.window.showInformationMessage(sentence, show)) === show) await view.focus();
}
