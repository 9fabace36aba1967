import type { Span } from '../span.ts';

/** What a listed declaration is, as far as its first words tell. */
export type ListedKind =
  | 'function'
  | 'class'
  | 'interface'
  | 'type'
  | 'enum'
  | 'variable'
  | 'namespace'
  | 'member'
  | 'macro';

/** A declaration as its first words tell of it. */
export interface ListedName {
  /** The names down to it, joined with dots: `Session.get`. */
  readonly path: string;
  readonly kind: ListedKind;
  /** Where its own name begins. */
  readonly start: number;
}

/** A comment that documents a declaration, or the file. */
export interface ListedDoc {
  /** The declaration's path; empty for the file. */
  readonly path: string;
  /** The comment with the first line of the declaration. */
  readonly span: Span;
}

/** The declarations of a source and what documents them, in the order of the text. */
export interface SourceListing {
  readonly names: readonly ListedName[];
  readonly docs: readonly ListedDoc[];
}

/** Collects a listing. */
export interface ListingWriter {
  readonly names: ListedName[];
  readonly docs: ListedDoc[];
}
