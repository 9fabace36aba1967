import { isAbsolute, join, resolve } from 'node:path';

/** What decides where the cache lies. */
export interface Machine {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** As `process.platform` names it. */
  readonly platform: string;
  /** The user's home folder. */
  readonly home: string;
}

/**
 * The folder of the cache, absolute: `FACTPROBE_CACHE_DIR`, else `factprobe` below `XDG_CACHE_HOME` (absolute ones
 * alone count, as its specification says), else below the system's own cache folder.
 */
export function cacheFolderOf({ environment, platform, home }: Machine): string {
  const { FACTPROBE_CACHE_DIR: own, XDG_CACHE_HOME: shared, LOCALAPPDATA: local } = environment;
  if (own !== undefined && own !== '') return resolve(own);
  if (shared !== undefined && isAbsolute(shared)) return join(shared, 'factprobe');
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'factprobe');
  if (platform === 'win32') return join(local || join(home, 'AppData', 'Local'), 'factprobe', 'Cache');
  return join(home, '.cache', 'factprobe');
}
