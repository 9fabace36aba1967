import type * as vscode from 'vscode';
import { type ClaimChangeTools, changeClaim } from '../findings/claim-change.ts';
import { givenFinding } from '../findings/given-finding.ts';
import type { RegisterCommand } from './register-command.ts';

/** Ignore Claim, in the tree of findings. */
export function registerIgnoreFinding(register: RegisterCommand, tools: ClaimChangeTools): vscode.Disposable {
  return register('ignoreFinding', async (given) => {
    const located = givenFinding(given);
    if (located !== undefined) await changeClaim(located, 'ignore-claim', tools);
  });
}
