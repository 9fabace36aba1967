import type { SourceTree } from '../language-reader.ts';
import type { SyntaxNode } from '../parser.ts';
import { commentBlocks } from './comment-block.ts';
import type { CommentedStatement } from './commented-statement.ts';
import { statementOf } from './statement-at.ts';
import { factsOfStatement, type LiteralReader } from './statement-facts.ts';

export type { CommentedStatement, ComparisonFact, NumberFact } from './commented-statement.ts';
export { hashComments, slashComments } from './marked-comments.ts';

/** Finds the comments of a source that may be part of one that is wanted, in the order of the text. */
type CommentFinder = (tree: SourceTree, isWanted: (comment: string) => boolean) => readonly SyntaxNode[];

/** Whether a comment may say something of a number: nothing else is read out of statements. */
const speaksOfNumbers =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twice|once)\b|[一二两三四五六七八九十]/i;

/** What grammars call a comment. */
const commentTypes = ['comment', 'line_comment', 'block_comment', 'multiline_comment'];

function everyComment(tree: SourceTree): readonly SyntaxNode[] {
  const types = commentTypes.filter((type) => tree.knows(type));
  return tree.capture(`[${types.map((type) => `(${type})`).join(' ')}] @comment`);
}

/**
 * The comments in prose of a source that name a number, each with the statement that it stands above or beside, in the
 * order of the text. One that belongs to no statement is left out.
 */
export function* commentedStatements(
  tree: SourceTree,
  literalOf: LiteralReader,
  findComments: CommentFinder = everyComment,
): Iterable<CommentedStatement> {
  const isWanted = (text: string) => speaksOfNumbers.test(text);
  for (const block of commentBlocks(tree.text, findComments(tree, isWanted), isWanted)) {
    const node = statementOf(tree.root, tree.text, block);
    if (node === undefined) continue;
    yield {
      comment: block.text,
      span: block.span,
      place: block.isAlone ? 'above' : 'beside',
      ...factsOfStatement(node, literalOf),
      hasError: node.hasError,
    };
  }
}
