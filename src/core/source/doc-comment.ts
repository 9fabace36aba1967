import type { DocText } from './doc-text.ts';
import type { Quote, Span } from './span.ts';

export type DocFormat = 'jsdoc' | 'google' | 'plain';

/** A parameter that a comment documents. */
export interface DocParameter {
  /** As written without stars and brackets, with its path: `options.timeout`. */
  readonly name: Quote;
  readonly optional: boolean;
  /** Between braces or parentheses, without them. */
  readonly type?: Quote;
  /** The value in `[name=value]`; the claim's own words are the brackets' content. */
  readonly initial?: { readonly value: Quote; readonly claim: Quote };
  readonly description: DocText;
  /** The whole entry, its lines and the last line break included, so that it can be deleted. */
  readonly entry: Span;
}

/** What a comment says of what comes back. */
export interface DocReturns {
  readonly type?: Quote;
  readonly description: DocText;
  /** The words that make the claim: the tag with its type, or the section's first line. */
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
  readonly returns: readonly DocReturns[];
  readonly tags: readonly DocTag[];
}

/** The first tag with one of the names, or `undefined`. */
export function findTag(doc: DocComment, ...names: readonly string[]): DocTag | undefined {
  return doc.tags.find((tag) => names.includes(tag.name));
}
