import type { SyntaxNode } from '../parser.ts';

/** Which comments before a declaration document it. */
export interface CommentPlacement {
  readonly types: ReadonlySet<string>;
  readonly isDoc: (comment: SyntaxNode) => boolean;
  /** What may stand between a comment and its declaration: attributes. */
  readonly between?: ReadonlySet<string>;
  /** Whether a node only wraps what it declares, so that the comment stands before it: a template. */
  readonly wraps?: (parent: SyntaxNode, node: SyntaxNode) => boolean;
  /** Whether comments of one line each below one another are one comment. */
  readonly joins?: boolean;
  /** Whether an empty line between comment and declaration parts them. */
  readonly mustTouch?: boolean;
}

/** The nodes of the comment that documents a declaration, first to last; empty when there is none. */
export function commentsBefore(
  node: SyntaxNode,
  placement: CommentPlacement,
  text: string,
): readonly SyntaxNode[] {
  const { types, isDoc, between, wraps, joins = false, mustTouch = false } = placement;
  let at = node;
  while (at.parent !== null && wraps?.(at.parent, at) === true) at = at.parent;
  // Asking for a sibling takes time that grows with their number.
  if (!mayFollowComment(text, at.startIndex)) return [];
  let before = at.previousNamedSibling;
  let line = at.startPosition.row;
  while (before !== null && between?.has(before.type) === true) {
    line = before.startPosition.row;
    before = before.previousNamedSibling;
  }
  const found: SyntaxNode[] = [];
  while (before !== null && types.has(before.type) && isDoc(before)) {
    // A comment behind code on the same line belongs to that code.
    if (isBehindCode(before)) break;
    const gap = line - lastRow(before);
    if ((mustTouch || found.length > 0) && gap > 1) break;
    found.unshift(before);
    if (!joins) break;
    line = before.startPosition.row;
    before = before.previousNamedSibling;
  }
  return found;
}

/** Whether the words before a place end like a comment, or like an attribute that a comment may stand before. */
function mayFollowComment(text: string, at: number): boolean {
  let end = at;
  while (end > 0 && /\s/.test(text.charAt(end - 1))) end--;
  if (text.startsWith('*/', end - 2) || text.charAt(end - 1) === ']') return true;
  const start = Math.max(text.lastIndexOf('\n', end - 1), text.lastIndexOf('\r', end - 1)) + 1;
  return /\/\/|#/.test(text.slice(Math.max(start, end - 2000), end));
}

function isBehindCode(comment: SyntaxNode): boolean {
  const before = comment.previousSibling;
  if (before === null || lastRow(before) !== comment.startPosition.row) return false;
  return !/comment/.test(before.type) && before.isNamed;
}

/** The last line that a node has characters on; a line comment may end behind its line break. */
function lastRow({ endPosition, startPosition }: SyntaxNode): number {
  return endPosition.column === 0 && endPosition.row > startPosition.row
    ? endPosition.row - 1
    : endPosition.row;
}
