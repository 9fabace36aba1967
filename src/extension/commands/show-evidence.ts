import * as vscode from 'vscode';
import { message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import { type EvidencePlace, evidencePlaceSchema } from '../../protocol/evidence-place.ts';
import { findingsIn } from '../findings/file-findings.ts';
import { openEvidence } from '../findings/open-evidence.ts';
import type { RegisterCommand } from './register-command.ts';

/** Show Evidence: opens the place that a link names, else the proof of the false claim under the cursor. */
export function registerShowEvidence(register: RegisterCommand, render: Renderer): vscode.Disposable {
  return register('showEvidence', async (given) => {
    const place = given === undefined ? await placeAtCursor() : evidencePlaceSchema.safeParse(given).data;
    if (place === undefined) {
      void vscode.window.showInformationMessage(render(message('extension.no-evidence-here')));
      return;
    }
    await openEvidence(place);
  });
}

async function placeAtCursor(): Promise<EvidencePlace | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return undefined;
  const cursor = editor.selection.active;
  const findings = findingsIn(editor.document.uri);
  const finding =
    findings.find(({ range }) => range.contains(cursor)) ??
    findings.find(({ range }) => range.start.line <= cursor.line && cursor.line <= range.end.line);
  const proofs = (finding?.relatedInformation ?? []).map(({ location: { uri, range }, message: quote }) => ({
    label: quote,
    description: `${vscode.workspace.asRelativePath(uri)}:${range.start.line + 1}`,
    place: evidencePlaceSchema.parse({ uri: uri.toString(), range: plainRange(range) }),
  }));
  if (proofs.length < 2) return proofs[0]?.place;
  return (await vscode.window.showQuickPick(proofs))?.place;
}

function plainRange({ start, end }: vscode.Range): EvidencePlace['range'] {
  return {
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
}
