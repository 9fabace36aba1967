import * as vscode from 'vscode';
import { message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import {
  type ClaimEdits,
  type ClaimEditsParams,
  claimEditsMethod,
  claimEditsSchema,
} from '../../protocol/claims.ts';
import type { ServerConnection } from '../server/server-connection.ts';
import { editorRange } from './editor-range.ts';
import type { LocatedFinding } from './finding-groups.ts';
import { openFinding } from './open-finding.ts';

export interface ClaimChangeTools {
  readonly server: ServerConnection;
  readonly render: Renderer;
}

/** Opens the file of a finding and changes it there, so that the change can be seen, undone and saved. */
export async function changeClaim(
  located: LocatedFinding,
  change: ClaimEditsParams['change'],
  { server, render }: ClaimChangeTools,
): Promise<void> {
  const { uri } = await openFinding(located);
  const asked: ClaimEditsParams = { uri: uri.toString(), fingerprint: located.finding.fingerprint, change };
  const edits = claimEditsSchema.parse(await server.request<ClaimEdits>(claimEditsMethod, asked));
  if (edits.length === 0) {
    void vscode.window.showInformationMessage(render(message('claim.not-there')));
    return;
  }
  const all = new vscode.WorkspaceEdit();
  for (const { range, newText } of edits) all.replace(uri, editorRange(range), newText);
  await vscode.workspace.applyEdit(all);
}
