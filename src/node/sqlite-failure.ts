/** What to do about an error of SQLite. */
export type SqliteFailure =
  /** Another process holds the database for longer than one waits. */
  | 'busy'
  /** The file is no database, or a damaged one. */
  | 'damaged'
  /** The file was moved away under the connection. */
  | 'moved'
  /** It can't be opened or written: permissions, a full disk, a file system without locks. */
  | 'unusable';

const moved = 1032;

/** Sorts an error by SQLite's result codes (sqlite.org/rescode.html). */
export function failureOf(error: unknown): SqliteFailure {
  const code = resultCode(error);
  if (code === moved) return 'moved';
  switch (code === undefined ? undefined : code & 0xff) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
      return 'busy';
    case 1: // SQLITE_ERROR: a table of another shape
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
      return 'damaged';
    default:
      return 'unusable';
  }
}

/** Whether waiting may help. */
export function isBusy(error: unknown): boolean {
  return failureOf(error) === 'busy';
}

function resultCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode : undefined;
}
