import { homedir } from 'node:os';
import type { MachineFolders } from '../core/evidence/index.ts';
import { toPortablePath } from './file-system.ts';

/** Where this machine keeps packages, by its environment; nothing is run and nothing looked at. */
export function machineFolders(environment: Readonly<Record<string, string | undefined>>): MachineFolders {
  return { root: '/', home: toPortablePath(homedir()), variables: environment };
}
