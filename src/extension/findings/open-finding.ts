import * as vscode from 'vscode';
import { editorRange } from './editor-range.ts';
import type { LocatedFinding } from './finding-groups.ts';

/** Opens the file of a finding with the cursor at the claim, where it is seen already or else in front. */
export async function openFinding({ uri, finding }: LocatedFinding): Promise<vscode.TextEditor> {
  const range = editorRange(finding.range);
  const selection = new vscode.Range(range.start, range.start);
  const file = vscode.Uri.parse(uri);
  const shown = vscode.window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === file.toString(),
  );
  const place = shown?.viewColumn === undefined ? {} : { viewColumn: shown.viewColumn };
  const editor = await vscode.window.showTextDocument(file, { selection, ...place });
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return editor;
}
