import * as vscode from 'vscode';

/** The cell of an open notebook that has this document; `undefined` where there is none. */
export function notebookCell(uri: vscode.Uri): vscode.NotebookCell | undefined {
  const wanted = uri.toString();
  return vscode.workspace.notebookDocuments
    .flatMap((notebook) => notebook.getCells())
    .find(({ document }) => document.uri.toString() === wanted);
}
