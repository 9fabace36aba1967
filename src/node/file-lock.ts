import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** A lock that was taken, or the process that has it; `undefined` where its file doesn't tell. */
export type FileLock =
  | { readonly isTaken: true; readonly release: () => void }
  | { readonly isTaken: false; readonly holder: number | undefined };

/**
 * Takes a lock file, which holds the process id of whoever has it. One that a process left behind when it was killed is
 * taken over, by one process alone however many try. Throws the file system's own error where the file can't be made.
 */
export function takeLock(lock: string): FileLock {
  const own = `${lock}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    const isTaken = link(own, lock) || (moveStaleAside(lock, `${own}.stale`) && link(own, lock));
    return isTaken
      ? { isTaken, release: () => rmSync(lock, { force: true }) }
      : { isTaken, holder: holderOf(lock) };
  } finally {
    rmSync(own, { force: true });
  }
}

/** Whether the lock is out of the way: nobody alive had it. */
function moveStaleAside(lock: string, aside: string): boolean {
  if (isHeld(holderOf(lock))) return false;
  try {
    renameSync(lock, aside);
  } catch (error) {
    return isCode(error, 'ENOENT');
  }
  // Between the look and the move another process may have taken it over: then it gets its lock back.
  const isMoved = !isHeld(holderOf(aside));
  if (!isMoved) link(aside, lock);
  rmSync(aside, { force: true });
  return isMoved;
}

/** Gives a file a second name in one step; false when that name is taken. */
function link(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

function holderOf(lock: string): number | undefined {
  try {
    const id = Number(readFileSync(lock, 'utf8'));
    return Number.isInteger(id) && id > 0 ? id : undefined;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function isHeld(holder: number | undefined): boolean {
  if (holder === undefined) return false;
  try {
    process.kill(holder, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
