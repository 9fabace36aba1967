import type * as vscode from 'vscode';
import { checkWorkspace, type WorkspaceCheckTools } from '../findings/workspace-check.ts';
import { changedAgainst } from '../settings.ts';
import type { RegisterCommand } from './register-command.ts';

/** Check Changed Files: the claims with lines that differ from the commit of the settings. */
export function registerCheckChangedFiles(
  register: RegisterCommand,
  tools: WorkspaceCheckTools,
): vscode.Disposable {
  return register('checkChangedFiles', () =>
    checkWorkspace({ scope: 'changed', changedAgainst: changedAgainst() }, tools),
  );
}
