import type * as vscode from 'vscode';
import type { DocumentPlace } from '../protocol/ask.ts';

/** Where the cursor of an editor stands, as the server is told. */
export function cursorPlace({ document, selection }: vscode.TextEditor): DocumentPlace {
  const { line, character } = selection.active;
  return { uri: document.uri.toString(), position: { line, character } };
}
