import type * as vscode from 'vscode';
import type { RegisterCommand } from './register-command.ts';

/** Show Log. */
export function registerShowLog(register: RegisterCommand, log: vscode.LogOutputChannel): vscode.Disposable {
  return register('showLog', () => log.show());
}
