import type { SourceTree } from '../language-reader.ts';
import { emptyOutline, type ModuleOutline } from '../module-outline.ts';
import { codeChildren, type SyntaxNode } from '../parser.ts';
import { constantsOf } from './constants.ts';
import { writeAssignment, writeCall } from './outline-commonjs.ts';
import { writeExport, writeImport, writeNamespaceExports } from './outline-modules.ts';
import { type OutlineContext, textOfString, writeDeclaration } from './outline-symbols.ts';
import { writeVariables } from './outline-variables.ts';

/** What a JavaScript or TypeScript module declares, takes and gives. `checkpoint` may throw to stop. */
export function outlineModule(tree: SourceTree, checkpoint: () => void): ModuleOutline {
  const outline = emptyOutline();
  const context: OutlineContext = {
    outline,
    constants: constantsOf(tree),
    prefix: '',
    scope: '',
    checkpoint,
  };
  writeStatements(tree.root, context);
  for (const match of tree.text.matchAll(/^\/\/\/\s*<reference\s+path\s*=\s*["']([^"'\n]+)["']/gm)) {
    const path = match[1] ?? '';
    outline.companions.push(path.startsWith('.') ? path : `./${path}`);
  }
  return outline;
}

function writeStatements(parent: SyntaxNode, context: OutlineContext): void {
  for (const statement of codeChildren(parent)) {
    context.checkpoint();
    writeStatement(statement, context);
  }
}

function writeStatement(node: SyntaxNode, context: OutlineContext): void {
  switch (node.type) {
    case 'import_statement':
    case 'import_alias':
      writeImport(node, context);
      return;
    case 'export_statement': {
      const declaration = node.childForFieldName('declaration');
      if (context.prefix !== '') {
        // What a namespace exports are its members, not exports of the module.
        if (declaration === null) writeNamespaceExports(node, context);
        else writeStatement(declaration, context);
        return;
      }
      const exported = writeExport(node, context);
      if (declaration !== null) writeStatement(declaration, { ...context, exported });
      return;
    }
    case 'ambient_declaration':
      for (const child of codeChildren(node))
        if (child.type !== 'statement_block') writeStatement(child, context);
      return;
    case 'module':
    case 'internal_module':
      writeNamespace(node, context);
      return;
    case 'lexical_declaration':
    case 'variable_declaration':
      writeVariables(node, context);
      return;
    case 'expression_statement':
      writeExpression(codeChildren(node)[0], context);
      return;
    default:
      writeDeclaration(node, context);
  }
}

function writeExpression(node: SyntaxNode | undefined, context: OutlineContext): void {
  if (node?.type === 'internal_module') writeNamespace(node, context);
  if (node?.type === 'assignment_expression') writeAssignment(node, context);
  if (node?.type === 'call_expression') writeCall(node, context);
}

function writeNamespace(node: SyntaxNode, context: OutlineContext): void {
  const name = node.childForFieldName('name');
  const body = node.childForFieldName('body');
  if (name === null || body === null) return;
  if (name.type === 'string') {
    writeStatements(body, { ...context, scope: textOfString(name), prefix: '' });
    return;
  }
  const path = context.prefix + name.text;
  if (context.exported !== undefined) {
    const { outline, exported, scope } = context;
    outline.exports.push({
      type: 'local',
      exported: exported === 'default' ? exported : path,
      local: path,
      scope,
    });
  }
  const { exported: _, ...inside } = context;
  writeStatements(body, { ...inside, prefix: `${path}.` });
}
