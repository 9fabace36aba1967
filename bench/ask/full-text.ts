import { DatabaseSync } from 'node:sqlite';
import type { Asked } from './asked.ts';
import { documentFiles, piecesOf } from './passages.ts';

/** Plain BM25 over the documents of some folders, in pieces of forty lines: SQLite's FTS5 as it comes. */
export class FullText {
  readonly #database = new DatabaseSync(':memory:');

  constructor(folders: readonly string[]) {
    this.#database.exec('create virtual table pieces using fts5(path, text)');
    const insert = this.#database.prepare('insert into pieces (path, text) values (?, ?)');
    this.#database.exec('begin');
    for (const path of folders.flatMap(documentFiles)) {
      for (const piece of piecesOf(path, 40)) insert.run(path, piece);
    }
    this.#database.exec('commit');
  }

  /** The piece that ranks first for the words of a question; `undefined` where none has any of them. */
  find({ question }: Asked): string | undefined {
    const words = question.match(/[\p{L}\p{N}_]+/gu) ?? [];
    const query = words.map((word) => `"${word}"`).join(' OR ');
    const row = this.#database
      .prepare('select text from pieces where pieces match ? order by bm25(pieces) limit 1')
      .get(query);
    return typeof row?.text === 'string' ? row.text : undefined;
  }

  /** Lets the memory go. */
  close(): void {
    this.#database.close();
  }
}
