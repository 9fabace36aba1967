import { type CacheStore, createMemoryCacheStore, type Message } from '../core/platform/index.ts';
import { CacheDatabase, databasePath } from './cache-database.ts';
import { SelfHealingDatabase } from './self-healing-database.ts';

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
  return new SqliteStore(options);
}

/** For the one action that found the database busy: what isn't kept is computed again. */
const forgetful: CacheStore = {
  read: () => undefined,
  write: () => undefined,
  writeAll: () => undefined,
  clear: () => undefined,
};

class SqliteStore implements SqliteCacheStore {
  readonly #healing: SelfHealingDatabase<CacheDatabase, CacheStore>;

  constructor({ folder, onNotice, maximumBytes = 256 * 1024 * 1024 }: SqliteCacheOptions) {
    const path = databasePath(folder);
    this.#healing = new SelfHealingDatabase<CacheDatabase, CacheStore>({
      folder,
      path,
      open: (sqlite) => CacheDatabase.open(sqlite, path, maximumBytes),
      createMemory: createMemoryCacheStore,
      called: 'cache',
      onNotice,
    });
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
    this.#healing.close();
  }

  #use<T>(action: (store: CacheStore) => T): T {
    return this.#healing.use<T>(action, { whenBusy: () => action(forgetful) });
  }
}
