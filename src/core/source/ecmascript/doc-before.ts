import type { Declaration } from '../declaration.ts';
import type { SourceTree } from '../language-reader.ts';
import type { SyntaxNode } from '../parser.ts';
import { declarationNode } from './declarations.ts';
import { parseJsdoc } from './jsdoc.ts';

/** Tags of comments that document something other than the code under them. */
const foreignTags =
  /^\s*\*?\s*@(?:typedef|callback|file|fileoverview|module|license|overload|external|event|namespace)\b/m;

/** Whether a comment documents the code under it. */
function isDocComment(comment: SyntaxNode): boolean {
  const text = comment.text;
  return text.startsWith('/**') && !text.startsWith('/***') && text.length > 5 && !foreignTags.test(text);
}

/**
 * The comments of a source that document the code under them, in the order of the text. The text says where one may begin, so
 * that the tree is asked about few places: a query would visit every node.
 */
export function* docComments({ root, text }: SourceTree): Iterable<SyntaxNode> {
  for (let at = text.indexOf('/**'); at >= 0; at = text.indexOf('/**', at + 3)) {
    const node = root.descendantForIndex(at, at + 1);
    if (node?.type === 'comment' && node.startIndex === at && isDocComment(node)) yield node;
  }
}

/** The documentation before a declaration, or before the statement that begins with it; empty when there is none. */
export function docBefore(node: SyntaxNode): { readonly doc?: NonNullable<Declaration['doc']> } {
  let at: SyntaxNode | null = node;
  while (at !== null) {
    let before: SyntaxNode | null = at.previousNamedSibling;
    while (before?.type === 'decorator') before = before.previousNamedSibling;
    if (before?.type === 'comment' && isDocComment(before)) {
      const doc = parseJsdoc(before.text, before.startIndex);
      return doc === undefined ? {} : { doc };
    }
    const parent: SyntaxNode | null = at.parent;
    at = parent !== null && leadsTo(parent, node) ? parent : null;
  }
  return {};
}

function leadsTo(parent: SyntaxNode, node: SyntaxNode): boolean {
  if (declarationNode(parent)?.id === node.id) return true;
  return parent.type === 'export_statement' && parent.childForFieldName('value')?.id === node.id;
}
