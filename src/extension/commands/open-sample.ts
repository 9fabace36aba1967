import * as vscode from 'vscode';
import type { RegisterCommand } from './register-command.ts';

/** Open Sample: a fresh copy of the bundled sample, beside the page that it was asked for from. */
export function registerOpenSample(
  register: RegisterCommand,
  { extensionUri, globalStorageUri }: vscode.ExtensionContext,
): vscode.Disposable {
  return register('openSample', async () => {
    const copy = vscode.Uri.joinPath(globalStorageUri, 'sample');
    await vscode.workspace.fs.createDirectory(globalStorageUri);
    await vscode.workspace.fs.copy(vscode.Uri.joinPath(extensionUri, 'sample'), copy, { overwrite: true });
    const isAsked = vscode.window.tabGroups.activeTabGroup.activeTab !== undefined;
    const viewColumn = isAsked ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
    await vscode.window.showTextDocument(vscode.Uri.joinPath(copy, 'src/upload.ts'), { viewColumn });
  });
}
