import * as vscode from 'vscode';
import { message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import type { ConfiguredEndpoint } from '../endpoints/endpoint-settings.ts';

const folderName = 'factprobe-runs';

/**
 * A file for a new run in the workspace folder of the editor in front, else of the first one, named by time and model,
 * or the endpoint's host where the server's only model is meant, and not there yet; `undefined` where no folder is open.
 */
export async function defaultRunFile({
  url,
  model,
}: Pick<ConfiguredEndpoint, 'url' | 'model'>): Promise<vscode.Uri | undefined> {
  const document = vscode.window.activeTextEditor?.document.uri;
  const own = document === undefined ? undefined : vscode.workspace.getWorkspaceFolder(document);
  const folder = own ?? vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) return undefined;
  const name = (model ?? new URL(url).host).replace(/[^\w.-]+/g, '-');
  const time = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? '' : `-${number}`;
    const file = vscode.Uri.joinPath(folder.uri, folderName, `${name}-${time}${suffix}.factrun`);
    if (!(await isThere(file))) return file;
  }
}

/** Asks for another place, until it is one where nothing stands; `undefined` when the user leaves. */
export async function chooseRunFile(
  current: vscode.Uri | undefined,
  render: Renderer,
): Promise<vscode.Uri | undefined> {
  const title = render(message('bench.pick.place'));
  const filters = { [render(message('bench.pick.run-filter'))]: ['factrun'] };
  const start = current === undefined ? {} : { defaultUri: current };
  const chosen = await vscode.window.showSaveDialog({ title, filters, ...start });
  if (chosen === undefined) return undefined;
  if (chosen.scheme !== 'file' || (await isThere(chosen))) {
    const file = vscode.workspace.asRelativePath(chosen);
    void vscode.window.showWarningMessage(render(message('bench.pick.place-taken', { file })));
    return undefined;
  }
  return chosen;
}

async function isThere(file: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(file);
    return true;
  } catch {
    // Nothing stands there.
    return false;
  }
}
