import * as vscode from 'vscode';
import { isChecked } from '../languages.ts';
import type { ServerConnection } from './server-connection.ts';
import { ServerUnavailable } from './server-unavailable.ts';

/** Starts the server with the first document that it checks. */
export function connectOnFirstDocument(server: ServerConnection): vscode.Disposable {
  const open = (document: vscode.TextDocument) => {
    if (!isChecked(document)) return;
    listener.dispose();
    void connect(server);
  };
  const listener = vscode.workspace.onDidOpenTextDocument(open);
  const first = vscode.workspace.textDocuments.find(isChecked);
  if (first !== undefined) open(first);
  return listener;
}

async function connect(server: ServerConnection): Promise<void> {
  try {
    await server.connect();
  } catch (error) {
    // The user was told already.
    if (!(error instanceof ServerUnavailable)) throw error;
  }
}
