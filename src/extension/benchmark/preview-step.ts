import * as vscode from 'vscode';
import { message } from '../../core/platform/index.ts';
import { type PreviewResult, type RunSelection, runPreviewMethod } from '../../protocol/runs.ts';
import type { back, Step } from '../endpoints/steps.ts';
import { section } from '../settings.ts';
import type { BenchmarkTools } from './benchmark-tools.ts';
import { type KnownModels, shownModel } from './judge-step.ts';
import { telling } from './limit-step.ts';
import type { RunDraft } from './run-draft.ts';
import { pickValue } from './run-pick.ts';
import { chooseRunFile, defaultRunFile } from './run-place.ts';

/** Shows what would be asked, of whom, and where it is kept; resolves with the file when the run may begin. */
export async function confirmRun(
  step: Step,
  { draft, models }: { readonly draft: RunDraft; readonly models: KnownModels },
  tools: BenchmarkTools,
): Promise<{ readonly value: vscode.Uri } | typeof back | undefined> {
  const preview = await tools.server.request<PreviewResult>(runPreviewMethod, selectionOf(draft));
  let file = await defaultRunFile(models.model);
  for (;;) {
    const chosen = await pickValue(step, entries({ draft, models, preview, file }, tools));
    if (typeof chosen !== 'object') return chosen;
    if (chosen.value === 'start' && file !== undefined) return { value: file };
    if (chosen.value === 'model') {
      // The steps begin anew, since every one of them may depend on the model.
      void vscode.commands.executeCommand('factprobe.selectModel').then((outcome) => {
        if (outcome !== undefined) void vscode.commands.executeCommand('factprobe.runBenchmark');
      });
      return undefined;
    }
    file = (await chooseRunFile(file, tools.render)) ?? file;
    if (chosen.value === 'start' && file !== undefined) return { value: file };
  }
}

/** What of the draft the server reads. */
export function selectionOf({ questions, languages, humanLanguage, limit }: RunDraft): RunSelection {
  return { questions, languages, humanLanguage, limit };
}

interface Shown {
  readonly draft: RunDraft;
  readonly models: KnownModels;
  readonly preview: PreviewResult;
  readonly file: vscode.Uri | undefined;
}

function entries({ draft, models, preview, file }: Shown, { render }: BenchmarkTools) {
  const { questions, different } = preview;
  const retries = Number(vscode.workspace.getConfiguration(`${section}.bench`).get('retries', 2)) || 0;
  const requests = questions * (1 + retries) * (draft.judge === null ? 1 : 2);
  const { host } = new URL(models.model.url);
  const judgeHost = draft.judge === null ? host : new URL(draft.judge.endpoint).host;
  const leaves = draft.judge === null ? 'bench.pick.leaves' : 'bench.pick.leaves-judged';
  return [
    {
      label: `$(play) ${render(message('bench.pick.start', { count: questions }))}`,
      description: render(message('bench.pick.different', { different })),
      detail: `${telling(preview, render)} · ${render(message('bench.pick.requests', { requests }))}`,
      value: 'start' as const,
    },
    {
      label: `$(file) ${render(message('bench.pick.place'))}`,
      detail:
        file === undefined ? render(message('bench.pick.no-place')) : vscode.workspace.asRelativePath(file),
      value: 'place' as const,
    },
    {
      label: `$(server) ${render(message('bench.pick.model'))}`,
      description: shownModel(models.model, render),
      detail: render(message(leaves, { host, judge: judgeHost })),
      value: 'model' as const,
    },
  ];
}
