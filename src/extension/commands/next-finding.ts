import type * as vscode from 'vscode';
import type { Renderer } from '../../node/catalogue.ts';
import type { FindingsView } from '../findings/findings-view.ts';
import { goToFinding } from '../findings/go-to-finding.ts';
import type { RegisterCommand } from './register-command.ts';

/** Next Finding. */
export function registerNextFinding(
  register: RegisterCommand,
  view: FindingsView,
  render: Renderer,
): vscode.Disposable {
  return register('nextFinding', () => goToFinding('next', view, render));
}
