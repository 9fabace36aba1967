import type { CodeValue } from './declaration.ts';
import type { Literal } from './literal.ts';
import type { SyntaxNode } from './parser.ts';
import type { Quote } from './span.ts';

/** The constant of a file with that name, or `undefined`. */
export type ConstantLookup = (name: string) => CodeValue | undefined;

/** For values that stand for themselves alone. */
export const noConstants: ConstantLookup = () => undefined;

const maximumCharacters = 1000;

/** The words of a node and their place. */
export function quoteOf(node: SyntaxNode): Quote {
  return { text: node.text, span: { start: node.startIndex, end: node.endIndex } };
}

/** The words of a node up to one inside it, and their place: a statement without its body. */
export function quoteUpTo(node: SyntaxNode, inner: SyntaxNode): Quote {
  const text = node.text.slice(0, inner.startIndex - node.startIndex).trimEnd();
  return { text, span: { start: node.startIndex, end: node.startIndex + text.length } };
}

/** How a language reads a value, and the constant that a name in it stands for. */
export interface ValueReading {
  readonly literalOf: (node: SyntaxNode) => Literal | undefined;
  readonly constantAt: (node: SyntaxNode) => CodeValue | undefined;
  /** By default, identifiers are names. */
  readonly isName?: (node: SyntaxNode) => boolean;
}

/** An expression with its value, the name of a constant of the file followed once. */
export function readCodeValue(
  node: SyntaxNode,
  { literalOf, constantAt, isName = ({ type }) => type === 'identifier' }: ValueReading,
): CodeValue {
  const quote = quoteOf(node);
  // No comment documents a longer value, and only a program nests one that deep.
  if (quote.text.length > maximumCharacters) return { quote };
  const literal = literalOf(node);
  if (literal === undefined) return { quote };
  const constant = isName(node) ? constantAt(node) : undefined;
  return constant === undefined ? { quote, literal } : { quote, literal, constant: constant.quote };
}
