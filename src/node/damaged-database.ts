import { mkdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { fileIdentity, pause } from './cache-database.ts';

/**
 * Moves a damaged database aside, so that a new one can take its place; an earlier one set aside is replaced.
 * Several threads and processes may find the damage at once: one of them moves it, the others find another file in its place.
 * Answers where it was moved to, or `undefined` when somebody else did. Throws what the file system throws.
 */
export function setAside(path: string, damaged: bigint | undefined): string | undefined {
  const lock = `${path}.moving`;
  takeLock(lock);
  try {
    if (damaged === undefined || fileIdentity(path) !== damaged) return undefined;
    const target = `${path}.damaged`;
    rmSync(target, { force: true });
    // The log first: one that stayed behind would be played into the new database.
    rmSync(`${path}-wal`, { force: true });
    rmSync(`${path}-shm`, { force: true });
    renameSync(path, target);
    return target;
  } finally {
    rmdirSync(lock);
  }
}

const staleMilliseconds = 10_000;

function takeLock(lock: string): void {
  for (let attempt = 0; ; attempt++) {
    try {
      mkdirSync(lock);
      return;
    } catch (error) {
      if (attempt >= 300) throw error;
      pause(50);
      removeStale(lock);
    }
  }
}

/** A lock whose owner was killed would stand for ever. */
function removeStale(lock: string): void {
  const facts = statSync(lock, { throwIfNoEntry: false });
  if (facts !== undefined && Date.now() - facts.mtimeMs > staleMilliseconds) {
    rmSync(lock, { recursive: true, force: true });
  }
}
