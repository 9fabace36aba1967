import type { CursorPlace, SymbolAtCursor, SymbolLookup, SymbolQuery } from '../evidence/index.ts';
import type { Cancellation, Clock, DecodeUtf8, FileSystem } from '../platform/index.ts';
import type { Language } from '../source/index.ts';

/** What answering needs; how symbols are found is the evidence's matter. */
export interface AskTools {
  readonly findSymbol: (query: SymbolQuery) => Promise<SymbolLookup>;
  /** The symbol under a cursor; `undefined` when there is none. */
  readonly symbolAtCursor: (place: CursorPlace) => Promise<SymbolAtCursor | undefined>;
  readonly files: FileSystem;
  readonly decode: DecodeUtf8;
  readonly clock: Clock;
}

/** The place that a question is asked from. */
export interface AskedPlace {
  readonly path: string;
  readonly language: Language;
  /** What an editor holds; else the file is read. */
  readonly text?: string;
  /** Zero-based; without a character the line's only symbol of an installed package is meant. */
  readonly position: { readonly line: number; readonly character?: number };
}

/** Where symbols are looked for. */
export interface LookAround {
  readonly at?: AskedPlace;
  /** Absolute folders to look from, the nearest first. */
  readonly from: readonly string[];
  readonly cancellation: Cancellation;
}
