import * as vscode from 'vscode';
import { FactprobeError, message } from '../../core/platform/index.ts';
import { endpointCommand } from '../endpoints/endpoint-command.ts';
import { createEndpoints } from '../endpoints/endpoints.ts';
import { readRun } from '../runs/read-run.ts';
import type { BenchmarkTools } from './benchmark-tools.ts';
import { followRun } from './follow-run.ts';
import type { RunCommandOutcome } from './run-outcome.ts';
import { type Choice, pickValue } from './run-pick.ts';

/** Files that are looked into at most. */
const most = 200;

/** Goes on with the run file given, else with one of the workspace's that the user chooses. */
export function resumeRun(tools: BenchmarkTools, given: unknown): Promise<RunCommandOutcome | undefined> {
  const { render, log } = tools.endpoints;
  return endpointCommand<RunCommandOutcome>(
    async () => {
      createEndpoints(tools.endpoints).gate.requireTrust();
      const file = given instanceof vscode.Uri ? given : await chooseRun(tools);
      return file === undefined ? undefined : followRun(file, { type: 'resume' }, tools);
    },
    { render, log, tryAgain: () => resumeRun(tools, given) },
  );
}

async function chooseRun({ activity, render }: BenchmarkTools): Promise<vscode.Uri | undefined> {
  const files = await vscode.workspace.findFiles('**/*.factrun', '**/node_modules/**', most);
  const open = files.filter((file) => !activity.has(file));
  const found = await Promise.all(open.map((file) => incompleteRun(file, render)));
  const choices = found.filter((choice) => choice !== undefined).toSorted((a, b) => b.time - a.time);
  if (choices.length === 0) throw new FactprobeError(message('bench.nothing-to-resume'));
  const title = render(message('bench.pick.resume-title'));
  const chosen = await pickValue({ title, placeholder: render(message('bench.pick.resume')) }, choices);
  return typeof chosen === 'object' ? chosen.value : undefined;
}

async function incompleteRun(
  file: vscode.Uri,
  render: BenchmarkTools['render'],
): Promise<(Choice<vscode.Uri> & { readonly time: number }) | undefined> {
  try {
    const [{ mtime: time }, bytes] = await Promise.all([
      vscode.workspace.fs.stat(file),
      vscode.workspace.fs.readFile(file),
    ]);
    const reading = readRun(bytes);
    if (!('run' in reading) || reading.run.summary.complete) return undefined;
    const { log, summary } = reading.run;
    const { n: done, failed } = summary.overall;
    return {
      label: `$(history) ${vscode.workspace.asRelativePath(file)}`,
      description: render(message('bench.pick.graded', { done, total: done + failed })),
      detail: `${log.header.setup.set.name} · ${log.header.setup.model.id} · ${log.header.started}`,
      value: file,
      time,
    };
  } catch {
    // It went meanwhile, or can't be read: nothing to go on with.
    return undefined;
  }
}
