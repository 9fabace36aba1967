import type { SymbolQuery } from './symbol-lookup.ts';

/** A symbol to look up in the packages of one ecosystem. */
export interface PackageQuery extends SymbolQuery {
  /** Whether the last name is said to belong to what a class makes, so that no static member is meant. */
  readonly isInstance?: true;
  /** Whether nobody said that the symbol belongs to this package: then a module of it is no answer. */
  readonly isBare?: boolean;
}
