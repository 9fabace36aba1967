import type { Declaration } from '../declaration.ts';
import type { LanguageReader, ReadingOptions, SourceTree } from '../language-reader.ts';
import type { SyntaxNode } from '../parser.ts';
import { constantsOf } from './constants.ts';
import { declarationNode, declarationTypes, readDeclaration } from './declarations.ts';
import { parseJsdoc } from './jsdoc.ts';
import { literalOf } from './values.ts';

/** Tags of comments that document something other than the code under them. */
const foreignTags =
  /^\s*\*?\s*@(?:typedef|callback|file|fileoverview|module|license|overload|external|event|namespace)\b/m;

/** JavaScript and TypeScript, with JSX and types. */
export const ecmascriptReader: LanguageReader = {
  *declarations(tree, options) {
    const constants = constantsOf(tree);
    if (options.which === 'all') {
      for (const node of allDeclarationNodes(tree)) {
        const declaration = readDeclaration(node, { constants, bodies: options.bodies, ...docBefore(node) });
        if (declaration !== undefined) yield declaration;
      }
      return;
    }
    for (const comment of tree.capture('(comment) @comment')) {
      const declaration = documented(comment, constants, options);
      if (declaration !== undefined) yield declaration;
    }
  },
  literal(tree) {
    const statement = tree.root.namedChildren[0];
    const expression = tree.root.namedChildCount === 1 ? statement?.namedChildren[0] : undefined;
    return expression === undefined || tree.root.hasError ? undefined : literalOf(expression);
  },
};

function documented(
  comment: SyntaxNode,
  constants: ReturnType<typeof constantsOf>,
  options: ReadingOptions,
): Declaration | undefined {
  if (!isDocComment(comment)) return undefined;
  let next = comment.nextNamedSibling;
  while (next?.type === 'decorator') next = next.nextNamedSibling;
  const node = next === null ? undefined : declarationNode(next);
  const doc = node === undefined ? undefined : parseJsdoc(comment.text, comment.startIndex);
  if (node === undefined || doc === undefined) return undefined;
  return readDeclaration(node, { constants, bodies: options.bodies, doc });
}

function isDocComment(comment: SyntaxNode): boolean {
  const text = comment.text;
  return text.startsWith('/**') && !text.startsWith('/***') && text.length > 5 && !foreignTags.test(text);
}

function docBefore(node: SyntaxNode): { readonly doc?: NonNullable<Declaration['doc']> } {
  let at: SyntaxNode | null = node;
  while (at !== null) {
    let before: SyntaxNode | null = at.previousNamedSibling;
    while (before?.type === 'decorator') before = before.previousNamedSibling;
    if (before?.type === 'comment' && isDocComment(before)) {
      const doc = parseJsdoc(before.text, before.startIndex);
      return doc === undefined ? {} : { doc };
    }
    const parent: SyntaxNode | null = at.parent;
    at = parent !== null && declarationNode(parent)?.id === node.id ? parent : null;
  }
  return {};
}

function allDeclarationNodes(tree: SourceTree): readonly SyntaxNode[] {
  const available = declarationTypes.filter((type) => tree.knows(type));
  return tree.capture(`[${available.map((type) => `(${type})`).join(' ')}] @declaration`);
}
