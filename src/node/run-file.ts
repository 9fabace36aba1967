import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { type RunEvent, type RunLog, readRunLog, runLine } from '../core/benchmark/index.ts';
import { FactprobeError, message } from '../core/platform/index.ts';
import { takeLock } from './file-lock.ts';

/** A run file that this process alone writes. */
export interface RunFile {
  /** What it held when it was opened; absent for a new one. */
  readonly log?: RunLog;
  /** Writes events at its end; they are on the disk when it returns. */
  append(...events: readonly RunEvent[]): void;
  /** Lets others write it. */
  close(): void;
}

/**
 * Opens a run file for writing. A file that is there is read first, and a line that was cut is taken off its end.
 * Throws a `FactprobeError` when another process writes it, when it is no run file, or when it can't be written.
 */
export function openRunFile(path: string): RunFile {
  const unlock = lockFor(path);
  try {
    const log = existsSync(path) ? readRunLog(readFileSync(path, 'utf8')) : undefined;
    const file = orUnwritable(path, () => openSync(path, 'a'));
    if (log?.isCut === true) ftruncateSync(file, log.wholeBytes);
    return {
      ...(log === undefined ? {} : { log }),
      append(...events) {
        writeSync(file, events.map(runLine).join(''));
        fsyncSync(file);
      },
      close() {
        closeSync(file);
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Reads a run file without locking it. Throws a `FactprobeError` when it can't be read or is none. */
export function readRunFile(path: string): RunLog {
  return readRunLog(readText(path));
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new FactprobeError(message('bench.run.unreadable', { file: path }), { cause });
  }
}

/** Takes the lock beside a run file; gives the function that lets it go. */
function lockFor(path: string): () => void {
  const lock = `${path}.lock`;
  const taken = orUnwritable(path, () => takeLock(lock));
  if (taken.isTaken) return taken.release;
  throw new FactprobeError(message('bench.run.locked', { file: path, process: taken.holder ?? 0, lock }));
}

function orUnwritable<T>(path: string, write: () => T): T {
  try {
    return write();
  } catch (cause) {
    // Only what the file system refuses has a code; anything else is a fault of ours.
    if (!(cause instanceof Error && 'code' in cause)) throw cause;
    throw new FactprobeError(message('bench.run.unwritable', { file: path }), { cause });
  }
}
