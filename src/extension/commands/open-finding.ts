import type * as vscode from 'vscode';
import { givenFinding } from '../findings/given-finding.ts';
import { openFinding } from '../findings/open-finding.ts';
import type { RegisterCommand } from './register-command.ts';

/** Open Finding, in the tree of findings. */
export function registerOpenFinding(register: RegisterCommand): vscode.Disposable {
  return register('openFinding', async (given) => {
    const located = givenFinding(given);
    if (located !== undefined) await openFinding(located);
  });
}
