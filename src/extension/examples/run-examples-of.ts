import * as vscode from 'vscode';
import { type RunExamplesResult, runExamplesMethod } from '../../protocol/run-examples.ts';
import { isRunnable } from '../languages.ts';
import type { ServerConnection } from '../server/server-connection.ts';

/** Whether examples of a document can be run: it is a file in a language that runs, in a workspace that is trusted. */
export function mayRunExamples(document: vscode.TextDocument): boolean {
  return vscode.workspace.isTrusted && document.uri.scheme === 'file' && isRunnable(document);
}

/** Has the server run the examples of a saved document. */
export function requestExamples(
  server: ServerConnection,
  { uri }: vscode.TextDocument,
  token?: vscode.CancellationToken,
): Promise<RunExamplesResult> {
  return server.request<RunExamplesResult>(runExamplesMethod, { uri: uri.toString() }, token);
}
