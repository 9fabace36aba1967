import type { StatementSync } from 'node:sqlite';

/** Passages that are ranked at most: a word that more of them hold tells little, and ranking costs for each. */
const rankedAtMost = 450;
const bestAtMost = 200;
const wordsAtMost = 12;

/** Finds passages by words in the table `passages` of a database. */
export class PassageSearch {
  readonly #statement: (sql: string) => StatementSync;

  constructor(statement: (sql: string) => StatementSync) {
    this.#statement = statement;
  }

  /**
   * The numbers of the best passages first (BM25, with titles at three times the weight). Rare words decide; where all
   * are common, passages that hold several of them.
   */
  best(words: readonly string[]): readonly number[] {
    const asked = [...new Set(words.map(quoted))].filter((word) => word !== '""').slice(0, wordsAtMost);
    const counted = asked
      .map((word) => ({ word, count: this.#count(word) }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => a.count - b.count);
    const rare: string[] = [];
    let sum = 0;
    for (const { word, count } of counted) {
      if (count > rankedAtMost / 2 || sum + count > rankedAtMost) break;
      rare.push(word);
      sum += count;
    }
    if (rare.length > 0) return this.#ranked(rare.join(' OR '));
    for (let count = counted.length; count > 0; count--) {
      const query = counted
        .slice(0, count)
        .map(({ word }) => word)
        .join(' AND ');
      const size = this.#count(query);
      if (size === 0) continue;
      return size <= rankedAtMost ? this.#ranked(query) : this.#some(query);
    }
    return [];
  }

  /** How many passages a query finds, counted up to what is ranked. */
  #count(query: string): number {
    const row = this.#statement(
      `SELECT COUNT(*) AS n FROM (SELECT 1 FROM passages WHERE passages MATCH ? LIMIT ${rankedAtMost + 1})`,
    ).get(query);
    return Number(row?.n);
  }

  #ranked(query: string): readonly number[] {
    return this.#statement(
      `SELECT rowid AS id FROM passages WHERE passages MATCH ? ORDER BY bm25(passages, 3.0, 1.0) LIMIT ${bestAtMost}`,
    )
      .all(query)
      .map(({ id }) => Number(id));
  }

  #some(query: string): readonly number[] {
    return this.#statement(`SELECT rowid AS id FROM passages WHERE passages MATCH ? LIMIT ${bestAtMost}`)
      .all(query)
      .map(({ id }) => Number(id));
  }
}

/** A word as a string of FTS5's query language, in which nothing but the quote means anything. */
function quoted(word: string): string {
  return `"${word.replaceAll('"', ' ').replaceAll('\0', ' ').trim()}"`;
}
