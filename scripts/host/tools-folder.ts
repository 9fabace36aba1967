import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where tools live that tests need and a clone should not carry: `FACTPROBE_TOOLS_DIR`, else the user's cache. */
export function toolsFolder(): string {
  const { FACTPROBE_TOOLS_DIR, XDG_CACHE_HOME } = process.env;
  return FACTPROBE_TOOLS_DIR || join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'factprobe-tools');
}
