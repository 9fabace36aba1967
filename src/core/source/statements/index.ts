import type { SourceTree } from '../language-reader.ts';
import { commentBlocks } from './comment-block.ts';
import type { CommentedStatement } from './commented-statement.ts';
import { statementOf } from './statement-at.ts';
import { factsOfStatement, type LiteralReader } from './statement-facts.ts';

export type { CommentedStatement, ComparisonFact, NumberFact } from './commented-statement.ts';

/** Whether a comment may say something of a number: nothing else is read out of statements. */
const speaksOfNumbers =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twice|once)\b|[一二两三四五六七八九十]/i;

/**
 * The comments in prose of a source that name a number, each with the statement that it stands above or beside, in the
 * order of the text. One that belongs to no statement is left out.
 */
export function* commentedStatements(
  tree: SourceTree,
  literalOf: LiteralReader,
): Iterable<CommentedStatement> {
  const comments = tree.capture('(comment) @comment');
  for (const block of commentBlocks(tree.text, comments, (text) => speaksOfNumbers.test(text))) {
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
