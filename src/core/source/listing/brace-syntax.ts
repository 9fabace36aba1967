import type { ListedKind } from './listing.ts';

/** A declaration that stands at an offset. */
export interface FoundHead {
  readonly name: string;
  /** Where the name begins. */
  readonly start: number;
  readonly kind: ListedKind;
  /** Whether what its braces hold are members to be listed. */
  readonly holds: boolean;
  /** The type that it belongs to, where its first words name one outside of its braces. */
  readonly owner?: string;
  /** What opens what it holds; a brace without it. */
  readonly bracket?: '(';
  /** Where to go on behind its name; an opening brace of its own still lies there. */
  readonly end: number;
}

/** How the declarations of a language with braces are told from the rest of it. */
export interface BraceSyntax {
  /** Beside `//`. */
  readonly hashComments: boolean;
  readonly templates: boolean;
  readonly regularExpressions: boolean;
  /** Whether single quotes hold texts: in Rust they name lifetimes, too. */
  readonly singleQuotes: boolean;
  /** Which comments document what stands below them. */
  readonly documents: RegExp;
  /** The declaration at an offset that a statement, or a member of a holder of that kind, begins at. */
  readonly head: (text: string, at: number, holder: ListedKind | undefined) => FoundHead | undefined;
}
