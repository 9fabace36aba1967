import * as vscode from 'vscode';
import { message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import { clearCacheMethod } from '../../protocol/ask.ts';
import type { ServerConnection } from '../server/server-connection.ts';
import type { RegisterCommand } from './register-command.ts';

/** Clear Cache: forgets every verdict and fact, of this window and of every other process of the user. */
export function registerClearCache(
  register: RegisterCommand,
  server: ServerConnection,
  render: Renderer,
): vscode.Disposable {
  return register('clearCache', async () => {
    await server.request<null>(clearCacheMethod, undefined);
    void vscode.window.showInformationMessage(render(message('extension.cache-cleared')));
  });
}
