import * as vscode from 'vscode';
import type { ServerConnection } from '../server/server-connection.ts';
import { ServerUnavailable } from '../server/server-unavailable.ts';
import { checksComments, ownSetting } from '../settings.ts';
import { mayRunExamples, requestExamples } from './run-examples-of.ts';

/** Runs the examples of a file each time it is saved, where the user's own settings want that; a workspace has no say. */
export function runExamplesOnSave(server: ServerConnection, log: vscode.LogOutputChannel): vscode.Disposable {
  return vscode.workspace.onDidSaveTextDocument(async (document) => {
    if (ownSetting('check.runExamples') !== true) return;
    if (!mayRunExamples(document) || !checksComments(document.uri)) return;
    try {
      await requestExamples(server, document);
    } catch (error) {
      // A missing server was told when it failed; nobody asked for these examples just now.
      if (!(error instanceof ServerUnavailable)) log.warn(`examples of ${document.uri}: ${String(error)}`);
    }
  });
}
