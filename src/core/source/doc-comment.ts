import type { DocText } from './doc-text.ts';
import type { Quote, Span } from './span.ts';

/** How a comment is written; a language with another way of writing adds it here. `plain` has neither tag nor section. */
export type DocFormat =
  | 'jsdoc'
  | 'google'
  | 'numpy'
  | 'sphinx'
  | 'epytext'
  | 'javadoc'
  | 'xml'
  | 'phpdoc'
  | 'rustdoc'
  | 'doxygen'
  | 'gtk-doc'
  | 'kdoc'
  | 'yard'
  | 'plain';

/** A parameter that a comment documents. */
export interface DocParameter {
  /** As written without stars and brackets, with its path: `options.timeout`. */
  readonly name: Quote;
  readonly optional: boolean;
  /** As written, without braces or parentheses around it and without `optional` and the default behind it. */
  readonly type?: Quote;
  /** The value in `[name=value]` or behind the type (`int, default: 10`), and the words that claim it. */
  readonly initial?: { readonly value: Quote; readonly claim: Quote };
  readonly description: DocText;
  /**
   * What to delete so that the entry is gone: its lines with the last line break, or the name alone where the entry
   * documents several.
   */
  readonly entry: Span;
}

/** What a comment says of what comes back, or of what a generator yields; one of several values where it lists them. */
export interface DocReturns {
  /** Where the comment gives the value a name: `length : int`. */
  readonly name?: Quote;
  readonly type?: Quote;
  readonly description: DocText;
  /** The words that make the claim: the tag with its type, or the section's first line. */
  readonly claim: Quote;
  readonly entry: Span;
}

/** An exception that a comment says is thrown. */
export interface DocRaises {
  /** As written: `ValueError`, `errors.Timeout`. Absent where the comment describes it in prose alone. */
  readonly exception?: Quote;
  /** When it is thrown, as far as the comment says so. */
  readonly description: DocText;
  /** The words that make the claim: the tag with its type, or the entry's first line. */
  readonly claim: Quote;
  readonly entry: Span;
}

/** A tag of a comment, or a section of a docstring that is none of the known ones. */
export interface DocTag {
  /** Lower case, without `@`. */
  readonly name: string;
  readonly value: DocText;
  /** The tag with its value. */
  readonly claim: Quote;
  readonly entry: Span;
}

/** A documentation comment or docstring, taken apart. */
export interface DocComment {
  readonly format: DocFormat;
  /** The whole comment, its marks included. */
  readonly span: Span;
  /** What stands before the first tag or section. */
  readonly summary: DocText;
  readonly parameters: readonly DocParameter[];
  /** What the comment of a class says of its instances' attributes. */
  readonly attributes: readonly DocParameter[];
  readonly returns: readonly DocReturns[];
  readonly yields: readonly DocReturns[];
  readonly raises: readonly DocRaises[];
  /** Everything else. */
  readonly tags: readonly DocTag[];
}

/** The first tag with one of the names, or `undefined`. */
export function findTag(doc: DocComment, ...names: readonly string[]): DocTag | undefined {
  return doc.tags.find((tag) => names.includes(tag.name));
}

/** Whether a comment says anywhere that something is raised. */
export function speaksOfRaising({ raises, summary }: DocComment): boolean {
  return raises.length > 0 || /\b(?:rais|throw)/i.test(summary.text);
}
