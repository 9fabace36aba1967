import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type {
  ContentId,
  ContentIdentity,
  FoundName,
  FoundPassage,
  IndexedFile,
  IndexScope,
  IndexSource,
  IndexStatus,
  KnownInstall,
} from '../core/evidence/index.ts';
import { indexedTitle, indexedWords } from '../core/evidence/index.ts';
import { withPatience } from './cache-database.ts';
import { packNames, packPlaces, unpackNames, unpackPlace } from './index-packing.ts';
import { PassageSearch } from './passage-search.ts';
import type { loadSqlite } from './sqlite-module.ts';

/** The number is the schema's: programs of two versions use two files and never argue about one. */
const schemaVersion = 1;

/** The index's file in a cache folder. */
export function indexPath(folder: string): string {
  return join(folder, `index-${schemaVersion}.sqlite`);
}

type Sqlite = NonNullable<ReturnType<typeof loadSqlite>>;

const patienceMilliseconds = 10_000;

const settings = `
  PRAGMA busy_timeout = ${patienceMilliseconds};
  PRAGMA page_size = 8192;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA cache_size = -32000;
  PRAGMA temp_store = MEMORY;
  PRAGMA wal_autocheckpoint = 8000;
  PRAGMA journal_size_limit = 16777216;
`;

/**
 * A row of names holds every declaration of one name in one content, packed: a row each would cost several times the
 * time and the room. Passages are kept by their words alone; their texts lie in the files.
 */
const schema = `
  CREATE TABLE IF NOT EXISTS contents (
    id INTEGER PRIMARY KEY AUTOINCREMENT, reader TEXT NOT NULL, ecosystem TEXT, name TEXT, version TEXT, hash TEXT,
    facts INTEGER NOT NULL DEFAULT 0, passages INTEGER NOT NULL DEFAULT 0, begun INTEGER NOT NULL
  );
  CREATE INDEX IF NOT EXISTS contents_by_hash ON contents (hash);
  CREATE TABLE IF NOT EXISTS installs (
    root TEXT NOT NULL, ecosystem TEXT NOT NULL, name TEXT NOT NULL, reader TEXT NOT NULL, stamp TEXT NOT NULL,
    content INTEGER NOT NULL, PRIMARY KEY (root, ecosystem, name)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS files (
    id INTEGER PRIMARY KEY AUTOINCREMENT, content INTEGER NOT NULL, path TEXT NOT NULL, hash TEXT NOT NULL,
    places TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS names (
    key TEXT NOT NULL, content INTEGER NOT NULL, entries TEXT NOT NULL, PRIMARY KEY (key, content)
  ) WITHOUT ROWID;
  CREATE VIRTUAL TABLE IF NOT EXISTS passages USING fts5 (
    title, body, content = '', contentless_delete = 1, tokenize = 'porter unicode61 remove_diacritics 2'
  );
  PRAGMA user_version = ${schemaVersion};
`;

/** Numbers of a file's passages; a file has fewer. */
export const passagesOfFile = 4096;

const namesAtMost = 2000;
/** A content that nobody finished for so long was given up. */
const givenUpMilliseconds = 15 * 60_000;

/** One connection to the index's database. Every method throws what SQLite throws. */
export class IndexDatabase {
  readonly #database: DatabaseSync;
  readonly #path: string;
  readonly #reader: string;
  readonly #statements = new Map<string, StatementSync>();
  readonly #search: PassageSearch;

  private constructor(database: DatabaseSync, path: string, reader: string) {
    this.#database = database;
    this.#path = path;
    this.#reader = reader;
    this.#search = new PassageSearch((sql) => this.#statement(sql));
  }

  /** Opens the database of a file, made when it isn't there; `reader` names the build whose readings count. */
  static open({ DatabaseSync }: Sqlite, path: string, reader: string): IndexDatabase {
    const database = new DatabaseSync(path);
    try {
      withPatience(() => database.exec(settings));
      if (database.prepare('PRAGMA user_version').get()?.user_version !== schemaVersion) {
        withPatience(() => inTransaction(database, () => database.exec(schema)));
      }
      return new IndexDatabase(database, path, reader);
    } catch (error) {
      database.close();
      throw error;
    }
  }

  installed({ root, ecosystem, name }: IndexSource): KnownInstall | undefined {
    const row = this.#statement(
      `SELECT content, stamp FROM installs JOIN contents ON contents.id = content
       WHERE root = ? AND installs.ecosystem = ? AND installs.name = ? AND installs.reader = ? AND hash IS NOT NULL`,
    ).get(root, ecosystem, name, this.#reader);
    return row === undefined ? undefined : { content: Number(row.content), stamp: String(row.stamp) };
  }

  contentOf({ ecosystem, name, version, hash }: ContentIdentity): ContentId | undefined {
    const row = this.#statement(
      `SELECT id FROM contents WHERE hash = ? AND ecosystem = ? AND name = ? AND version IS ? AND reader = ?`,
    ).get(hash, ecosystem, name, version ?? null, this.#reader);
    return row === undefined ? undefined : Number(row.id);
  }

  together(action: () => void): void {
    if (this.#database.isTransaction) action();
    else inTransaction(this.#database, action);
  }

  begin(): ContentId {
    const { lastInsertRowid } = this.#statement('INSERT INTO contents (reader, begun) VALUES (?, ?)').run(
      this.#reader,
      Date.now(),
    );
    return Number(lastInsertRowid);
  }

  add(content: ContentId, files: readonly IndexedFile[]): void {
    const addFile = this.#statement('INSERT INTO files (content, path, hash, places) VALUES (?, ?, ?, ?)');
    const addPassage = this.#statement('INSERT INTO passages (rowid, title, body) VALUES (?, ?, ?)');
    const byKey = new Map<string, string>();
    let facts = 0;
    let passages = 0;
    for (const file of files) {
      if (file.names.length === 0 && file.passages.length === 0) continue;
      const id = Number(
        addFile.run(content, file.path, file.hash, packPlaces(file.passages)).lastInsertRowid,
      );
      packNames(id, file.names, byKey);
      let number = id * passagesOfFile;
      for (const { title, text } of file.passages) {
        addPassage.run(number++, indexedTitle(title), indexedWords(text));
      }
      facts += file.names.length;
      passages += file.passages.length;
    }
    const addName = this.#statement(
      `INSERT INTO names (key, content, entries) VALUES (?, ?, ?)
       ON CONFLICT (key, content) DO UPDATE SET entries = entries || char(10) || excluded.entries`,
    );
    for (const key of [...byKey.keys()].sort()) addName.run(key, content, byKey.get(key) ?? '');
    this.#statement('UPDATE contents SET facts = facts + ?, passages = passages + ? WHERE id = ?').run(
      facts,
      passages,
      content,
    );
  }

  finish(content: ContentId, { ecosystem, name, version, hash }: ContentIdentity): void {
    this.#statement('UPDATE contents SET ecosystem = ?, name = ?, version = ?, hash = ? WHERE id = ?').run(
      ecosystem,
      name,
      version ?? null,
      hash,
      content,
    );
  }

  link({ root, ecosystem, name }: IndexSource, { content, stamp }: KnownInstall): void {
    this.#statement(
      `INSERT OR REPLACE INTO installs (root, ecosystem, name, reader, stamp, content) VALUES (?, ?, ?, ?, ?, ?)`,
    ).run(root, ecosystem, name, this.#reader, stamp, content);
  }

  forget(source: IndexSource): void {
    const known = this.installed(source);
    if (known === undefined) return;
    this.#statement('DELETE FROM installs WHERE content = ?').run(known.content);
    this.#statement('UPDATE contents SET hash = NULL, begun = 0 WHERE id = ?').run(known.content);
  }

  named(key: string, scope: IndexScope): readonly FoundName[] {
    const found: FoundName[] = [];
    for (const row of this.#statement('SELECT content, entries FROM names WHERE key = ?').iterate(key)) {
      const content = Number(row.content);
      if (!scope.has(content)) continue;
      for (const { file, ...place } of unpackNames(String(row.entries))) {
        found.push({ ...place, content, file: this.#pathOf(file) });
        if (found.length >= namesAtMost) return found;
      }
    }
    return found;
  }

  keysFrom(prefix: string, scope: IndexScope, most: number): readonly string[] {
    const keys = new Set<string>();
    const rows = this.#statement('SELECT key, content FROM names WHERE key >= ? AND key < ?');
    for (const row of rows.iterate(prefix, `${prefix}\u{10ffff}`)) {
      if (scope.has(Number(row.content))) keys.add(String(row.key));
      if (keys.size >= most) break;
    }
    return [...keys];
  }

  passages(words: readonly string[], scope: IndexScope, most: number): readonly FoundPassage[] {
    const place = this.#statement('SELECT content, path, hash, places FROM files WHERE id = ?');
    const found: FoundPassage[] = [];
    for (const id of this.#search.best(words)) {
      const row = place.get(Math.floor(id / passagesOfFile));
      const content = Number(row?.content);
      const span = row === undefined ? undefined : unpackPlace(String(row.places), id % passagesOfFile);
      if (row === undefined || span === undefined || !scope.has(content)) continue;
      found.push({ content, file: String(row.path), hash: String(row.hash), ...span });
      if (found.length >= most) break;
    }
    return found;
  }

  tidy(isThere: (root: string) => boolean): void {
    this.together(() => {
      for (const { root } of this.#statement('SELECT DISTINCT root FROM installs').all()) {
        if (!isThere(String(root))) this.#statement('DELETE FROM installs WHERE root = ?').run(root ?? null);
      }
      this.#statement('DELETE FROM installs WHERE reader <> ?').run(this.#reader);
      const dead = this.#statement(
        `SELECT id FROM contents WHERE id NOT IN (SELECT content FROM installs) AND (hash IS NOT NULL OR begun < ?)`,
      ).all(Date.now() - givenUpMilliseconds);
      if (dead.length > 0) this.#drop(dead.map(({ id }) => Number(id)));
    });
    this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  status(): IndexStatus {
    const row = this.#statement(
      `SELECT COUNT(*) AS packages, TOTAL(facts) AS facts, TOTAL(passages) AS passages FROM contents
       WHERE reader = ? AND hash IS NOT NULL`,
    ).get(this.#reader);
    const size = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    return {
      packages: Number(row?.packages),
      facts: Number(row?.facts),
      passages: Number(row?.passages),
      bytes: size(this.#path) + size(`${this.#path}-wal`),
      path: this.#path,
    };
  }

  clear(): void {
    this.together(() => {
      this.#database.exec(
        `DELETE FROM installs; DELETE FROM names; DELETE FROM files; DELETE FROM contents;
         INSERT INTO passages (passages) VALUES ('delete-all');`,
      );
    });
    this.#database.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE);');
  }

  close(): void {
    this.#database.close();
  }

  #drop(contents: readonly ContentId[]): void {
    this.#database.exec('CREATE TEMP TABLE IF NOT EXISTS dead (id INTEGER PRIMARY KEY); DELETE FROM dead;');
    const add = this.#statement('INSERT INTO dead (id) VALUES (?)');
    for (const id of contents) add.run(id);
    const files = this.#statement('SELECT id FROM files WHERE content IN (SELECT id FROM dead)').all();
    const forget = this.#statement('DELETE FROM passages WHERE rowid BETWEEN ? AND ?');
    for (const file of files) {
      const first = Number(file.id) * passagesOfFile;
      forget.run(first, first + passagesOfFile - 1);
    }
    for (const table of ['files', 'names']) {
      this.#database.exec(`DELETE FROM ${table} WHERE content IN (SELECT id FROM dead)`);
    }
    this.#database.exec('DELETE FROM contents WHERE id IN (SELECT id FROM dead)');
  }

  #pathOf(file: number): string {
    return String(this.#statement('SELECT path FROM files WHERE id = ?').get(file)?.path ?? '');
  }

  #statement(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const prepared = this.#database.prepare(sql);
    this.#statements.set(sql, prepared);
    return prepared;
  }
}

/** All of it or nothing; a second writer waits for the first. */
function inTransaction(database: DatabaseSync, action: () => void): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    action();
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
