import * as vscode from 'vscode';
import { eventually } from './eventually.ts';

/** What the editor shows of us in a document now, in the order of the text. */
export function findingsNow({ uri }: vscode.TextDocument): readonly vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'factprobe')
    .toSorted((a, b) => a.range.start.compareTo(b.range.start));
}

/** Waits until these claims, in the order of the text, are underlined and no others. */
export async function underlined(
  document: vscode.TextDocument,
  ...claims: readonly string[]
): Promise<readonly vscode.Diagnostic[]> {
  const texts = () => findingsNow(document).map(({ range }) => document.getText(range));
  try {
    return await eventually('the findings', () =>
      JSON.stringify(texts()) === JSON.stringify(claims) ? findingsNow(document) : undefined,
    );
  } catch (error) {
    throw new Error(`underlined are ${JSON.stringify(texts())}, not ${JSON.stringify(claims)}`, {
      cause: error,
    });
  }
}
