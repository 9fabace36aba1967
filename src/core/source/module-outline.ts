import type { Declaration, Signature } from './declaration.ts';
import type { Quote } from './span.ts';

/** A declaration that a module shows to the outside, or that something in it leads to. */
export interface OutlineSymbol {
  /**
   * The names down to it, joined with dots: `Session.get`. What stands in the type of a parameter lies under the
   * parameter in parentheses: `retry(options).attempts`.
   */
  readonly path: string;
  /** The name of the `declare module` block around it; empty outside of one. */
  readonly scope: string;
  readonly declaration: Declaration;
  /** How it can be called: by its own signature, or by those that its type or its members write. */
  readonly signatures: readonly Signature[];
  /** Whether it stands in a branch, so that another declaration may hold instead. */
  readonly isConditional: boolean;
  /** A statement of the body that warns of every call that the function is deprecated. */
  readonly deprecation?: { readonly note: Quote; readonly whole: Quote };
  /** What the statements of a function's body do, those of functions inside it left out. */
  readonly does?: BodyActs;
}

/** What a body does, as far as its own statements tell. */
export interface BodyActs {
  readonly isGenerator: boolean;
  /** The classes that it raises by name, each once, and the statements that do it. */
  readonly raised: readonly { readonly name: string; readonly quote: Quote }[];
}

/**
 * A name that a module takes from another one. `imported` is the name there, `default`, `*` for the module with
 * its names, or `=` for what the module is as a whole (`require`).
 */
export interface ImportBinding {
  readonly local: string;
  readonly specifier: string;
  readonly imported: string;
  readonly scope: string;
  /** The words of the import that bind the name. */
  readonly quote: Quote;
}

/**
 * A name that a module gives. `exported` is `default`, or `=` for what the module is as a whole. `local` is a
 * path of the outline or of an import.
 */
export type ExportBinding =
  | { readonly type: 'local'; readonly exported: string; readonly local: string; readonly scope: string }
  | {
      readonly type: 'from';
      readonly exported: string;
      readonly imported: string;
      readonly specifier: string;
      readonly scope: string;
    }
  /** Every name of another module. */
  | { readonly type: 'star'; readonly specifier: string; readonly scope: string };

/** What a module declares, takes and gives, without looking into other files. */
export interface ModuleOutline {
  readonly symbols: readonly OutlineSymbol[];
  readonly imports: readonly ImportBinding[];
  readonly exports: readonly ExportBinding[];
  /** Modules that are read with it though no name is taken: `import './more'`, `/// <reference path>`. */
  readonly companions: readonly string[];
  /** The names that `__all__` lists, where it can be read. */
  readonly listed?: readonly string[];
}

/** Collects an outline. */
export interface OutlineWriter {
  readonly symbols: OutlineSymbol[];
  readonly imports: ImportBinding[];
  readonly exports: ExportBinding[];
  readonly companions: string[];
}

/** An outline with nothing in it yet. */
export function emptyOutline(): OutlineWriter {
  return { symbols: [], imports: [], exports: [], companions: [] };
}
