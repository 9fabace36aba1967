import type { Declaration } from './declaration.ts';
import type { Literal } from './literal.ts';
import type { ModuleOutline } from './module-outline.ts';
import type { NameAt } from './name-at.ts';
import type { SyntaxNode } from './parser.ts';
import type { Raising } from './raising.ts';
import type { CommentedStatement } from './statements/commented-statement.ts';

/** A parsed source, alive as long as its tree. */
export interface SourceTree {
  readonly root: SyntaxNode;
  readonly text: string;
  /** The nodes that a tree-sitter query captures, in the order of the text. */
  capture(query: string): readonly SyntaxNode[];
  /** Whether the grammar has a node of that type. */
  knows(type: string): boolean;
}

export interface ReadingOptions {
  /** Those with a comment of their own, or every one. */
  readonly which: 'documented' | 'all';
  /** Whether to look into the bodies, which costs the most. */
  readonly bodies: boolean;
}

/** How a language family is read; one implementation each. */
export interface LanguageReader {
  /** The declarations in the order of the text, read one after the other so that the caller can stop between. */
  declarations(tree: SourceTree, options: ReadingOptions): Iterable<Declaration>;
  /** Comments in prose that stand above or beside a statement; absent where a language's are not read. */
  statements?(tree: SourceTree): Iterable<CommentedStatement>;
  /**
   * What a module declares, takes and gives; `checkpoint` is called on the way and may throw to stop. Absent where
   * symbols can't be asked about.
   */
  outline?(tree: SourceTree, checkpoint: () => void): ModuleOutline;
  /** The dotted name under an offset, or `undefined` when there is none. Absent like `outline`. */
  nameAt?(tree: SourceTree, offset: number): NameAt | undefined;
  /** What a function at the top of a module may raise, by its name; absent where a language's are not read. */
  raising?(tree: SourceTree, name: string): Raising | undefined;
  /** What stands around an expression so that `literal` can read it. */
  readonly frame: readonly [string, string];
  /** The value of a source that is one expression in its frame, or `undefined`. */
  literal(tree: SourceTree): Literal | undefined;
}
