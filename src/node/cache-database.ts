import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { isBusy } from './sqlite-failure.ts';
import type { loadSqlite } from './sqlite-module.ts';

/** The number is the schema's: programs of two versions use two files and never argue about one. */
const schemaVersion = 1;

/** The database's file in a cache folder. */
export function databasePath(folder: string): string {
  return join(folder, `cache-${schemaVersion}.sqlite`);
}

/** Which file was opened, so that it can be told from one that took its place; `undefined` when there is none. */
export function fileIdentity(path: string): bigint | undefined {
  return statSync(path, { bigint: true, throwIfNoEntry: false })?.ino;
}

type Sqlite = NonNullable<ReturnType<typeof loadSqlite>>;

const patienceMilliseconds = 3000;

const settings = `
  PRAGMA busy_timeout = ${patienceMilliseconds};
  PRAGMA auto_vacuum = INCREMENTAL;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA journal_size_limit = 8388608;
`;

const schema = `
  CREATE TABLE IF NOT EXISTS entries (
    id INTEGER PRIMARY KEY, area TEXT NOT NULL, key TEXT NOT NULL, text TEXT NOT NULL, bytes INTEGER NOT NULL,
    UNIQUE (area, key)
  );
  PRAGMA user_version = ${schemaVersion};
`;

/** One connection to the cache's database. Every method throws what SQLite throws. */
export class CacheDatabase {
  readonly #database: DatabaseSync;
  readonly #maximumBytes: number;
  readonly #reading: StatementSync;
  readonly #writing: StatementSync;
  /** Bytes written since the size was looked at; other processes write too, so that the first write looks. */
  #unseen = Number.POSITIVE_INFINITY;

  private constructor(database: DatabaseSync, maximumBytes: number) {
    this.#database = database;
    this.#maximumBytes = maximumBytes;
    this.#reading = database.prepare('SELECT text FROM entries WHERE area = ? AND key = ?');
    this.#writing = database.prepare(
      'INSERT OR REPLACE INTO entries (area, key, text, bytes) VALUES (?, ?, ?, ?)',
    );
  }

  /**
   * Opens the database of a file, made when it isn't there. A second process that makes it at the same moment is
   * waited for.
   */
  static open({ DatabaseSync }: Sqlite, path: string, maximumBytes: number): CacheDatabase {
    const database = new DatabaseSync(path);
    try {
      withPatience(() => database.exec(settings));
      if (versionOf(database) !== schemaVersion) withPatience(() => create(database));
      return new CacheDatabase(database, maximumBytes);
    } catch (error) {
      database.close();
      throw error;
    }
  }

  read(area: string, key: string): string | undefined {
    const text = this.#reading.get(area, key)?.text;
    return typeof text === 'string' ? text : undefined;
  }

  /** Keeps a text, unless it alone would drive everything else out. */
  write(area: string, key: string, text: string): void {
    this.#put(area, key, text);
    if (this.#unseen > this.#maximumBytes / 16) this.#trim();
  }

  #put(area: string, key: string, text: string): void {
    const bytes = Buffer.byteLength(text) + key.length + area.length;
    if (bytes > this.#maximumBytes / 4) return;
    this.#writing.run(area, key, text, bytes);
    this.#unseen += bytes;
  }

  /** Keeps texts, all or none. */
  writeAll(area: string, texts: ReadonlyMap<string, string>): void {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      for (const [key, text] of texts) this.#put(area, key, text);
      this.#database.exec('COMMIT');
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
    if (this.#unseen > this.#maximumBytes / 16) this.#trim();
  }

  clear(): void {
    this.#database.exec('DELETE FROM entries');
    this.#giveBack();
  }

  close(): void {
    this.#database.close();
  }

  /** Drops the oldest entries when there are more bytes than allowed, down to three quarters. */
  #trim(): void {
    this.#unseen = 0;
    if (this.#usedBytes() <= this.#maximumBytes) return;
    this.#database
      .prepare(
        `DELETE FROM entries WHERE id <= (
           SELECT MAX(id) FROM (SELECT id, SUM(bytes) OVER (ORDER BY id DESC) AS newer FROM entries)
           WHERE newer > ?)`,
      )
      .run(Math.floor(this.#maximumBytes * 0.75));
    this.#giveBack();
  }

  #usedBytes(): number {
    const pragma = (name: string) => Number(this.#database.prepare(`PRAGMA ${name}`).get()?.[name] ?? 0);
    return (pragma('page_count') - pragma('freelist_count')) * pragma('page_size');
  }

  #giveBack(): void {
    this.#database.exec('PRAGMA incremental_vacuum; PRAGMA wal_checkpoint(TRUNCATE);');
  }
}

function versionOf(database: DatabaseSync): unknown {
  return database.prepare('PRAGMA user_version').get()?.user_version;
}

function create(database: DatabaseSync): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    database.exec(`${schema} COMMIT`);
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** Tries again for some seconds: SQLite doesn't wait for a lock in every case, a change to write-ahead logging for one. */
export function withPatience(action: () => void): void {
  const end = performance.now() + patienceMilliseconds;
  for (;;) {
    try {
      action();
      return;
    } catch (error) {
      if (!isBusy(error) || performance.now() > end) throw error;
      pause(50);
    }
  }
}

/** Holds this thread for some milliseconds. */
export function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
