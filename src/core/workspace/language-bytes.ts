import type { Cancellation, FileSystem } from '../platform/index.ts';
import { findSources } from './find-sources.ts';
import { languageOfName } from './language-of-name.ts';

/** How much of a workspace a language is. */
export interface LanguageBytes {
  /** As Linguist calls it: `C++`, `TypeScript`, `TSX`, `HTML`. */
  readonly language: string;
  readonly bytes: number;
}

/** Which folder to measure. */
export interface MeasureRequest {
  /** Absolute. */
  readonly folder: string;
  readonly cancellation: Cancellation;
}

/**
 * The languages of a folder with the bytes of their files, largest first; empty where nothing is known. What is ignored
 * or excluded for checks doesn't count here either. The language of a file follows from its name: `.h` is C++ where
 * there is more C++ than C, and `.m` is MATLAB where neither Swift nor headers without C speak for Objective-C.
 */
export async function languageBytes(
  files: FileSystem,
  { folder, cancellation }: MeasureRequest,
): Promise<readonly LanguageBytes[]> {
  const isSource = (path: string) => languageOfName(path) !== undefined;
  const found = await findSources(files, { paths: [folder], cancellation, isSource });
  const bytes = new Map<string, number>();
  const add = (key: string, size: number) => bytes.set(key, (bytes.get(key) ?? 0) + size);
  for (const path of found.files) {
    const size = (await files.stat(path))?.size ?? 0;
    const shared = /\.[hm]$/.exec(path)?.[0];
    add(shared ?? languageOfName(path) ?? '', size);
  }
  const of = (key: string) => bytes.get(key) ?? 0;
  const isPlainC = of('C') + of('C++') > 0;
  const isApple = of('Swift') > 0 || (of('.m') > 0 && of('.h') > 0 && !isPlainC);
  const headers = of('C++') > of('C') ? 'C++' : 'C';
  share(bytes, '.h', isApple && !isPlainC ? 'Objective-C' : headers);
  share(bytes, '.m', isApple ? 'Objective-C' : 'MATLAB');
  return [...bytes]
    .filter(([, size]) => size > 0)
    .map(([language, size]) => ({ language, bytes: size }))
    .sort((a, b) => b.bytes - a.bytes);
}

/** Gives the bytes of an ending that languages share to one of them. */
function share(bytes: Map<string, number>, extension: string, language: string): void {
  const size = bytes.get(extension);
  if (size === undefined) return;
  bytes.delete(extension);
  bytes.set(language, (bytes.get(language) ?? 0) + size);
}
