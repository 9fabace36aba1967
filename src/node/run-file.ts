import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import {
  type Question,
  type RunEvent,
  type RunHeader,
  type RunLog,
  readRunLog,
  runLine,
} from '../core/benchmark/index.ts';
import { FactprobeError, message } from '../core/platform/index.ts';
import { takeLock } from './file-lock.ts';

/** A run file that this process alone writes. */
export interface RunFile {
  readonly path: string;
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
    const log = isBegun(path) ? readRunLog(readFileSync(path, 'utf8')) : undefined;
    const file = orUnwritable(path, () => openSync(path, 'a'));
    if (log?.isCut === true) ftruncateSync(file, log.wholeBytes);
    return {
      path,
      ...(log === undefined ? {} : { log }),
      append(...events) {
        orUnwritable(path, () => writeWhole(file, events.map(runLine).join('')));
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

/**
 * Begins a run file, and its folder where there is none, with its first line and its questions. Throws a `FactprobeError` when there is such a file already,
 * and as `openRunFile` does.
 */
export function createRunFile(path: string, header: RunHeader, questions: readonly Question[]): RunFile {
  const exists = () => new FactprobeError(message('bench.run.exists', { file: path }));
  if (isBegun(path)) throw exists();
  orUnwritable(path, () => mkdirSync(dirname(path), { recursive: true }));
  const file = openRunFile(path);
  if (file.log !== undefined) {
    file.close();
    throw exists();
  }
  const asked = questions.map((question) => ({ type: 'question', ...question }) as const);
  try {
    // In one piece, so that a process that is killed leaves the whole selection or no run.
    file.append(header, ...asked);
    return file;
  } catch (error) {
    file.close();
    throw error;
  }
}

/**
 * Opens a run file to go on with it. Throws a `FactprobeError` when there is none, and as `openRunFile` does.
 */
export function resumeRunFile(path: string): RunFile & { readonly log: RunLog } {
  if (!existsSync(path)) throw new FactprobeError(message('bench.run.unreadable', { file: path }));
  const file = openRunFile(path);
  const { log } = file;
  if (log !== undefined) return { ...file, log };
  file.close();
  throw new FactprobeError(message('bench.run.no-header'));
}

/** An empty file is one whose process was killed before it wrote its first line. */
function isBegun(path: string): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0;
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

function writeWhole(file: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
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
