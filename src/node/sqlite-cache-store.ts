import { mkdirSync } from 'node:fs';
import { type CacheStore, createMemoryCacheStore, type Message, message } from '../core/platform/index.ts';
import { CacheDatabase, databasePath, fileIdentity } from './cache-database.ts';
import { setAside } from './damaged-database.ts';
import { failureOf } from './sqlite-failure.ts';
import { loadSqlite } from './sqlite-module.ts';

export interface SqliteCacheOptions {
  /** Made when it isn't there. */
  readonly folder: string;
  /** Called once for each thing that the user should know. */
  readonly onNotice: (text: Message) => void;
  /** Bytes of the database at most, about; the oldest entries are dropped. */
  readonly maximumBytes?: number;
}

/** A cache on the disk that is open until it is closed. */
export interface SqliteCacheStore extends CacheStore {
  close(): void;
}

/**
 * A cache in one SQLite database, shared by every thread and process that names the same folder. It opens with its first use and
 * never throws: a damaged database is set aside and made anew, a busy one is passed over, and where none can be
 * had (no SQLite in this Node, a folder that can't be written) the memory takes over; the notice names the remedy.
 */
export function createSqliteCacheStore(options: SqliteCacheOptions): SqliteCacheStore {
  return new SelfHealingStore(options);
}

/** For the one action that found the database busy: what isn't kept is computed again. */
const forgetful: CacheStore = {
  read: () => undefined,
  write: () => undefined,
  writeAll: () => undefined,
  clear: () => undefined,
};

class SelfHealingStore implements SqliteCacheStore {
  readonly #options: SqliteCacheOptions;
  readonly #path: string;
  #database: CacheDatabase | undefined;
  #memory: CacheStore | undefined;
  #identity: bigint | undefined;

  constructor(options: SqliteCacheOptions) {
    this.#options = options;
    this.#path = databasePath(options.folder);
  }

  read(area: string, key: string): string | undefined {
    return this.#use((store) => store.read(area, key));
  }

  write(area: string, key: string, text: string): void {
    this.#use((store) => store.write(area, key, text));
  }

  writeAll(area: string, texts: ReadonlyMap<string, string>): void {
    this.#use((store) => store.writeAll(area, texts));
  }

  clear(): void {
    this.#use((store) => store.clear());
  }

  close(): void {
    this.#database?.close();
    this.#database = undefined;
  }

  #use<T>(action: (store: CacheStore) => T): T {
    for (let attempt = 0; attempt < 3; attempt++) {
      try {
        return action(this.#memory ?? this.#database ?? this.#open());
      } catch (error) {
        if (failureOf(error) === 'busy') return action(forgetful);
        this.#recover(error);
      }
    }
    // Damaged again right after it was made anew: the disk itself is not to be trusted.
    return action(this.#remember('damaged again'));
  }

  #open(): CacheStore {
    const sqlite = loadSqlite();
    if (sqlite === undefined) {
      this.#options.onNotice(message('cache.no-sqlite'));
      this.#memory = createMemoryCacheStore();
      return this.#memory;
    }
    mkdirSync(this.#options.folder, { recursive: true, mode: 0o700 });
    this.#identity = fileIdentity(this.#path);
    const { maximumBytes = 256 * 1024 * 1024 } = this.#options;
    this.#database = CacheDatabase.open(sqlite, this.#path, maximumBytes);
    this.#identity = fileIdentity(this.#path);
    return this.#database;
  }

  #recover(error: unknown): void {
    const failure = failureOf(error);
    this.close();
    if (failure === 'unusable') this.#remember(reasonOf(error));
    if (failure !== 'damaged') return;
    try {
      const movedTo = setAside(this.#path, this.#identity);
      if (movedTo !== undefined) this.#options.onNotice(message('cache.damaged', { path: movedTo }));
    } catch (problem) {
      this.#remember(reasonOf(problem));
    }
  }

  #remember(problem: string): CacheStore {
    const { folder, onNotice } = this.#options;
    onNotice(message('cache.unusable', { folder, problem }));
    this.#memory = createMemoryCacheStore();
    return this.#memory;
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.split('\n', 1).join() : String(error);
}
