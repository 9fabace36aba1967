import { type SyntaxNode, walk } from '../parser.ts';

/** Nodes that are functions with a body of their own. */
export const functionTypes: ReadonlySet<string> = new Set([
  'function_declaration',
  'function_expression',
  'generator_function_declaration',
  'generator_function',
  'arrow_function',
  'method_definition',
]);

/** The functions around a node, innermost first. */
export function* functionsAround(node: SyntaxNode): Iterable<SyntaxNode> {
  for (let at = node.parent; at !== null; at = at.parent) if (functionTypes.has(at.type)) yield at;
}

/**
 * The innermost function around a node whose `this` is the node's own, or `undefined` on the file's top level: arrow
 * functions have none of their own.
 */
export function ownerOfThis(node: SyntaxNode): SyntaxNode | undefined {
  for (const callable of functionsAround(node)) if (callable.type !== 'arrow_function') return callable;
  return undefined;
}

/** Whether a function around the node has a parameter or a variable of that name, so that it hides a file's. */
export function isShadowed(name: string, node: SyntaxNode): boolean {
  for (const callable of functionsAround(node)) if (declares(callable, name)) return true;
  return false;
}

function declares(callable: SyntaxNode, name: string): boolean {
  const list = callable.childForFieldName('parameters') ?? callable.childForFieldName('parameter');
  const body = callable.childForFieldName('body');
  return (
    (list !== null && namesWithin(list).includes(name)) || (body !== null && variablesOf(body).has(name))
  );
}

/** The names that a parameter list or a pattern binds; defaults and types inside it name others. */
function namesWithin(pattern: SyntaxNode): readonly string[] {
  if (/^(?:shorthand_property_)?identifier(?:_pattern)?$/.test(pattern.type)) return [pattern.text];
  const bound =
    pattern.childForFieldName('left') ??
    pattern.childForFieldName('pattern') ??
    (pattern.type === 'pair_pattern' ? pattern.childForFieldName('value') : null);
  return bound === null ? pattern.namedChildren.flatMap(namesWithin) : namesWithin(bound);
}

function variablesOf(body: SyntaxNode): ReadonlySet<string> {
  const names = new Set<string>();
  walk(body, (node) => {
    const isDeclared = node.type === 'variable_declarator' || node.type.endsWith('_declaration');
    const declared = isDeclared ? node.childForFieldName('name') : null;
    if (declared !== null) for (const name of namesWithin(declared)) names.add(name);
    return !functionTypes.has(node.type);
  });
  return names;
}
