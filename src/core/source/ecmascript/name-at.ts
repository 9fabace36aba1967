import type { SourceTree } from '../language-reader.ts';
import { type LocalBinding, type NameAt, originOf, plainPathOf } from '../name-at.ts';
import type { SyntaxNode } from '../parser.ts';
import type { Span } from '../span.ts';
import { outlineModule } from './outline.ts';
import { textOfString } from './outline-symbols.ts';

const names =
  /^(?:(?:shorthand_)?property_identifier|identifier|type_identifier|shorthand_property_identifier_pattern)$/;
const chains = /^(?:member_expression|nested_type_identifier|nested_identifier)$/;
const functions =
  /^(?:function_declaration|function_expression|generator_function(?:_declaration)?|arrow_function|method_definition)$/;

/** The name under an offset with what it hangs on, explained by the document's imports. */
export function nameAt(tree: SourceTree, offset: number): NameAt | undefined {
  const node = nodeAt(tree, offset);
  if (node === undefined) return undefined;
  const { imports } = outlineModule(tree, () => undefined);
  if (node.type === 'string_fragment' || node.type === 'string') return moduleName(node);
  const taken = imports.find(({ quote: { span } }) => span.start <= offset && offset <= span.end);
  const whole = chainOf(node);
  const span = { start: whole.startIndex, end: whole.endIndex };
  if (taken !== undefined && isInImport(node)) {
    const { specifier, imported } = taken;
    return { written: node.text, span: spanOf(node), origin: { specifier, imported, names: [] } };
  }
  if (isDeclared(node)) return { written: node.text, span: spanOf(node) };
  const path = pathOf(whole);
  const origin =
    path === undefined ? undefined : originOf(path, imports, (name) => bindingOf(tree, node, name));
  return { written: whole.text, span, ...(origin === undefined ? {} : { origin }) };
}

function nodeAt(tree: SourceTree, offset: number): SyntaxNode | undefined {
  for (const at of [offset, offset - 1]) {
    const node = at < 0 ? null : tree.root.namedDescendantForIndex(at, at);
    if (node !== null && (names.test(node.type) || isModuleString(node))) return node;
  }
  return undefined;
}

function isModuleString(node: SyntaxNode): boolean {
  const string = node.type === 'string_fragment' ? node.parent : node;
  if (string?.type !== 'string') return false;
  const parent = string.parent;
  if (parent === null) return false;
  if (/^(?:import_statement|export_statement|import_require_clause)$/.test(parent.type)) return true;
  return parent.type === 'arguments' && parent.parent?.childForFieldName('function')?.text === 'require';
}

function moduleName(node: SyntaxNode): NameAt {
  const string = node.type === 'string_fragment' ? (node.parent ?? node) : node;
  const specifier = textOfString(string);
  return { written: specifier, span: spanOf(string), origin: { specifier, imported: '=', names: [] } };
}

function spanOf(node: SyntaxNode): Span {
  return { start: node.startIndex, end: node.endIndex };
}

/** The chain that ends with a name: `a.b` for the `b` of `a.b.c`. */
function chainOf(node: SyntaxNode): SyntaxNode {
  const parent = node.parent;
  if (parent === null || !chains.test(parent.type)) return node;
  const last = parent.childForFieldName('property') ?? parent.childForFieldName('name');
  return last?.id === node.id ? parent : node;
}

/** The names of a chain; an object that is made on the spot stands for its class. */
function pathOf(chain: SyntaxNode): readonly string[] | undefined {
  const plain = plainPathOf(chain.text);
  if (plain !== undefined) return plain;
  let object = chain.childForFieldName('object');
  const property = chain.childForFieldName('property')?.text;
  while (object?.type === 'parenthesized_expression') object = object.namedChild(0);
  if (object?.type !== 'new_expression' || property === undefined) return undefined;
  const made = plainPathOf(object.childForFieldName('constructor')?.text ?? '');
  return made === undefined ? undefined : [...made, property];
}

function isInImport(node: SyntaxNode): boolean {
  for (let at = node.parent; at !== null; at = at.parent) {
    if (/^import_/.test(at.type) || at.type === 'object_pattern') return true;
    if (/statement$/.test(at.type)) return false;
  }
  return false;
}

/** Whether the name is declared here rather than used: a property's key, a parameter, a function's own name. */
function isDeclared(node: SyntaxNode): boolean {
  const parent = node.parent;
  if (parent === null) return false;
  if (parent.type === 'pair') return parent.childForFieldName('key')?.id === node.id;
  const named = parent.childForFieldName('name') ?? parent.childForFieldName('pattern');
  return named?.id === node.id && !chains.test(parent.type) && !/specifier$|generic_type/.test(parent.type);
}

/** How the document binds a name at a place, by parameters around the place and by its variables. */
function bindingOf(tree: SourceTree, at: SyntaxNode, name: string): LocalBinding {
  for (let node = at.parent; node !== null; node = node.parent) {
    if (!functions.test(node.type)) continue;
    const bound = parameterBinding(node, name);
    if (bound !== undefined) return bound;
  }
  const declared = tree
    .capture('(variable_declarator name: (_) @name)')
    .filter((node) => new RegExp(`(?:^|[^\\w$.])${escaped(name)}(?![\\w$])`).test(node.text));
  const assigned = tree
    .capture('(assignment_expression left: (identifier) @name)')
    .filter((node) => node.text === name);
  const functionsOfName = tree
    .capture('[(function_declaration name: (_) @name) (class_declaration name: (_) @name)]')
    .filter((node) => node.text === name);
  if (functionsOfName.length > 0 || assigned.length > 0 || declared.length > 1) return { type: 'other' };
  const [only] = declared;
  return only === undefined ? { type: 'none' } : variableBinding(only, name);
}

function escaped(name: string): string {
  return name.replaceAll('$', '\\$');
}

function parameterBinding(callable: SyntaxNode, name: string): LocalBinding | undefined {
  const list = callable.childForFieldName('parameters') ?? callable.childForFieldName('parameter');
  const parameters = list?.type === 'formal_parameters' ? list.namedChildren : [list];
  const word = new RegExp(`(?:^|[^\\w$.])${escaped(name)}(?![\\w$])`);
  for (const parameter of parameters) {
    const pattern =
      parameter?.childForFieldName('pattern') ?? parameter?.childForFieldName('left') ?? parameter;
    if (pattern === null || pattern === undefined || !word.test(pattern.text)) continue;
    return pattern.text === name && parameter !== null ? typeBinding(parameter) : { type: 'other' };
  }
  return undefined;
}

function typeBinding(node: SyntaxNode): LocalBinding {
  const type = node.childForFieldName('type')?.text.replace(/^:\s*/, '') ?? '';
  const path = plainPathOf(type.replace(/<[\s\S]*>$/, ''));
  return path === undefined ? { type: 'other' } : { type: 'path', path };
}

function variableBinding(nameNode: SyntaxNode, name: string): LocalBinding {
  const declarator = nameNode.parent;
  if (declarator === null) return { type: 'other' };
  let value = declarator.childForFieldName('value');
  if (value !== null && /(?:^|[^\w$.])require\s*\(/.test(value.text)) return { type: 'none' };
  if (nameNode.type !== 'identifier' || nameNode.text !== name) return { type: 'other' };
  if (declarator.childForFieldName('type') !== null) return typeBinding(declarator);
  while (value?.type === 'parenthesized_expression' || value?.type === 'await_expression')
    value = value.namedChild(0);
  const made = value?.type === 'new_expression' ? value.childForFieldName('constructor') : value;
  const path = plainPathOf(made?.text ?? '');
  return path === undefined || value?.type === 'undefined' ? { type: 'other' } : { type: 'path', path };
}
