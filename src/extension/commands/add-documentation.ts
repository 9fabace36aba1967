import * as vscode from 'vscode';
import { message } from '../../core/platform/index.ts';
import { type IndexTools, indexPackages } from './index-packages.ts';
import type { RegisterCommand } from './register-command.ts';

/** Add Documentation Folder…: takes a folder as evidence from now on; a key binding may name it. */
export function registerAddDocumentation(register: RegisterCommand, tools: IndexTools): vscode.Disposable {
  return register('addDocumentation', async (given) => {
    const folder = given instanceof vscode.Uri ? given : await choose(tools);
    return folder === undefined ? undefined : indexPackages(folder, tools);
  });
}

async function choose({ render }: IndexTools): Promise<vscode.Uri | undefined> {
  const openLabel = render(message('extension.add-documentation'));
  const options = { canSelectFiles: false, canSelectFolders: true, canSelectMany: false, openLabel };
  return (await vscode.window.showOpenDialog(options))?.[0];
}
