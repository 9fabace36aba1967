import * as vscode from 'vscode';
import { isChecked } from './languages.ts';

/** The editor in front; where a page has the focus, the editor beside it that shows something to check. */
export function frontEditor(): vscode.TextEditor | undefined {
  return (
    vscode.window.activeTextEditor ??
    vscode.window.visibleTextEditors.find(({ document }) => isChecked(document))
  );
}
