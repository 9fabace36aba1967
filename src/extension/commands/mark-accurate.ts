import * as vscode from 'vscode';
import { message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import {
  type ClaimPlace,
  claimPlaceSchema,
  type MarkAccurateResult,
  markAccurateMethod,
} from '../../protocol/claims.ts';
import { cursorPlace } from '../cursor-place.ts';
import type { ServerConnection } from '../server/server-connection.ts';
import type { RegisterCommand } from './register-command.ts';

/** Mark Claim as Accurate: the claim that an action names, else the false one under the cursor. */
export function registerMarkAccurate(
  register: RegisterCommand,
  server: ServerConnection,
  render: Renderer,
): vscode.Disposable {
  return register('markAccurate', async (given) => {
    const place = given === undefined ? placeAtCursor() : claimPlaceSchema.parse(given);
    if (place === undefined) {
      void vscode.window.showInformationMessage(render(message('extension.no-evidence-here')));
      return;
    }
    const { claim, file } = await server.request<MarkAccurateResult>(markAccurateMethod, place);
    void tell(claim, vscode.Uri.parse(file), render);
  });
}

function placeAtCursor(): ClaimPlace | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor === undefined ? undefined : cursorPlace(editor);
}

async function tell(claim: string, file: vscode.Uri, render: Renderer): Promise<void> {
  const open = render(message('extension.open-file'));
  const words = claim.replace(/\s+/g, ' ');
  const sentence = render(
    message('extension.marked-accurate', { claim: words, file: vscode.workspace.asRelativePath(file) }),
  );
  if ((await vscode.window.showInformationMessage(sentence, open)) === open) {
    await vscode.window.showTextDocument(file);
  }
}
