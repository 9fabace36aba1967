import * as vscode from 'vscode';
import { type CheckScopeName, checkScopeSchema } from '../protocol/check-scope.ts';

/** The section of all our settings. */
export const section = 'factprobe';

/** Whether comments of the file are checked. */
export function checksComments(place: vscode.Uri): boolean {
  return vscode.workspace.getConfiguration(section, place).get('check.enabled', true);
}

/** What is checked without being asked. */
export function checkScope(): CheckScopeName {
  return checkScopeSchema
    .catch('openFiles')
    .parse(vscode.workspace.getConfiguration(section).get('check.scope'));
}

/** The commit, branch or tag that changed lines are compared with. */
export function changedAgainst(): string {
  return vscode.workspace.getConfiguration(section).get('check.changedAgainst') || 'HEAD';
}

/** Whether the short answer goes behind the line that was asked about. */
export function showsInlineAnswer(place: vscode.Uri): boolean {
  return vscode.workspace.getConfiguration(section, place).get('ask.inlineAnswer', true);
}

/**
 * Whether the user's model may answer what evidence doesn't: the user lets it, and has an endpoint. What concerns
 * sending is in the user's own settings alone, and goes out of a workspace that is trusted.
 */
export function mayAskModel(): boolean {
  return letsModelAnswer() && hasEndpoints();
}

/** Whether a model might answer, if there were an endpoint. */
export function lacksEndpoint(): boolean {
  return letsModelAnswer() && !hasEndpoints();
}

function letsModelAnswer(): boolean {
  return vscode.workspace.isTrusted && ownSetting('ask.useModel') !== false;
}

/** Whether the endpoint can be used is seen when it is. */
function hasEndpoints(): boolean {
  const endpoints = ownSetting('endpoints');
  return Array.isArray(endpoints) && endpoints.length > 0;
}

/** What the user's own settings say. A workspace has no say: neither by the scope of the setting nor here. */
export function ownSetting(name: string): unknown {
  return vscode.workspace.getConfiguration(section).inspect(name)?.globalValue;
}

/** What the server is started with; the server reads it, slips included. */
export function serverSettings(): { readonly check: unknown } {
  return { check: vscode.workspace.getConfiguration(section).get('check') };
}
