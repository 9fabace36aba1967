import { mkdirSync } from 'node:fs';
import { type Message, message } from '../core/platform/index.ts';
import { fileIdentity } from './cache-database.ts';
import { setAside } from './damaged-database.ts';
import { failureOf } from './sqlite-failure.ts';
import { loadSqlite } from './sqlite-module.ts';

type Sqlite = NonNullable<ReturnType<typeof loadSqlite>>;

/** One database and what stands in for it. */
export interface HealingOptions<Database, Memory> {
  /** Where the database lies; made when it isn't there. */
  readonly folder: string;
  /** The database's file. */
  readonly path: string;
  readonly open: (sqlite: Sqlite) => Database;
  /** Takes over for good where no database can be had. */
  readonly createMemory: () => Memory;
  /** What it is called in notices: `cache.damaged`, `index.damaged`. */
  readonly called: 'cache' | 'index';
  /** Called once for each thing that the user should know. */
  readonly onNotice: (text: Message) => void;
}

/** How one use of the database goes on when it fails. */
export interface UseOptions<T> {
  /** What comes back while another process holds the database for longer than one waits. */
  readonly whenBusy: () => T;
  /** Errors that are not the database's own and go to the caller; by default none. */
  readonly isPassedOn?: (error: unknown) => boolean;
}

/**
 * A SQLite database that opens with its first use: a damaged one is set aside and made anew, and where none can be had (no
 * SQLite in this Node, a folder that can't be written) the memory takes over; the notice names the remedy.
 */
export class SelfHealingDatabase<Database extends { close(): void }, Memory> {
  readonly #options: HealingOptions<Database, Memory>;
  #database: Database | undefined;
  #memory: Memory | undefined;
  #identity: bigint | undefined;

  constructor(options: HealingOptions<Database, Memory>) {
    this.#options = options;
  }

  /** Whether the memory has taken over. */
  get isForgetful(): boolean {
    return this.#memory !== undefined;
  }

  /** Does something with the database, three times at most; throws what `isPassedOn` accepts. */
  use<T>(action: (store: Database | Memory) => T, { whenBusy, isPassedOn }: UseOptions<T>): T {
    for (let attempt = 0; attempt < 3; attempt++) {
      try {
        return action(this.#memory ?? this.#database ?? this.#open());
      } catch (error) {
        if (isPassedOn?.(error) === true) throw error;
        if (failureOf(error) === 'busy') return whenBusy();
        this.#recover(error);
      }
    }
    // Damaged again right after it was made anew: the disk itself is not to be trusted.
    return action(this.#remember('damaged again'));
  }

  close(): void {
    this.#database?.close();
    this.#database = undefined;
  }

  #open(): Database | Memory {
    const { folder, path, open, createMemory, called, onNotice } = this.#options;
    const sqlite = loadSqlite();
    if (sqlite === undefined) {
      onNotice(message(called === 'cache' ? 'cache.no-sqlite' : 'index.no-sqlite'));
      this.#memory = createMemory();
      return this.#memory;
    }
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.#identity = fileIdentity(path);
    this.#database = open(sqlite);
    this.#identity = fileIdentity(path);
    return this.#database;
  }

  #recover(error: unknown): void {
    const { path, called, onNotice } = this.#options;
    const failure = failureOf(error);
    this.close();
    if (failure === 'unusable') this.#remember(reasonOf(error));
    if (failure !== 'damaged') return;
    try {
      const movedTo = setAside(path, this.#identity);
      const id = called === 'cache' ? 'cache.damaged' : 'index.damaged';
      if (movedTo !== undefined) onNotice(message(id, { path: movedTo }));
    } catch (problem) {
      this.#remember(reasonOf(problem));
    }
  }

  #remember(problem: string): Memory {
    const { folder, createMemory, called, onNotice } = this.#options;
    onNotice(message(called === 'cache' ? 'cache.unusable' : 'index.unusable', { folder, problem }));
    this.#memory = createMemory();
    return this.#memory;
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.split('\n', 1).join() : String(error);
}
