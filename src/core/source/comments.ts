import type { Cancellation } from '../platform/index.ts';
import type { Language } from './language.ts';
import { type SyntaxParser, walk } from './parser.ts';
import type { Span } from './span.ts';

/** What to look for comments in. */
export interface CommentsRequest {
  readonly text: string;
  readonly language: Language;
  readonly cancellation: Cancellation;
}

/**
 * Every comment of a source with its marks, in the order of the text; docstrings are strings, none of these. Throws a
 * `CancelledError` when cancelled meanwhile.
 */
export async function commentSpans(parser: SyntaxParser, request: CommentsRequest): Promise<readonly Span[]> {
  const tree = await parser.parse(request.language.grammar, request.text, request.cancellation);
  if (tree === undefined) return [];
  try {
    const spans: Span[] = [];
    walk(tree.rootNode, ({ type, startIndex, endIndex }) => {
      // Grammars call them comment, line_comment, block_comment, doc_comment.
      const isComment = /(?:^|_)comment$/.test(type);
      if (isComment) spans.push({ start: startIndex, end: endIndex });
      return !isComment;
    });
    return spans;
  } finally {
    tree.delete();
  }
}
