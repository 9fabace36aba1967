import * as vscode from 'vscode';

/** The interface's language: `FACTPROBE_LOCALE` where it is set, else the editor's. */
export function localeName(): string {
  return process.env.FACTPROBE_LOCALE || vscode.env.language;
}
