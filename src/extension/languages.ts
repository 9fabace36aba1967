/** Languages of the editor whose files are checked and asked about. */
const languageIds = ['javascript', 'javascriptreact', 'typescript', 'typescriptreact', 'python'] as const;

/** The same as a selector: files on disk and files not yet saved. */
export const documentSelector = languageIds.flatMap((language) => [
  { language, scheme: 'file' },
  { language, scheme: 'untitled' },
]);

/** Whether files of that language are checked. */
export function isChecked(languageId: string): boolean {
  return languageIds.some((known) => known === languageId);
}
