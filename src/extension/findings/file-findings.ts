import * as vscode from 'vscode';
import { section } from '../settings.ts';

/** The false claims that are shown in a file, in the order of the text. */
export function findingsIn(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === section)
    .toSorted((a, b) => a.range.start.compareTo(b.range.start));
}
