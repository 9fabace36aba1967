import { codeChildren, type SyntaxNode, walk } from '../parser.ts';

/** The field of a node that holds what it gives a value. */
const fields: Readonly<Record<string, string>> = {
  assignment: 'left',
  augmented_assignment: 'left',
  for_statement: 'left',
  for_in_clause: 'left',
  named_expression: 'name',
  function_definition: 'name',
  class_definition: 'name',
};

/** Nodes in which every name is given a value, or taken away. */
const whole = new Set([
  'as_pattern_target',
  'global_statement',
  'nonlocal_statement',
  'delete_statement',
  'import_statement',
  'import_from_statement',
]);

const patterns = new Set(['pattern_list', 'tuple_pattern', 'list_pattern', 'list_splat_pattern']);

/** Where a function gives names a value, by the names; parameters are left out. */
export function targetsIn(definition: SyntaxNode): ReadonlyMap<string, readonly SyntaxNode[]> {
  const found = new Map<string, SyntaxNode[]>();
  const add = (node: SyntaxNode): void => {
    if (node.type === 'identifier') found.set(node.text, [...(found.get(node.text) ?? []), node]);
    else if (patterns.has(node.type)) for (const part of codeChildren(node)) add(part);
  };
  walk(definition.childForFieldName('body') ?? definition, (node) => {
    const { type } = node;
    const field = fields[type];
    const target = field === undefined ? null : node.childForFieldName(field);
    if (target !== null) add(target);
    if (whole.has(type))
      for (const name of node.descendantsOfType('identifier')) if (name !== null) add(name);
    return true;
  });
  return found;
}
