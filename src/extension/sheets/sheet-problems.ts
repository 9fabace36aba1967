import * as vscode from 'vscode';
import type { Renderer } from '../../node/catalogue.ts';
import { outlineOf, rangeOf, sheetLanguage } from './sheet-documents.ts';

/** Milliseconds behind the last key: half a line is no slip. */
const patience = 300;

/** Lists what can't be read in the sheets that are open. */
export function createSheetProblems(render: Renderer): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('factprobe-sheets');
  const waiting = new Map<string, NodeJS.Timeout>();
  const show = (document: vscode.TextDocument) => {
    if (document.languageId !== sheetLanguage) return;
    collection.set(
      document.uri,
      outlineOf(document).problems.map(({ problem, place }) => {
        const severity = vscode.DiagnosticSeverity.Warning;
        const diagnostic = new vscode.Diagnostic(rangeOf(place), render(problem), severity);
        diagnostic.source = 'factprobe';
        diagnostic.code = problem.id;
        return diagnostic;
      }),
    );
  };
  const later = (document: vscode.TextDocument) => {
    const key = document.uri.toString();
    clearTimeout(waiting.get(key));
    waiting.set(
      key,
      setTimeout(() => {
        waiting.delete(key);
        if (!document.isClosed) show(document);
      }, patience),
    );
  };
  for (const document of vscode.workspace.textDocuments) show(document);
  return vscode.Disposable.from(
    collection,
    vscode.workspace.onDidOpenTextDocument(show),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document.languageId === sheetLanguage) later(document);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => collection.delete(uri)),
    new vscode.Disposable(() => {
      for (const timer of waiting.values()) clearTimeout(timer);
    }),
  );
}
