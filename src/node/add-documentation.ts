import { statSync } from 'node:fs';
import { homedir } from 'node:os';
import { FactprobeError, message } from '../core/platform/index.ts';
import { cacheFolderOf } from './cache-folder.ts';
import { documentationFolders, keepDocumentationFolders } from './documentation-folders.ts';

/**
 * Takes a folder, absolute with `/`, as evidence from now on. Throws a `FactprobeError` when it is none, or the cache
 * folder can't keep that.
 */
export function addDocumentation(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new FactprobeError(message('index.not-a-folder', { folder }));
  }
  const { env: environment, platform } = process;
  const cacheFolder = cacheFolderOf({ environment, platform, home: homedir() });
  try {
    keepDocumentationFolders(cacheFolder, [...documentationFolders(cacheFolder), folder]);
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    throw new FactprobeError(message('index.folder-not-kept', { folder: cacheFolder, problem }), { cause });
  }
}
