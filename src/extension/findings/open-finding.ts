import * as vscode from 'vscode';
import { editorRange } from './editor-range.ts';
import type { LocatedFinding } from './finding-groups.ts';
import { notebookCell } from './notebook-cell.ts';

/** Opens the file of a finding with the cursor at the claim, where it is seen already or else in front. */
export async function openFinding({ uri, finding }: LocatedFinding): Promise<vscode.TextDocument> {
  const range = editorRange(finding.range);
  const selection = new vscode.Range(range.start, range.start);
  const file = vscode.Uri.parse(uri);
  const cell = notebookCell(file);
  if (cell !== undefined) return openCell(cell, selection);
  const shown = editorOf(file);
  const place = shown?.viewColumn === undefined ? {} : { viewColumn: shown.viewColumn };
  const editor = await vscode.window.showTextDocument(file, { selection, ...place });
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return editor.document;
}

async function openCell(
  { notebook, index, document }: vscode.NotebookCell,
  selection: vscode.Range,
): Promise<vscode.TextDocument> {
  const cells = new vscode.NotebookRange(index, index + 1);
  await vscode.window.showNotebookDocument(notebook, { selections: [cells] });
  await vscode.commands.executeCommand('notebook.cell.edit');
  const editor = editorOf(document.uri);
  if (editor !== undefined) editor.selection = new vscode.Selection(selection.start, selection.end);
  return document;
}

function editorOf(file: vscode.Uri): vscode.TextEditor | undefined {
  const wanted = file.toString();
  return vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === wanted);
}
