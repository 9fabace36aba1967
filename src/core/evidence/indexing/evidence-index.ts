import type { ListedKind } from '../../source/index.ts';
import type { Ecosystem } from '../symbol-facts.ts';

/** Something that is indexed as one: an installed package, or a folder of documentation that the user added. */
export interface IndexSource {
  readonly ecosystem: Ecosystem | 'documents';
  readonly name: string;
  /** Absent when the installation doesn't tell. */
  readonly version?: string;
  /** Absolute with `/`, links resolved; several packages may share it, as they do in Python. */
  readonly root: string;
  /** Its folders and files relative to the root; an empty text is the root as a whole. */
  readonly parts: readonly string[];
}

/** A piece of a text that may tell something, under its heading or the path of its symbol. */
export interface PassagePlace {
  readonly title: string;
  readonly text: string;
  /** UTF-16 offsets of the file's text. */
  readonly start: number;
  readonly end: number;
}

/** A declaration with its place in a file. */
export interface DeclaredPlace {
  readonly path: string;
  readonly kind: ListedKind;
  readonly start: number;
}

/** What one file tells. */
export interface IndexedFile {
  /** Relative to the package's root. */
  readonly path: string;
  /** The SHA-256 of its bytes. */
  readonly hash: string;
  readonly names: readonly DeclaredPlace[];
  readonly passages: readonly PassagePlace[];
}

/** A content that an index keeps; the number means something to that index alone. */
export type ContentId = number;

/** What a content is, wherever it lies. */
export interface ContentIdentity extends Pick<IndexSource, 'ecosystem' | 'name' | 'version'> {
  /** The SHA-256 of the paths and hashes of its files. */
  readonly hash: string;
}

/** What an index knows of a place where something was found. */
export interface KnownInstall {
  readonly content: ContentId;
  /** Of the files' names, sizes and times, when they were read. */
  readonly stamp: string;
}

/** A declaration in a content. */
export interface FoundName extends DeclaredPlace {
  readonly content: ContentId;
  /** The file's path relative to the package's root. */
  readonly file: string;
}

/** A passage in a content. */
export interface FoundPassage extends Pick<PassagePlace, 'start' | 'end'> {
  readonly content: ContentId;
  readonly file: string;
  /** The SHA-256 of the file's bytes when it was read: what differs now is no evidence. */
  readonly hash: string;
}

/** Which contents count for a question. */
export type IndexScope = ReadonlySet<ContentId>;

/** How much an index keeps. */
export interface IndexStatus {
  readonly packages: number;
  readonly facts: number;
  readonly passages: number;
  /** On the disk; 0 for one in memory. */
  readonly bytes: number;
  /** Where it lies; `null` for one in memory. */
  readonly path: string | null;
}

/** Files that are ready: adds them to a content. */
export type PreparedFiles = (content: ContentId) => void;

/**
 * What installed packages declare and document, by name and by word: places, never answers. Whatever it finds is to be
 * read again where it lies before it counts. An implementation may forget all of it; none throws for what is on the disk.
 */
export interface EvidenceIndex {
  /** Whether what is written is there for the next process. */
  readonly isLasting: boolean;
  /** What was found at a place when it was read last, by this build; `undefined` when it wasn't. */
  installed(source: IndexSource): KnownInstall | undefined;
  /** The content with that identity that this build read wholly, or `undefined`. */
  contentOf(identity: ContentIdentity): ContentId | undefined;
  /** Does several writes at once: all of them, or none when the process ends meanwhile. */
  together(action: () => void): void;
  /** The same, unless somebody else is writing: then nothing is done at once, and the result is false. */
  togetherIfFree(action: () => void): boolean;
  /** Begins a content that doesn't count yet. */
  begin(): ContentId;
  /** Makes files ready to be added: it takes most of the time and holds up nobody else who writes. */
  prepare(files: readonly IndexedFile[]): PreparedFiles;
  /** Lets a content count from now on. */
  finish(content: ContentId, identity: ContentIdentity): void;
  /** Says which content lies at a place. */
  link(source: IndexSource, known: KnownInstall): void;
  /** Forgets what lies at a place, and its content wherever else it lies. */
  forget(source: IndexSource): void;
  /** Declarations whose last name has that key (`nameKey`), at most 2,000. */
  named(key: string, scope: IndexScope): readonly FoundName[];
  /** Keys of names that begin with a prefix, each once, at most so many. */
  keysFrom(prefix: string, scope: IndexScope, most: number): readonly string[];
  /**
   * Passages that hold words, the best first (BM25). Words are words, never a query language; one that no question asks
   * for, since every question has it or since it is a number, finds nothing.
   */
  passages(words: readonly string[], scope: IndexScope, most: number): readonly FoundPassage[];
  /** Forgets places that are no longer there, and contents that lie nowhere any more. */
  tidy(isThere: (root: string) => boolean): void;
  status(): IndexStatus;
  /** Forgets everything. */
  clear(): void;
}

/** The last name of a path in the one spelling that is looked up: `get_object_or_404` and `getObjectOr404` share it. */
export function nameKey(path: string): string {
  const last = path.slice(path.lastIndexOf('.') + 1);
  const plain = last.replaceAll('_', '').toLowerCase();
  return plain === '' ? last : plain;
}
