import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { IndexSource } from '../core/evidence/index.ts';
import { writeAtomically } from './write-atomically.ts';

const listSchema = z.object({ folders: z.array(z.string()).readonly() });

/** The folders of documentation that the user added, absolute with `/`; empty when the list is missing or broken. */
export function documentationFolders(cacheFolder: string): readonly string[] {
  try {
    return listSchema.parse(JSON.parse(readFileSync(listPath(cacheFolder), 'utf8'))).folders;
  } catch {
    // No list yet, or one that somebody else wrote: adding a folder writes it anew.
    return [];
  }
}

/** Keeps the list of folders, each once. Throws what the file system throws. */
export function keepDocumentationFolders(cacheFolder: string, folders: readonly string[]): void {
  mkdirSync(cacheFolder, { recursive: true, mode: 0o700 });
  const list = { folders: [...new Set(folders)] };
  writeAtomically(listPath(cacheFolder), `${JSON.stringify(list, null, 2)}\n`);
}

/** A folder of documentation as something to be indexed. */
export function documentationSource(root: string): IndexSource {
  const name = root.slice(root.lastIndexOf('/') + 1);
  return { ecosystem: 'documents', name, root, parts: [''] };
}

/** It is what the user wants, not what was computed: clearing the cache leaves it. */
function listPath(cacheFolder: string): string {
  return join(cacheFolder, 'documentation.json');
}
