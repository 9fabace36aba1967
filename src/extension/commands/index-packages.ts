import * as vscode from 'vscode';
import { message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import {
  type IndexPackagesParams,
  type IndexPackagesResult,
  type IndexProgress,
  indexPackagesMethod,
} from '../../protocol/indexing.ts';
import type { ServerConnection } from '../server/server-connection.ts';
import type { RegisterCommand } from './register-command.ts';

export interface IndexTools {
  readonly server: ServerConnection;
  readonly onProgress: vscode.Event<IndexProgress>;
  readonly render: Renderer;
}

let runs = 0;

/** Index Installed Packages: reads what the open folders see, with progress and cancel. */
export function registerIndexPackages(register: RegisterCommand, tools: IndexTools): vscode.Disposable {
  return register('indexPackages', () => indexPackages(null, tools));
}

/** Reads what is new or has changed, a folder of documentation too where one is given; then says what came of it. */
export async function indexPackages(
  add: vscode.Uri | null,
  { server, onProgress, render }: IndexTools,
): Promise<IndexPackagesResult> {
  const id = String(++runs);
  const title = render(message('extension.indexing'));
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  const result = await vscode.window.withProgress(options, async (progress, token) => {
    let before = 0;
    const listener = onProgress(({ id: told, done, total }) => {
      if (told !== id) return;
      const text = render(message('index.progress', { done, total }));
      progress.report({ message: text, increment: ((done - before) / total) * 100 });
      before = done;
    });
    const asked: IndexPackagesParams = { id, add: add?.toString() ?? null };
    try {
      return await server.request<IndexPackagesResult>(indexPackagesMethod, asked, token);
    } finally {
      listener.dispose();
    }
  });
  void vscode.window.showInformationMessage(result.text);
  return result;
}
