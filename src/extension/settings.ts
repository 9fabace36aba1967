import * as vscode from 'vscode';

/** The section of all our settings. */
export const section = 'factprobe';

/** Whether comments of the file are checked. */
export function checksComments(place: vscode.Uri): boolean {
  return vscode.workspace.getConfiguration(section, place).get('check.enabled', true);
}

/** Whether the short answer goes behind the line that was asked about. */
export function showsInlineAnswer(place: vscode.Uri): boolean {
  return vscode.workspace.getConfiguration(section, place).get('ask.inlineAnswer', true);
}

/** What the server is started with; the server reads it, slips included. */
export function serverSettings(): { readonly check: unknown } {
  return { check: vscode.workspace.getConfiguration(section).get('check') };
}
