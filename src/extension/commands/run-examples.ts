import * as vscode from 'vscode';
import { message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import { mayRunExamples, requestExamples } from '../examples/run-examples-of.ts';
import type { ServerConnection } from '../server/server-connection.ts';
import type { RegisterCommand } from './register-command.ts';

/** Run Examples in File: saves the file, runs what its comments show, and says what came of it. */
export function registerRunExamples(
  register: RegisterCommand,
  server: ServerConnection,
  render: Renderer,
): vscode.Disposable {
  return register('runExamples', async () => {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined || !mayRunExamples(document)) {
      void vscode.window.showInformationMessage(render(message('extension.no-examples')));
      return;
    }
    // An example imports what is on the disk.
    if (document.isDirty && !(await document.save())) return;
    const title = render(message('extension.running-examples'));
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    const result = await vscode.window.withProgress(options, (_, token) =>
      requestExamples(server, document, token),
    );
    void vscode.window.showInformationMessage(render(message('extension.examples-run', { ...result })));
  });
}
