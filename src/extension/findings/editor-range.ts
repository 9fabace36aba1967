import * as vscode from 'vscode';
import type { ShownFinding } from '../../protocol/findings.ts';

/** A range as the editor has it. */
export function editorRange({ start, end }: ShownFinding['range']): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
