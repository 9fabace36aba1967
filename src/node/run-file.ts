import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  linkSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { type RunEvent, type RunLog, readRunLog, runLine } from '../core/benchmark/index.ts';
import { FactprobeError, message } from '../core/platform/index.ts';

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
  const unlock = takeLock(`${path}.lock`, path);
  try {
    const log = existsSync(path) ? readRunLog(readFileSync(path, 'utf8')) : undefined;
    const file = openForAppending(path);
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

function openForAppending(path: string): number {
  try {
    return openSync(path, 'a');
  } catch (cause) {
    throw new FactprobeError(message('bench.run.unwritable', { file: path }), { cause });
  }
}

/** A lock file with the writer's process id; one that a process left behind when it was killed is taken over. */
function takeLock(lock: string, path: string): () => void {
  const own = `${lock}.${process.pid}`;
  try {
    writeFileSync(own, String(process.pid));
  } catch (cause) {
    throw new FactprobeError(message('bench.run.unwritable', { file: path }), { cause });
  }
  try {
    if (!link(own, lock)) {
      const holder = holderOf(lock);
      const isStale = holder === undefined || !isRunning(holder);
      if (isStale) rmSync(lock, { force: true });
      if (!isStale || !link(own, lock)) {
        throw new FactprobeError(message('bench.run.locked', { file: path, process: holder ?? 0, lock }));
      }
    }
    return () => rmSync(lock, { force: true });
  } finally {
    rmSync(own, { force: true });
  }
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

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
