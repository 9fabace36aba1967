import * as vscode from 'vscode';
import type { EvidencePlace } from '../../protocol/evidence-place.ts';
import { shownUri } from './packed-documents.ts';

/** Opens the file of a quoted passage, reveals the passage and selects it. Rejects when the file can't be opened. */
export async function openEvidence({ uri, range: { start, end } }: EvidencePlace): Promise<void> {
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  const editor = await vscode.window.showTextDocument(shownUri(uri), { selection });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
