import * as vscode from 'vscode';
import { message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import { cursorPlace } from '../cursor-place.ts';
import { allFindings } from './file-findings.ts';
import { type Direction, neighbour } from './neighbour.ts';

/** Moves the cursor to the false claim after or before it and shows the proof; says so when there is none. */
export async function goToFinding(direction: Direction, render: Renderer): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const from = editor === undefined ? undefined : cursorPlace(editor);
  const found = neighbour(allFindings(), from, direction);
  if (found === undefined) {
    void vscode.window.showInformationMessage(render(message('extension.no-findings')));
    return;
  }
  const start = new vscode.Position(found.position.line, found.position.character);
  await vscode.window.showTextDocument(vscode.Uri.parse(found.uri), {
    selection: new vscode.Range(start, start),
  });
  await vscode.commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
}
