import * as vscode from 'vscode';
import { message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import { cursorPlace } from '../cursor-place.ts';
import { frontEditor } from '../front-editor.ts';
import type { FindingsView } from './findings-view.ts';
import { type Direction, neighbour } from './neighbour.ts';
import { openFinding } from './open-finding.ts';

/**
 * Moves the cursor to the finding after or before it, of those that the tree lists, and shows the proof; says so when
 * there is none.
 */
export async function goToFinding(direction: Direction, view: FindingsView, render: Renderer): Promise<void> {
  const editor = frontEditor();
  const from = editor === undefined ? undefined : cursorPlace(editor);
  const places = view.findings().map((located) => ({
    uri: located.uri,
    position: located.finding.range.start,
    located,
  }));
  const found = neighbour(places, from, direction);
  if (found === undefined) {
    void vscode.window.showInformationMessage(render(message('extension.no-findings')));
    return;
  }
  await openFinding(found.located);
  await view.select(found.located);
  // From a page such as the walkthrough the focus arrives late, and takes a card away that is there already.
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  await vscode.commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
}
