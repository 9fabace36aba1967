import type { Cancellation, Message } from '../platform/index.ts';
import type { Ecosystem, InstalledPackage, SymbolFacts, TracedEcosystem } from './symbol-facts.ts';

/** A symbol to look up in what is installed. */
export interface SymbolQuery {
  /** As a question or the code names it: `requests.get`, `retry`, `Session.get`. */
  readonly symbol: string;
  /** The package that must hold it, where an import or the question names one. */
  readonly package?: string;
  /** Only packages of that ecosystem: the language of the file that was asked from. */
  readonly ecosystem?: Ecosystem;
  /** Absolute folders to look from, outwards: the folder of the file, then the workspace's folders. */
  readonly from: readonly string[];
  readonly cancellation: Cancellation;
}

/** A symbol of a library, as an import or a manifest qualifies it. */
export interface LibraryQuery {
  /** With the name of its package in front. */
  readonly symbol: string;
  readonly package: string;
  readonly ecosystem: TracedEcosystem;
}

/** What came of looking a symbol up; everything but `found` is a reason to decline. */
export type SymbolLookup =
  | { readonly type: 'found'; readonly symbol: SymbolFacts }
  /** Several packages or places have it; qualified names to choose from. */
  | { readonly type: 'ambiguous'; readonly candidates: readonly string[] }
  /** The package is there and has no such symbol; near names of it, the nearest first. */
  | {
      readonly type: 'no-such-symbol';
      readonly package: InstalledPackage;
      readonly symbol: string;
      readonly nearest: readonly string[];
      /**
       * Set when the package may have it all the same: what holds it has a type that could not be followed, or
       * makes its names at run time.
       */
      readonly isPartial?: true;
    }
  /** No installed package answers to the name; near names of installed packages, the nearest first. */
  | { readonly type: 'not-installed'; readonly name: string; readonly nearest: readonly string[] }
  /** The package's folder is there and can't be read as one; `problem` names the remedy. */
  | { readonly type: 'broken'; readonly name: string; readonly problem: Message };

/** A symbol of a package under a cursor, as far as the document's own text tells. */
export interface SymbolAtCursor {
  /** What stands under the cursor, with what it hangs on: `session.get`. */
  readonly written: string;
  /** Qualified by the document's imports: `requests.Session.get`; absent when no import explains it. */
  readonly query?: Pick<SymbolQuery, 'symbol' | 'package' | 'ecosystem'>;
}
