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
  PreparedFiles,
} from '../core/evidence/index.ts';
import { createMemoryIndex } from '../core/evidence/index.ts';
import type { Message } from '../core/platform/index.ts';
import { IndexDatabase, indexPath } from './index-database.ts';
import { packFiles } from './index-packing.ts';
import { SelfHealingDatabase } from './self-healing-database.ts';

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
  return new SqliteIndex(options);
}

class SqliteIndex implements SqliteEvidenceIndex {
  readonly #healing: SelfHealingDatabase<IndexDatabase, EvidenceIndex>;
  #isTogether = false;

  constructor({ folder, reader, onNotice }: SqliteIndexOptions) {
    const path = indexPath(folder);
    this.#healing = new SelfHealingDatabase<IndexDatabase, EvidenceIndex>({
      folder,
      path,
      open: (sqlite) => IndexDatabase.open(sqlite, path, reader),
      createMemory: createMemoryIndex,
      called: 'index',
      onNotice,
    });
  }

  get isLasting(): boolean {
    this.#use(undefined, (store) => store.status());
    return !this.#healing.isForgetful;
  }

  installed(source: IndexSource): KnownInstall | undefined {
    return this.#use(undefined, (store) => store.installed(source));
  }

  contentOf(identity: ContentIdentity): ContentId | undefined {
    return this.#use(undefined, (store) => store.contentOf(identity));
  }

  together(action: () => void): void {
    this.#use(undefined, (store) => store.together(() => this.#several(action)));
  }

  togetherIfFree(action: () => void): boolean {
    return this.#use(false, (store) => store.togetherIfFree(() => this.#several(action)));
  }

  #several(action: () => void): void {
    this.#isTogether = true;
    try {
      action();
    } finally {
      this.#isTogether = false;
    }
  }

  begin(): ContentId {
    return this.#use(0, (store) => store.begin());
  }

  prepare(files: readonly IndexedFile[]): PreparedFiles {
    const packed = packFiles(files);
    return (content) =>
      this.#use(undefined, (store) => {
        if (store instanceof IndexDatabase) store.add(content, packed);
        else store.prepare(files)(content);
      });
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
    this.#healing.close();
  }

  /** `otherwise` is what comes back while another process holds the database. */
  #use<T>(otherwise: T, action: (store: EvidenceIndex | IndexDatabase) => T): T {
    return this.#healing.use(action, {
      whenBusy: () => otherwise,
      // Within several writes nothing is mended halfway: all of them are undone and done again.
      isPassedOn: (error) => this.#isTogether || !isOfSqlite(error),
    });
  }
}

/** An error of the database, or of the folder that it lies in; any other is a mistake of ours or a cancellation. */
function isOfSqlite(error: unknown): boolean {
  return error instanceof Error && 'code' in error;
}
