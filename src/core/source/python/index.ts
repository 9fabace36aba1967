import type { LanguageReader } from '../language-reader.ts';
import { commentedStatements, hashComments } from '../statements/index.ts';
import { constantsOf, readAssignment, readDefinition } from './declarations.ts';
import { documentedDefinitions } from './documented-definitions.ts';
import { nameAt } from './name-at.ts';
import { outlineModule } from './outline.ts';
import { raisingNamed } from './raising.ts';
import { literalOf } from './values.ts';

const everyQuery = `
  (function_definition) @declaration
  (class_definition) @declaration
  (module (expression_statement (assignment left: (identifier)) @declaration))
  (class_definition body: (block (expression_statement (assignment left: (identifier)) @declaration)))`;

/** Python, stubs included. */
export const pythonReader: LanguageReader = {
  *declarations(tree, options) {
    const constants = constantsOf(tree);
    const nodes = options.which === 'documented' ? documentedDefinitions(tree) : tree.capture(everyQuery);
    for (const node of nodes) {
      const declaration =
        node.type === 'assignment'
          ? readAssignment(node, constants)
          : readDefinition(node, constants, options);
      if (declaration !== undefined) yield declaration;
    }
  },
  statements: (tree) => commentedStatements(tree, (node) => literalOf(node), hashComments),
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
