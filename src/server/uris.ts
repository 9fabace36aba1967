import { fileURLToPath, pathToFileURL } from 'node:url';
import { toPortablePath } from '../node/file-system.ts';

/** The path that core knows a document by: absolute with `/` for files, the URI itself for anything else. */
export function pathOfUri(uri: string): string {
  return uri.startsWith('file:') ? toPortablePath(fileURLToPath(uri)) : uri;
}

/** The URI of a path that `pathOfUri` gave, or of any absolute path. */
export function uriOfPath(path: string): string {
  return /^[a-z][\w+.-]+:/i.test(path) && !/^[a-z]:\//i.test(path) ? path : pathToFileURL(path).href;
}
