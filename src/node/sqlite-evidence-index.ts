import { mkdirSync } from 'node:fs';
import type {
  ContentId,
  ContentIdentity,
  EvidenceIndex,
  FoundName,
  FoundPassage,
  IndexedFile,
  IndexScope,
  IndexSource,
  IndexStatus,
  KnownInstall,
} from '../core/evidence/index.ts';
import { createMemoryIndex } from '../core/evidence/index.ts';
import { type Message, message } from '../core/platform/index.ts';
import { fileIdentity } from './cache-database.ts';
import { setAside } from './damaged-database.ts';
import { IndexDatabase, indexPath } from './index-database.ts';
import { failureOf } from './sqlite-failure.ts';
import { loadSqlite } from './sqlite-module.ts';

export interface SqliteIndexOptions {
  /** Made when it isn't there. */
  readonly folder: string;
  /** The build whose readings count; what another one wrote is read again. */
  readonly reader: string;
  /** Called once for each thing that the user should know. */
  readonly onNotice: (text: Message) => void;
}

/** An index on the disk that is open until it is closed. */
export interface SqliteEvidenceIndex extends EvidenceIndex {
  close(): void;
}

/**
 * An index in one SQLite database, shared by every thread and process that names the same folder. It opens with its
 * first use and never throws for what is on the disk: a damaged database is set aside and made anew, and where none can
 * be had (no SQLite in this Node, a folder that can't be written) the memory takes over; the notice names the remedy.
 */
export function createSqliteEvidenceIndex(options: SqliteIndexOptions): SqliteEvidenceIndex {
  return new SelfHealingIndex(options);
}

type Store = EvidenceIndex | IndexDatabase;

class SelfHealingIndex implements SqliteEvidenceIndex {
  readonly #options: SqliteIndexOptions;
  readonly #path: string;
  #database: IndexDatabase | undefined;
  #memory: EvidenceIndex | undefined;
  #identity: bigint | undefined;
  #isTogether = false;

  constructor(options: SqliteIndexOptions) {
    this.#options = options;
    this.#path = indexPath(options.folder);
  }

  get isLasting(): boolean {
    this.#use(undefined, (store) => store.status());
    return this.#memory === undefined;
  }

  installed(source: IndexSource): KnownInstall | undefined {
    return this.#use(undefined, (store) => store.installed(source));
  }

  contentOf(identity: ContentIdentity): ContentId | undefined {
    return this.#use(undefined, (store) => store.contentOf(identity));
  }

  together(action: () => void): void {
    this.#use(undefined, (store) =>
      store.together(() => {
        this.#isTogether = true;
        try {
          action();
        } finally {
          this.#isTogether = false;
        }
      }),
    );
  }

  begin(): ContentId {
    return this.#use(0, (store) => store.begin());
  }

  add(content: ContentId, files: readonly IndexedFile[]): void {
    this.#use(undefined, (store) => store.add(content, files));
  }

  finish(content: ContentId, identity: ContentIdentity): void {
    this.#use(undefined, (store) => store.finish(content, identity));
  }

  link(source: IndexSource, known: KnownInstall): void {
    this.#use(undefined, (store) => store.link(source, known));
  }

  forget(source: IndexSource): void {
    this.#use(undefined, (store) => store.forget(source));
  }

  named(key: string, scope: IndexScope): readonly FoundName[] {
    return this.#use<readonly FoundName[]>([], (store) => store.named(key, scope));
  }

  keysFrom(prefix: string, scope: IndexScope, most: number): readonly string[] {
    return this.#use<readonly string[]>([], (store) => store.keysFrom(prefix, scope, most));
  }

  passages(words: readonly string[], scope: IndexScope, most: number): readonly FoundPassage[] {
    return this.#use<readonly FoundPassage[]>([], (store) => store.passages(words, scope, most));
  }

  tidy(isThere: (root: string) => boolean): void {
    this.#use(undefined, (store) => store.tidy(isThere));
  }

  status(): IndexStatus {
    const none = { packages: 0, facts: 0, passages: 0, bytes: 0, path: null };
    return this.#use<IndexStatus>(none, (store) => store.status());
  }

  clear(): void {
    this.#use(undefined, (store) => store.clear());
  }

  close(): void {
    this.#database?.close();
    this.#database = undefined;
  }

  /** `otherwise` is what comes back while another process holds the database for longer than one waits. */
  #use<T>(otherwise: T, action: (store: Store) => T): T {
    for (let attempt = 0; attempt < 3; attempt++) {
      try {
        return action(this.#memory ?? this.#database ?? this.#open());
      } catch (error) {
        // Within several writes nothing is mended halfway: all of them are undone and done again.
        if (this.#isTogether || !isOfSqlite(error)) throw error;
        if (failureOf(error) === 'busy') return otherwise;
        this.#recover(error);
      }
    }
    // Damaged again right after it was made anew: the disk itself is not to be trusted.
    return action(this.#remember('damaged again'));
  }

  #open(): Store {
    const sqlite = loadSqlite();
    if (sqlite === undefined) {
      this.#options.onNotice(message('index.no-sqlite'));
      this.#memory = createMemoryIndex();
      return this.#memory;
    }
    mkdirSync(this.#options.folder, { recursive: true, mode: 0o700 });
    this.#identity = fileIdentity(this.#path);
    this.#database = IndexDatabase.open(sqlite, this.#path, this.#options.reader);
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
      if (movedTo !== undefined) this.#options.onNotice(message('index.damaged', { path: movedTo }));
    } catch (problem) {
      this.#remember(reasonOf(problem));
    }
  }

  #remember(problem: string): EvidenceIndex {
    const { folder, onNotice } = this.#options;
    onNotice(message('index.unusable', { folder, problem }));
    this.#memory = createMemoryIndex();
    return this.#memory;
  }
}

/** An error of the database, or of the folder that it lies in; any other is a mistake of ours or a cancellation. */
function isOfSqlite(error: unknown): boolean {
  return error instanceof Error && 'code' in error;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.split('\n', 1).join() : String(error);
}
