import type * as vscode from 'vscode';
import { plainFilter } from '../findings/finding-groups.ts';
import type { FindingsView } from '../findings/findings-view.ts';
import type { RegisterCommand } from './register-command.ts';

/** Clear Filter, of the tree of findings. */
export function registerClearFilter(register: RegisterCommand, view: FindingsView): vscode.Disposable {
  return register('clearFilter', () => view.narrow(plainFilter));
}
