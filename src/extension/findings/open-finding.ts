import * as vscode from 'vscode';
import { editorRange } from './editor-range.ts';
import type { LocatedFinding } from './finding-groups.ts';

/** Opens the file of a finding with the cursor at the claim. */
export async function openFinding({ uri, finding }: LocatedFinding): Promise<vscode.TextEditor> {
  const range = editorRange(finding.range);
  const selection = new vscode.Range(range.start, range.start);
  const editor = await vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection });
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return editor;
}
