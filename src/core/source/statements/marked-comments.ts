import type { SourceTree } from '../language-reader.ts';
import type { SyntaxNode } from '../parser.ts';
import { type CommentPlace, proseIn } from './comment-block.ts';

/** Where a comment may begin. */
interface Mark extends CommentPlace {
  /** Whether it ends with its line. */
  readonly isLine: boolean;
}

/** The first mark of a text at or behind an offset; `undefined` when there is none. */
type NextMark = (text: string, from: number) => Mark | undefined;

/**
 * The comments that begin with `#` and may be part of one that `isWanted` accepts, in the order of the text. Most comments
 * are turned away by their words alone, so that the tree is asked about few of them.
 */
export function hashComments(
  tree: SourceTree,
  isWanted: (comment: string) => boolean,
): readonly SyntaxNode[] {
  return markedComments(tree, isWanted, (text, from) => {
    const at = text.indexOf('#', from);
    return at < 0 ? undefined : { startIndex: at, endIndex: lineEnd(text, at), isLine: true };
  });
}

/** The same of those between `/*` and its end, and behind two slashes. */
export function slashComments(
  tree: SourceTree,
  isWanted: (comment: string) => boolean,
): readonly SyntaxNode[] {
  return markedComments(tree, isWanted, (text, from) => {
    for (let at = text.indexOf('/', from); at >= 0; at = text.indexOf('/', at + 1)) {
      const next = text.charCodeAt(at + 1);
      if (next === 0x2f) return { startIndex: at, endIndex: lineEnd(text, at), isLine: true };
      // Two stars begin documentation.
      if (next !== 0x2a || text.charCodeAt(at + 2) === 0x2a) continue;
      const end = text.indexOf('*/', at + 2);
      return { startIndex: at, endIndex: end < 0 ? text.length : end + 2, isLine: false };
    }
    return undefined;
  });
}

function lineEnd(text: string, at: number): number {
  const nextLine = text.indexOf('\n', at);
  return nextLine < 0 ? text.length : nextLine;
}

function markedComments(
  tree: SourceTree,
  isWanted: (comment: string) => boolean,
  next: NextMark,
): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (const group of groupsIn(tree.text, next)) {
    const first = group[0]?.startIndex ?? 0;
    const words = tree.text.slice(first, group.at(-1)?.endIndex);
    if (!isWanted(words)) continue;
    if (isUniform(tree.text, group) && proseIn(tree.text, group, isWanted) === undefined) continue;
    for (const place of group) {
      const comment = commentAt(tree, place);
      if (comment !== undefined) found.push(comment);
    }
  }
  return found;
}

/** Whether all lines of a group are comments, or all are parts of one string: none begins or ends on them. */
function isUniform(text: string, group: readonly Mark[]): boolean {
  const lineStart = text.lastIndexOf('\n', group[0]?.startIndex) + 1;
  return !/['"`\r]/.test(text.slice(lineStart, group.at(-1)?.endIndex));
}

/** What may be comments: those that are alone on lines under each other together, any other one for itself. */
function* groupsIn(text: string, next: NextMark): Iterable<readonly Mark[]> {
  let group: Mark[] = [];
  for (let mark = next(text, 0); mark !== undefined; ) {
    const { startIndex, endIndex, isLine } = mark;
    const lineStart = text.lastIndexOf('\n', startIndex) + 1;
    const before = text.slice(lineStart, startIndex);
    const isAlone = isLine && before.trim() === '';
    const goesOn = isAlone && group.at(-1)?.endIndex === lineStart - 1;
    if (!goesOn && group.length > 0) {
      yield group;
      group = [];
    }
    if (isAlone) group.push(mark);
    else yield [mark];
    // Behind code, the mark may stand in a string, and a comment behind it.
    mark = next(text, isAlone ? endIndex : startIndex + 1);
  }
  if (group.length > 0) yield group;
}

/** The comment that begins at a place. */
function commentAt({ root }: SourceTree, { startIndex }: Mark): SyntaxNode | undefined {
  const node = root.descendantForIndex(startIndex, startIndex + 1);
  return node?.type === 'comment' && node.startIndex === startIndex ? node : undefined;
}
