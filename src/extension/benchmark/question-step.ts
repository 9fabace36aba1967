import * as vscode from 'vscode';
import { message } from '../../core/platform/index.ts';
import type { back, Step } from '../endpoints/steps.ts';
import type { BenchmarkTools } from './benchmark-tools.ts';
import { type Choice, pickValue } from './run-pick.ts';

/** Where the files that were chosen are remembered. */
const remembered = 'factprobe.bench.questionFiles';
const most = 8;

/** Our own questions, a file of the workspace, one chosen before, or another one: `starter` or the file's URI. */
export async function chooseQuestions(
  step: Step,
  tools: BenchmarkTools,
): Promise<string | typeof back | undefined> {
  for (;;) {
    const chosen = await pickValue(step, await choicesOf(tools));
    if (typeof chosen !== 'object') return chosen;
    if (chosen.value !== null) return chosen.value;
    const file = await openFile(tools);
    if (file !== undefined) return file;
  }
}

async function choicesOf({ memory, render }: BenchmarkTools): Promise<readonly Choice<string | null>[]> {
  const sheets = await vscode.workspace.findFiles('**/*.factqa', '**/node_modules/**', most);
  const known = memory.get<readonly string[]>(remembered, []);
  const files = [...new Set([...known, ...sheets.map(String).sort()])].slice(0, 2 * most);
  const nameOf = (uri: string) => vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
  return [
    {
      label: `$(beaker) ${render(message('bench.pick.starter'))}`,
      description: render(message('bench.pick.starter-detail')),
      value: 'starter',
    },
    ...files.map((uri) => ({ label: `$(file) ${nameOf(uri)}`, value: uri })),
    { label: `$(folder-opened) ${render(message('bench.pick.other-file'))}`, value: null },
  ];
}

async function openFile({ memory, render }: BenchmarkTools): Promise<string | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: render(message('bench.pick.questions')),
    filters: { [render(message('bench.pick.questions-filter'))]: ['factqa', 'jsonl'] },
  });
  const file = chosen?.[0]?.toString();
  if (file === undefined) return undefined;
  const known = memory.get<readonly string[]>(remembered, []);
  await memory.update(remembered, [file, ...known.filter((one) => one !== file)].slice(0, most));
  return file;
}
