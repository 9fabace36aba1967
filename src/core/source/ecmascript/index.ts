import type { Declaration } from '../declaration.ts';
import type { LanguageReader, SourceTree } from '../language-reader.ts';
import type { SyntaxNode } from '../parser.ts';
import { commentedStatements, slashComments } from '../statements/index.ts';
import { constantsOf } from './constants.ts';
import { declarationNode, declarationTypes, type ReadingContext, readDeclaration } from './declarations.ts';
import { docBefore, docComments } from './doc-before.ts';
import { parseJsdoc } from './jsdoc.ts';
import { nameAt } from './name-at.ts';
import { outlineModule } from './outline.ts';
import { classesOf } from './override.ts';
import { raisingNamed } from './raising.ts';
import { literalOf } from './values.ts';

/** JavaScript and TypeScript, with JSX and types. */
export const ecmascriptReader: LanguageReader = {
  *declarations(tree, options) {
    const context = { constants: constantsOf(tree), classes: classesOf(tree), bodies: options.bodies };
    if (options.which === 'all') {
      for (const node of allDeclarationNodes(tree)) {
        const declaration = readDeclaration(node, { ...context, ...docBefore(node) });
        if (declaration !== undefined) yield declaration;
      }
      return;
    }
    for (const comment of docComments(tree)) {
      const declaration = documented(comment, context);
      if (declaration !== undefined) yield declaration;
    }
  },
  statements: (tree) => commentedStatements(tree, (node) => literalOf(node), slashComments),
  outline: outlineModule,
  nameAt,
  raising: (tree, name) => raisingNamed(tree.root, name),
  frame: ['(', ')'],
  literal(tree) {
    const statement = tree.root.namedChildren[0];
    const expression = tree.root.namedChildCount === 1 ? statement?.namedChildren[0] : undefined;
    return expression === undefined || tree.root.hasError ? undefined : literalOf(expression);
  },
};

function documented(comment: SyntaxNode, context: Omit<ReadingContext, 'doc'>): Declaration | undefined {
  let next = comment.nextNamedSibling;
  while (next?.type === 'decorator') next = next.nextNamedSibling;
  const node = next === null ? undefined : declarationNode(next);
  const doc = node === undefined ? undefined : parseJsdoc(comment.text, comment.startIndex);
  if (node === undefined || doc === undefined) return undefined;
  return readDeclaration(node, { ...context, doc });
}

function allDeclarationNodes(tree: SourceTree): readonly SyntaxNode[] {
  const available = declarationTypes.filter((type) => tree.knows(type));
  return tree.capture(`[${available.map((type) => `(${type})`).join(' ')}] @declaration`);
}
