import type * as vscode from 'vscode';
import type { Renderer } from '../../node/catalogue.ts';
import type { FindingsView } from '../findings/findings-view.ts';
import { goToFinding } from '../findings/go-to-finding.ts';
import type { RegisterCommand } from './register-command.ts';

/** Previous Finding. */
export function registerPreviousFinding(
  register: RegisterCommand,
  view: FindingsView,
  render: Renderer,
): vscode.Disposable {
  return register('previousFinding', () => goToFinding('previous', view, render));
}
