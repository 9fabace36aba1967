import { quoteOf } from '../constant-values.ts';
import { codeChildren, type SyntaxNode } from '../parser.ts';
import { writeTargets } from './outline-commonjs.ts';
import { type OutlineContext, writeSymbol } from './outline-symbols.ts';
import { requireOf } from './require-call.ts';

/** Writes the variables of a statement; those that hold another module are imports. */
export function writeVariables(statement: SyntaxNode, context: OutlineContext): void {
  for (const declarator of codeChildren(statement)) {
    if (declarator.type !== 'variable_declarator') continue;
    const name = declarator.childForFieldName('name');
    const value = declarator.childForFieldName('value');
    const required = requireOf(value);
    if (name !== null && required !== undefined) {
      writeRequired(name, required, { declarator, context });
    } else {
      if (name !== null && value?.type === 'assignment_expression') writeTargets(value, name.text, context);
      writeSymbol(declarator, context);
    }
  }
}

interface Place {
  readonly declarator: SyntaxNode;
  readonly context: OutlineContext;
}

function writeRequired(
  name: SyntaxNode,
  { specifier, imported }: { readonly specifier: string; readonly imported: string },
  { declarator, context }: Place,
): void {
  const quote = quoteOf(declarator);
  const bind = (local: string, taken: string) =>
    context.outline.imports.push({ local, specifier, imported: taken, scope: context.scope, quote });
  if (name.type === 'identifier') bind(name.text, imported);
  if (name.type !== 'object_pattern' || imported !== '=') return;
  for (const part of codeChildren(name)) {
    if (part.type === 'shorthand_property_identifier_pattern') bind(part.text, part.text);
    const key = part.childForFieldName('key');
    const value = part.childForFieldName('value');
    if (key !== null && value?.type === 'identifier') bind(value.text, key.text);
  }
}
