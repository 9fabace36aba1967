import type * as vscode from 'vscode';

/** Languages of the editor whose examples can be run. */
const runnableLanguageIds = ['javascript', 'javascriptreact', 'typescript', 'typescriptreact', 'python'];

/** Languages of the editor whose symbols can be asked about. */
const askedLanguageIds = [
  ...runnableLanguageIds,
  ...['java', 'csharp', 'php', 'go', 'rust', 'c', 'cpp', 'kotlin', 'ruby'],
];

/** Languages of the editor whose comments are checked, by what they are called. */
const languageNames: Readonly<Record<string, string>> = {
  javascript: 'JavaScript',
  javascriptreact: 'JavaScript React',
  typescript: 'TypeScript',
  typescriptreact: 'TypeScript React',
  python: 'Python',
  java: 'Java',
  csharp: 'C#',
  php: 'PHP',
  go: 'Go',
  rust: 'Rust',
  c: 'C',
  cpp: 'C++',
  kotlin: 'Kotlin',
  ruby: 'Ruby',
  shellscript: 'Shell',
};

export const checkedLanguageIds: readonly string[] = Object.keys(languageNames);

/** What a language is called; its id where it isn't checked. */
export function languageName(id: string): string {
  return languageNames[id] ?? id;
}

/** Files on disk and texts not yet saved; an older version in a comparison, say, is neither. */
const askedSchemes: readonly string[] = ['file', 'untitled'];

/** A cell of a notebook is checked by itself. */
export const cellScheme = 'vscode-notebook-cell';

const checkedSchemes: readonly string[] = [...askedSchemes, cellScheme];

/** What is checked, as a selector. */
export const documentSelector = checkedLanguageIds.flatMap((language) =>
  checkedSchemes.map((scheme) => ({ language, scheme })),
);

/** What can be asked about, as a selector. */
export const askableSelector = askedLanguageIds.flatMap((language) =>
  askedSchemes.map((scheme) => ({ language, scheme })),
);

/** Whether a document is checked. */
export function isChecked({ languageId, uri }: vscode.TextDocument): boolean {
  return checkedLanguageIds.includes(languageId) && checkedSchemes.includes(uri.scheme);
}

/** Whether symbols of a document can be asked about. */
export function isAskable({ languageId, uri }: vscode.TextDocument): boolean {
  return askedLanguageIds.includes(languageId) && askedSchemes.includes(uri.scheme);
}

/** Whether examples in the comments of a document can be run. */
export function isRunnable({ languageId }: vscode.TextDocument): boolean {
  return runnableLanguageIds.includes(languageId);
}
