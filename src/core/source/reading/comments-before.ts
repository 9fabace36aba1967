import type { SyntaxNode } from '../parser.ts';

/** Which comments before a declaration document it. */
export interface CommentPlacement {
  readonly types: ReadonlySet<string>;
  readonly isDoc: (comment: SyntaxNode) => boolean;
  /** What may stand between a comment and its declaration: attributes. */
  readonly between?: ReadonlySet<string>;
  /** Nodes that begin with what they declare, so that the comment stands before them. */
  readonly wrappers?: ReadonlySet<string>;
  /** Whether comments of one line each below one another are one comment. */
  readonly joins?: boolean;
  /** Whether an empty line between comment and declaration parts them. */
  readonly mustTouch?: boolean;
}

/** The nodes of the comment that documents a declaration, first to last; empty when there is none. */
export function commentsBefore(node: SyntaxNode, placement: CommentPlacement): readonly SyntaxNode[] {
  const { types, isDoc, between, wrappers, joins = false, mustTouch = false } = placement;
  let at = node;
  while (isWrapped(at, wrappers)) at = at.parent ?? at;
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

/** Whether a node is the first of one that only wraps it. */
function isWrapped({ parent, id }: SyntaxNode, wrappers: ReadonlySet<string> | undefined): boolean {
  if (parent === null || wrappers?.has(parent.type) !== true) return false;
  return parent.namedChildren.filter(({ type }) => !/comment/.test(type)).some((child) => child.id === id);
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
