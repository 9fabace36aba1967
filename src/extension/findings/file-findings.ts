import * as vscode from 'vscode';
import type { DocumentPlace } from '../../protocol/ask.ts';
import { section } from '../settings.ts';

/** The false claims that are shown in a file, in the order of the text. */
export function findingsIn(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === section)
    .toSorted((a, b) => a.range.start.compareTo(b.range.start));
}

/** Where the false claims of all files begin, sorted by file, then by text. */
export function allFindings(): readonly DocumentPlace[] {
  return vscode.languages
    .getDiagnostics()
    .toSorted(([a], [b]) => (a.toString() < b.toString() ? -1 : 1))
    .flatMap(([uri]) =>
      findingsIn(uri).map(({ range: { start } }) => ({
        uri: uri.toString(),
        position: { line: start.line, character: start.character },
      })),
    );
}
