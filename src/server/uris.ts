import { fileURLToPath, pathToFileURL } from 'node:url';
import { toPortablePath } from '../node/file-system.ts';

/** The path that core knows a document by: absolute with `/` for files, the URI itself for anything else. */
export function pathOfUri(uri: string): string {
  return uri.startsWith('file:') ? toPortablePath(fileURLToPath(uri)) : uri;
}

/** Whether a document is a cell of a notebook. */
export function isNotebookCell(uri: string): boolean {
  return uri.startsWith('vscode-notebook-cell:');
}

/** Where a document lies on the disk, absolute with `/`: a cell lies where its notebook does. */
export function diskPathOfUri(uri: string): string {
  if (!isNotebookCell(uri)) return pathOfUri(uri);
  const file = new URL('file:///');
  file.pathname = new URL(uri).pathname;
  return pathOfUri(file.href);
}

/** The URI of a path that `pathOfUri` gave, or of any absolute path. */
export function uriOfPath(path: string): string {
  return /^[a-z][\w+.-]+:/i.test(path) && !/^[a-z]:\//i.test(path) ? path : pathToFileURL(path).href;
}
