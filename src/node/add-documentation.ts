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
  const cacheFolder = ownCacheFolder();
  keep(cacheFolder, [...documentationFolders(cacheFolder), folder]);
}

/**
 * Takes a folder for evidence no longer; it may be gone from the disk. Throws a `FactprobeError` when it was never added,
 * or the cache folder can't keep that.
 */
export function removeDocumentation(folder: string): void {
  const cacheFolder = ownCacheFolder();
  const known = documentationFolders(cacheFolder);
  if (!known.includes(folder)) {
    const added = known.length === 0 ? 'none' : known.join(', ');
    throw new FactprobeError(message('index.folder-never-added', { folder, added }));
  }
  keep(
    cacheFolder,
    known.filter((one) => one !== folder),
  );
}

function ownCacheFolder(): string {
  const { env: environment, platform } = process;
  return cacheFolderOf({ environment, platform, home: homedir() });
}

function keep(cacheFolder: string, folders: readonly string[]): void {
  try {
    keepDocumentationFolders(cacheFolder, folders);
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    throw new FactprobeError(message('index.folder-not-kept', { folder: cacheFolder, problem }), { cause });
  }
}
