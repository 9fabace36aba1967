import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type {
  ContentId,
  ContentIdentity,
  FoundName,
  FoundPassage,
  IndexScope,
  IndexSource,
  IndexStatus,
  KnownInstall,
} from '../core/evidence/index.ts';
import { withPatience } from './cache-database.ts';
import { keyWord, type PackedFiles, pathOf, unpackNames, unpackPassage } from './index-packing.ts';
import { PassageSearch } from './passage-search.ts';
import type { loadSqlite } from './sqlite-module.ts';

/** The number is the schema's: programs of two versions use two files and never argue about one. */
const schemaVersion = 2;

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

/** What is written is merged when there are so many pieces of one size: merging costs more than looking at them does. */
const segments = 16;

/**
 * A row of files holds some files of one content with what they declare; `keys` finds the rows of a name, by the number
 * of the row. Passages are kept by their words alone, under the number of their row and their own in it; their texts lie
 * in the files.
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
    id INTEGER PRIMARY KEY AUTOINCREMENT, content INTEGER NOT NULL, files TEXT NOT NULL, names TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS files_by_content ON files (content);
  CREATE VIRTUAL TABLE IF NOT EXISTS keys USING fts5 (
    key, content = '', contentless_delete = 1, detail = none, tokenize = "ascii tokenchars '!#$%&()*+,-./:;<=>?@[]^_{|}~\x60'"
  );
  CREATE VIRTUAL TABLE IF NOT EXISTS known_keys USING fts5vocab (keys, instance);
  CREATE VIRTUAL TABLE IF NOT EXISTS passages USING fts5 (
    title, body, content = '', contentless_delete = 1, tokenize = 'porter unicode61 remove_diacritics 2'
  );
  INSERT INTO keys (keys, rank) VALUES ('automerge', ${segments});
  INSERT INTO passages (passages, rank) VALUES ('automerge', ${segments});
  PRAGMA user_version = ${schemaVersion};
`;

/** Numbers of the passages of a row of files; a row has fewer. */
export const passagesOfRow = 65_536;

const namesAtMost = 2000;
/** A content that nobody finished for so long was given up. */
const givenUpMilliseconds = 15 * 60_000;

/** One connection to the index's database. Every method throws what SQLite throws. */
export class IndexDatabase {
  readonly #database: DatabaseSync;
  readonly #path: string;
  readonly #reader: string;
  readonly #statements = new Map<string, StatementSync>();
  readonly #contents = new Map<number, ContentId>();
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

  /** Throws at once when somebody else is writing. */
  togetherIfFree(action: () => void): boolean {
    this.#database.exec('PRAGMA busy_timeout = 0');
    try {
      this.together(action);
    } finally {
      this.#database.exec(`PRAGMA busy_timeout = ${patienceMilliseconds}`);
    }
    return true;
  }

  begin(): ContentId {
    const { lastInsertRowid } = this.#statement('INSERT INTO contents (reader, begun) VALUES (?, ?)').run(
      this.#reader,
      Date.now(),
    );
    return Number(lastInsertRowid);
  }

  /** Adds files to a content. */
  add(content: ContentId, rows: readonly PackedFiles[]): void {
    const addFiles = this.#statement('INSERT INTO files (content, files, names) VALUES (?, ?, ?)');
    const addKeys = this.#statement('INSERT INTO keys (rowid, key) VALUES (?, ?)');
    const addPassage = this.#statement('INSERT INTO passages (rowid, title, body) VALUES (?, ?, ?)');
    let facts = 0;
    let passages = 0;
    for (const row of rows) {
      const id = Number(addFiles.run(content, row.files, row.names).lastInsertRowid);
      if (row.keys !== '') addKeys.run(id, row.keys);
      let number = id * passagesOfRow;
      for (const { title, body } of row.passages) addPassage.run(number++, title, body);
      facts += row.facts;
      passages += row.passages.length;
    }
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
    const read = this.#statement('SELECT files, names FROM files WHERE id = ?');
    const rows = this.#statement('SELECT rowid AS id FROM keys WHERE keys MATCH ?');
    for (const { id } of rows.iterate(`"${keyWord(key)}"`)) {
      const content = this.#contentOf(Number(id));
      const row = content !== undefined && scope.has(content) ? read.get(Number(id)) : undefined;
      if (content === undefined || row === undefined) continue;
      for (const { file, ...place } of unpackNames(String(row.names), key)) {
        found.push({ ...place, content, file: pathOf(String(row.files), file) });
        if (found.length >= namesAtMost) return found;
      }
    }
    return found;
  }

  keysFrom(prefix: string, scope: IndexScope, most: number): readonly string[] {
    const keys = new Set<string>();
    const rows = this.#statement('SELECT term, doc FROM known_keys WHERE term >= ? AND term < ?');
    for (const { term, doc } of rows.iterate(prefix, `${prefix}\u{10ffff}`)) {
      if (keys.has(String(term))) continue;
      const content = this.#contentOf(Number(doc));
      if (content !== undefined && scope.has(content)) keys.add(String(term));
      if (keys.size >= most) break;
    }
    return [...keys];
  }

  passages(words: readonly string[], scope: IndexScope, most: number): readonly FoundPassage[] {
    const read = this.#statement('SELECT files FROM files WHERE id = ?');
    const found: FoundPassage[] = [];
    for (const id of this.#search.best(words)) {
      const row = Math.floor(id / passagesOfRow);
      const content = this.#contentOf(row);
      if (content === undefined || !scope.has(content)) continue;
      const passage = unpackPassage(String(read.get(row)?.files ?? ''), id % passagesOfRow);
      if (passage === undefined) continue;
      found.push({ content, ...passage });
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
        `DELETE FROM installs; DELETE FROM files; DELETE FROM contents; INSERT INTO keys (keys) VALUES ('delete-all');
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
    const rows = this.#statement('SELECT id FROM files WHERE content IN (SELECT id FROM dead)').all();
    const forgetKeys = this.#statement('DELETE FROM keys WHERE rowid = ?');
    const forget = this.#statement('DELETE FROM passages WHERE rowid BETWEEN ? AND ?');
    for (const row of rows) {
      const first = Number(row.id) * passagesOfRow;
      forgetKeys.run(Number(row.id));
      forget.run(first, first + passagesOfRow - 1);
    }
    this.#database.exec('DELETE FROM files WHERE content IN (SELECT id FROM dead)');
    this.#database.exec('DELETE FROM contents WHERE id IN (SELECT id FROM dead)');
  }

  /** The content of a row of files, which stays the same for good; `undefined` when the row is gone. */
  #contentOf(row: number): ContentId | undefined {
    const known = this.#contents.get(row);
    if (known !== undefined) return known;
    const found = this.#statement('SELECT content FROM files WHERE id = ?').get(row)?.content;
    if (found === undefined) return undefined;
    this.#contents.set(row, Number(found));
    return Number(found);
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
