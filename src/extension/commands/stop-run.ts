import * as vscode from 'vscode';
import type { RunActivity } from '../benchmark/run-activity.ts';
import type { RegisterCommand } from './register-command.ts';

/** Stop Run, from a run's own page: ends it; what it has is kept. */
export function registerStopRun(register: RegisterCommand, activity: RunActivity): vscode.Disposable {
  return register('stopRun', (file) => {
    if (file instanceof vscode.Uri) activity.stop(file);
  });
}
