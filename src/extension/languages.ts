import type * as vscode from 'vscode';

/** Languages of the editor whose files are checked and asked about. */
const languageIds = ['javascript', 'javascriptreact', 'typescript', 'typescriptreact', 'python'] as const;

/** Files on disk and texts not yet saved; an older version in a comparison, say, is neither. */
const schemes = ['file', 'untitled'] as const;

/** What is checked, as a selector. */
export const documentSelector = languageIds.flatMap((language) =>
  schemes.map((scheme) => ({ language, scheme })),
);

/** Whether a document is checked. */
export function isChecked({ languageId, uri }: vscode.TextDocument): boolean {
  return documentSelector.some(({ language, scheme }) => language === languageId && scheme === uri.scheme);
}
