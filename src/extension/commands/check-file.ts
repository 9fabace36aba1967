import * as vscode from 'vscode';
import { message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import { type CheckDocumentResult, checkDocumentMethod } from '../../protocol/ask.ts';
import { frontEditor } from '../front-editor.ts';
import { isChecked } from '../languages.ts';
import type { ServerConnection } from '../server/server-connection.ts';
import { checksComments, section } from '../settings.ts';
import type { RegisterCommand } from './register-command.ts';

/** Check Comments in File: checks the text as it is in the editor and says what came of it. */
export function registerCheckFile(
  register: RegisterCommand,
  server: ServerConnection,
  render: Renderer,
): vscode.Disposable {
  return register('checkFile', async () => {
    const document = frontEditor()?.document;
    if (document === undefined || !isChecked(document)) {
      void vscode.window.showInformationMessage(render(message('extension.no-checked-file')));
      return;
    }
    if (!checksComments(document.uri)) {
      await offerToSwitchOn(render);
      return;
    }
    const result = await server.request<CheckDocumentResult>(checkDocumentMethod, {
      uri: document.uri.toString(),
    });
    void vscode.window.showInformationMessage(sentence(result, render));
  });
}

function sentence({ contradicted, claims, skipped }: CheckDocumentResult, render: Renderer): string {
  if (skipped !== null) return render(message('extension.not-checked', { reason: skipped }));
  return render(message('extension.checked', { contradicted, claims }));
}

async function offerToSwitchOn(render: Renderer): Promise<void> {
  const open = render(message('extension.open-settings'));
  const chosen = await vscode.window.showInformationMessage(
    render(message('extension.checks-are-off')),
    open,
  );
  if (chosen === open) {
    await vscode.commands.executeCommand('workbench.action.openSettings', `${section}.check.enabled`);
  }
}
