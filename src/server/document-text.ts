import type { TextDocument } from 'vscode-languageserver-textdocument';
import { notebookCellSource } from '../core/source/index.ts';
import { languageOfDocument } from './document-language.ts';
import { isNotebookCell } from './uris.ts';

/** The text of a document to check; commands to IPython in a notebook's cell give way to as many characters of Python. */
export function textOfDocument(document: TextDocument): string {
  const text = document.getText();
  const isPythonCell = isNotebookCell(document.uri) && languageOfDocument(document)?.family === 'python';
  return isPythonCell ? notebookCellSource(text) : text;
}
