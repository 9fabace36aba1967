import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import { message } from '../../core/platform/index.ts';
import { plainFailureSchema } from '../../protocol/plain-failure.ts';
import type { ResumeParams, RunLimits, RunResult, StartParams } from '../../protocol/runs.ts';
import { runResumeMethod, runStartMethod } from '../../protocol/runs.ts';
import { openRun } from '../runs/run-editor.ts';
import { section } from '../settings.ts';
import type { BenchmarkTools } from './benchmark-tools.ts';
import type { RunCommandOutcome } from './run-outcome.ts';

/** A run to begin, or to go on with. */
export type RunOrder =
  | { readonly type: 'start'; readonly params: Omit<StartParams, 'id' | 'file' | 'limits'> }
  | { readonly type: 'resume' };

/** Has the server run into a file, shows the file and how far it is, and tells how it ended. */
export async function followRun(
  file: vscode.Uri,
  order: RunOrder,
  tools: BenchmarkTools,
): Promise<RunCommandOutcome> {
  const outcome = await tools.activity.during(file, (stop) => withProgress(file, { order, stop }, tools));
  void tell(file, outcome, tools);
  return outcome.type === 'ended'
    ? { type: 'ended', file: file.toString(), ...withoutSentence(outcome.result) }
    : outcome;
}

type Ended =
  | { readonly type: 'ended'; readonly result: RunResult }
  | Exclude<RunCommandOutcome, { readonly type: 'ended' }>;

interface Following {
  readonly order: RunOrder;
  /** Cancelled when the run is stopped elsewhere than in its notification. */
  readonly stop: vscode.CancellationToken;
}

function withProgress(file: vscode.Uri, { order, stop }: Following, tools: BenchmarkTools): Thenable<Ended> {
  const { render, showStatus } = tools;
  const title = render(message('bench.running', { file: vscode.workspace.asRelativePath(file) }));
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress({ location, title, cancellable: true }, async (progress, token) => {
    const source = new vscode.CancellationTokenSource();
    const stopping = [token, stop].map((one) => one.onCancellationRequested(() => source.cancel()));
    const id = randomUUID();
    let isShown = false;
    let share = 0;
    const following = tools.onProgress((told) => {
      if (told.id !== id) return;
      if (!isShown) void openRun(file);
      isShown = true;
      const now = told.total === 0 ? 0 : (100 * told.done) / told.total;
      progress.report({ message: told.text, increment: now - share });
      share = now;
      showStatus(told.text);
    });
    try {
      return { type: 'ended', result: await requested(id, { file, order, token: source.token }, tools) };
    } catch (error) {
      if (error instanceof vscode.CancellationError) return { type: 'cancelled', file: file.toString() };
      const failure = plainFailureSchema.safeParse(error).data;
      if (failure === undefined) throw error;
      return { type: 'failed', reason: failure.message };
    } finally {
      for (const one of [following, source, ...stopping]) one.dispose();
      if (isShown) showStatus(undefined);
    }
  });
}

interface Requested {
  readonly file: vscode.Uri;
  readonly order: RunOrder;
  readonly token: vscode.CancellationToken;
}

function requested(
  id: string,
  { file, order, token }: Requested,
  { server }: BenchmarkTools,
): Promise<RunResult> {
  const shared: ResumeParams = { id, file: file.toString(), limits: runLimits() };
  if (order.type === 'resume') return server.request<RunResult>(runResumeMethod, shared, token);
  const params: StartParams = { ...shared, ...order.params };
  return server.request<RunResult>(runStartMethod, params, token);
}

/** What the settings say; what is no number that a run can have falls back to its default. */
function runLimits(): RunLimits {
  const settings = vscode.workspace.getConfiguration(`${section}.bench`);
  const number = (name: string, least: number, usual: number) => {
    const value: unknown = settings.get(name);
    return typeof value === 'number' && value >= least && value <= 1_000_000 ? value : usual;
  };
  return {
    concurrency: Math.floor(number('concurrency', 1, 4)),
    seconds: number('timeout', 1, 120),
    retries: Math.floor(number('retries', 0, 2)),
  };
}

function withoutSentence({ complete, graded, failed }: RunResult) {
  return { complete, graded, failed };
}

async function tell(file: vscode.Uri, outcome: Ended, { render }: BenchmarkTools): Promise<void> {
  const isOver = outcome.type === 'ended' && outcome.result.complete;
  const path = vscode.workspace.asRelativePath(file);
  const button = render(message(isOver ? 'bench.open' : 'bench.resume'));
  const chosen = await shown(outcome, { path, button, render });
  if (chosen !== button) return;
  if (isOver) await openRun(file);
  else await vscode.commands.executeCommand('factprobe.resumeRun', file);
}

function shown(
  outcome: Ended,
  {
    path,
    button,
    render,
  }: { readonly path: string; readonly button: string } & Pick<BenchmarkTools, 'render'>,
): Thenable<string | undefined> {
  switch (outcome.type) {
    case 'ended': {
      const { complete, sentence } = outcome.result;
      if (!complete) return vscode.window.showWarningMessage(sentence, button);
      return vscode.window.showInformationMessage(sentence, button);
    }
    case 'cancelled':
      return vscode.window.showInformationMessage(render(message('bench.stopped', { file: path })), button);
    case 'failed':
      return vscode.window.showErrorMessage(outcome.reason);
  }
}
