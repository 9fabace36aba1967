import type * as vscode from 'vscode';
import type { Renderer } from '../../node/catalogue.ts';
import { goToFinding } from '../findings/go-to-finding.ts';
import type { RegisterCommand } from './register-command.ts';

/** Next Finding. */
export function registerNextFinding(register: RegisterCommand, render: Renderer): vscode.Disposable {
  return register('nextFinding', () => goToFinding('next', render));
}
