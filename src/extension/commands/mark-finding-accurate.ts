import * as vscode from 'vscode';
import { givenFinding } from '../findings/given-finding.ts';
import type { RegisterCommand } from './register-command.ts';

/** Mark as Accurate, in the tree of findings: opens the file, so that its claim is known as it is now. */
export function registerMarkFindingAccurate(register: RegisterCommand): vscode.Disposable {
  return register('markFindingAccurate', async (given) => {
    const located = givenFinding(given);
    if (located === undefined) return;
    const { uri } = await vscode.workspace.openTextDocument(vscode.Uri.parse(located.uri));
    const place = { uri: uri.toString(), fingerprint: located.finding.fingerprint };
    await vscode.commands.executeCommand('factprobe.markAccurate', place);
  });
}
