import type { SourceTree } from '../language-reader.ts';
import type { SyntaxNode } from '../parser.ts';
import { type CommentPlace, proseIn } from './comment-block.ts';

/**
 * The comments that begin with `#` and may be part of one that `isWanted` accepts, in the order of the text. Most comments
 * are turned away by their words alone, so that the tree is asked about few of them.
 */
export function hashComments(
  tree: SourceTree,
  isWanted: (comment: string) => boolean,
): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (const group of groupsIn(tree.text)) {
    const first = group[0]?.startIndex ?? 0;
    const words = tree.text.slice(first, group.at(-1)?.endIndex);
    if (!isWanted(words)) continue;
    if (isUniform(tree.text, group) && proseIn(tree.text, group, isWanted) === undefined) continue;
    for (const place of group) found.push(...commentAt(tree, place));
  }
  return found;
}

/** Whether all lines of a group are comments, or all are parts of one string: none begins or ends on them. */
function isUniform(text: string, group: readonly CommentPlace[]): boolean {
  const lineStart = text.lastIndexOf('\n', group[0]?.startIndex) + 1;
  return !/['"\r]/.test(text.slice(lineStart, group.at(-1)?.endIndex));
}

/** What may be comments: those that are alone on lines under each other together, any other one for itself. */
function* groupsIn(text: string): Iterable<readonly CommentPlace[]> {
  let group: CommentPlace[] = [];
  for (let at = text.indexOf('#'); at >= 0; ) {
    const lineStart = text.lastIndexOf('\n', at) + 1;
    const nextLine = text.indexOf('\n', at);
    const endIndex = nextLine < 0 ? text.length : nextLine;
    const place = { startIndex: at, endIndex };
    const before = text.slice(lineStart, at);
    const goesOn = group.at(-1)?.endIndex === lineStart - 1 && /^[ \t]*$/.test(before);
    if (!goesOn && group.length > 0) {
      yield group;
      group = [];
    }
    if (before.trim() === '') group.push(place);
    else yield [place];
    at = text.indexOf('#', endIndex);
  }
  if (group.length > 0) yield group;
}

/** The comment that begins with the place's first mark, or a later one of its line: none where all are in strings. */
function commentAt(
  { root, text }: SourceTree,
  { startIndex, endIndex }: CommentPlace,
): readonly SyntaxNode[] {
  for (let at = startIndex; at >= 0 && at < endIndex; at = text.indexOf('#', at + 1)) {
    const node = root.descendantForIndex(at, at + 1);
    if (node?.type === 'comment' && node.startIndex === at) return [node];
  }
  return [];
}
