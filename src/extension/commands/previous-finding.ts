import type * as vscode from 'vscode';
import type { Renderer } from '../../node/catalogue.ts';
import { goToFinding } from '../findings/go-to-finding.ts';
import type { RegisterCommand } from './register-command.ts';

/** Previous Finding. */
export function registerPreviousFinding(register: RegisterCommand, render: Renderer): vscode.Disposable {
  return register('previousFinding', () => goToFinding('previous', render));
}
