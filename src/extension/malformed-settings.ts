import * as vscode from 'vscode';
import { message } from '../core/platform/index.ts';
import type { Renderer } from '../node/catalogue.ts';
import { settingProblemMessages, settingProblems } from '../protocol/settings.ts';
import { section } from './settings.ts';

/** Tells once of each setting of the window or of a folder that is malformed, and leads to it. */
export function watchSettings(render: Renderer): vscode.Disposable {
  const told = new Set<string>();
  const look = () => {
    for (const place of [undefined, ...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri)]) {
      for (const problem of settingProblems(vscode.workspace.getConfiguration(section, place).get('check'))) {
        const { expected, sentence } = settingProblemMessages(problem);
        const text = render(sentence(render(expected)));
        if (told.has(text)) continue;
        told.add(text);
        void tell(text, `${section}.check.${problem.setting}`, render);
      }
    }
  };
  look();
  return vscode.workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration(`${section}.check`)) look();
  });
}

async function tell(text: string, setting: string, render: Renderer): Promise<void> {
  const open = render(message('extension.open-settings'));
  if ((await vscode.window.showWarningMessage(`Factprobe: ${text}`, open)) !== open) return;
  await vscode.commands.executeCommand('workbench.action.openSettings', `@id:${setting}`);
}
