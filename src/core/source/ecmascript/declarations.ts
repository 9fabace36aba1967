import { type ConstantLookup, quoteOf } from '../constant-values.ts';
import type { CodeValue, Declaration, DeclarationKind, Modifier, Signature } from '../declaration.ts';
import { type DocComment, speaksOfRaising } from '../doc-comment.ts';
import { codeChildren, type SyntaxNode } from '../parser.ts';
import type { Quote } from '../span.ts';
import { bodyFactsOf } from './body.ts';
import { instanceValueOf } from './instance-property.ts';
import { type ClassLookup, mayOverride } from './override.ts';
import { parametersOf, typeOf } from './parameters.ts';
import { raisingOf } from './raising.ts';
import { codeValueOf } from './values.ts';

const callableTypes = new Set(['function_expression', 'arrow_function', 'generator_function']);

/** What reading a declaration needs besides its node. */
export interface ReadingContext {
  readonly constants: ConstantLookup;
  /** Without it, a method of any class with a base may override another. */
  readonly classes?: ClassLookup;
  readonly bodies: boolean;
  readonly doc?: DocComment;
  /** The name of a declaration that has none in its own words: `export default function () {}`. */
  readonly name?: Quote;
}

const kinds: Readonly<Record<string, DeclarationKind>> = {
  function_declaration: 'function',
  generator_function_declaration: 'function',
  function_signature: 'function',
  method_definition: 'method',
  method_signature: 'method',
  abstract_method_signature: 'method',
  class_declaration: 'class',
  abstract_class_declaration: 'class',
  interface_declaration: 'interface',
  type_alias_declaration: 'type',
  enum_declaration: 'enum',
  public_field_definition: 'property',
  field_definition: 'property',
  property_signature: 'property',
  pair: 'property',
  variable_declarator: 'variable',
  assignment_expression: 'variable',
  enum_assignment: 'property',
};

/** Node types that may be a declaration. */
export const declarationTypes: readonly string[] = Object.keys(kinds);

/**
 * The declaration that a node is or wraps: an export, an ambient declaration, a statement and a variable list
 * lead to what they declare (the first of a list). `undefined` when it declares nothing with a name.
 */
export function declarationNode(node: SyntaxNode): SyntaxNode | undefined {
  if (node.type in kinds) return node;
  switch (node.type) {
    case 'export_statement':
      return follow(node.childForFieldName('declaration') ?? node.childForFieldName('value'));
    case 'ambient_declaration':
    case 'expression_statement':
    case 'lexical_declaration':
    case 'variable_declaration':
      return follow(codeChildren(node).find((child) => child.type !== 'decorator'));
    default:
      return undefined;
  }
}

function follow(node: SyntaxNode | null | undefined): SyntaxNode | undefined {
  return node === null || node === undefined ? undefined : declarationNode(node);
}

/** Reads the declaration of a node that `declarationNode` gave; `undefined` when it has no plain name. */
export function readDeclaration(node: SyntaxNode, context: ReadingContext): Declaration | undefined {
  const named = context.name ?? nameOf(node);
  if (named === undefined) return undefined;
  const name = named.text;
  const value = node.childForFieldName('value') ?? node.childForFieldName('right');
  const callable = callableOf(node, value);
  const signature = callable === undefined ? undefined : signatureOf(callable, context);
  const initial =
    callable === undefined && value !== null ? initialOf(node, value, context.constants) : undefined;
  const type = typeOf(node);
  return {
    kind: kindOf(node, callable),
    name,
    qualifiedName: [...holderNames(node), name].join('.'),
    span: { start: node.startIndex, end: node.endIndex },
    nameSpan: named.span,
    head: headOf(node, callable, initial),
    modifiers: modifiersOf(node, name, context.classes ?? (() => undefined)),
    decorators: decoratorsOf(node),
    bases: basesOf(node),
    hasError: node.hasError,
    ...(signature === undefined ? {} : { signature }),
    ...(initial === undefined ? {} : { initial }),
    ...(type === undefined ? {} : { type }),
    ...(context.doc === undefined ? {} : { doc: context.doc }),
    ...raisingIn(callable, context),
  };
}

function raisingIn(callable: SyntaxNode | undefined, { doc, bodies }: ReadingContext) {
  const isWanted = bodies && doc !== undefined && speaksOfRaising(doc);
  return callable === undefined || !isWanted ? {} : { raising: raisingOf(callable) };
}

function initialOf(node: SyntaxNode, value: SyntaxNode, constants: ConstantLookup): CodeValue {
  const isAssignment = node.type === 'assignment_expression';
  return isAssignment ? instanceValueOf(node, value, constants) : codeValueOf(value, constants);
}

function callableOf(node: SyntaxNode, value: SyntaxNode | null): SyntaxNode | undefined {
  if (node.childForFieldName('parameters') !== null) return node;
  return value !== null && callableTypes.has(value.type) ? value : undefined;
}

function kindOf(node: SyntaxNode, callable: SyntaxNode | undefined): DeclarationKind {
  if (node.type === 'class') return 'class';
  const kind = kinds[node.type] ?? 'variable';
  if (callable === undefined) return kind;
  if (kind === 'property') return 'method';
  return kind === 'variable' ? 'function' : kind;
}

function nameNodeOf(node: SyntaxNode): SyntaxNode | undefined {
  const field =
    node.childForFieldName('name') ?? node.childForFieldName('key') ?? node.childForFieldName('property');
  if (field !== null) return field;
  const left = node.type === 'assignment_expression' ? node.childForFieldName('left') : null;
  if (left === null) return undefined;
  return left.type === 'member_expression' ? (left.childForFieldName('property') ?? undefined) : left;
}

function nameOf(node: SyntaxNode): Quote | undefined {
  const nameNode = nameNodeOf(node);
  const text = nameNode === undefined ? undefined : plainName(nameNode);
  if (nameNode === undefined || text === undefined) return undefined;
  return { text, span: { start: nameNode.startIndex, end: nameNode.endIndex } };
}

function plainName(node: SyntaxNode): string | undefined {
  if (node.type === 'string') return node.text.slice(1, -1);
  return /(?:^|_)identifier$|^private_property_identifier$/.test(node.type) ? node.text : undefined;
}

/** The signature of a function, a call signature or a function type. */
export function signatureOf(callable: SyntaxNode, context: ReadingContext): Signature {
  const list =
    callable.childForFieldName('parameters') ?? callable.childForFieldName('parameter') ?? callable;
  const returnType = typeOf(callable, 'return_type');
  const body = context.bodies ? bodyFactsOf(callable, context.constants) : undefined;
  return {
    parameters: parametersOf(callable, context.constants),
    span: { start: list.startIndex, end: list.endIndex },
    isAsync: callable.children.some((child) => child.type === 'async'),
    ...(returnType === undefined ? {} : { returnType }),
    ...(body === undefined ? {} : { body }),
  };
}

/** From the declaration's first word to its body. */
function headOf(node: SyntaxNode, callable: SyntaxNode | undefined, initial: CodeValue | undefined): Quote {
  const owner = statementOf(node);
  const body = (callable ?? node).childForFieldName('body');
  const whole = owner.text;
  const isShort = initial !== undefined && whole.length <= 200;
  const end = body === null || isShort ? owner.endIndex : body.startIndex;
  const text = whole.slice(0, end - owner.startIndex).trimEnd();
  const cut =
    text.length > 400
      ? text.slice(0, text.lastIndexOf('\n', 400) > 0 ? text.lastIndexOf('\n', 400) : 400)
      : text;
  return { text: cut, span: { start: owner.startIndex, end: owner.startIndex + cut.length } };
}

/** The statement that a declaration's words begin with: `export`, `declare`, `const`. */
function statementOf(node: SyntaxNode): SyntaxNode {
  const parent = node.parent;
  if (parent === null) return node;
  const wraps = ['export_statement', 'ambient_declaration', 'lexical_declaration', 'variable_declaration'];
  const isFirst = declarationNode(parent)?.id === node.id;
  return wraps.includes(parent.type) && isFirst ? statementOf(parent) : node;
}

function modifiersOf(node: SyntaxNode, name: string, classes: ClassLookup): ReadonlySet<Modifier> {
  const found = new Set<Modifier>();
  const words = new Set(node.children.map((child) => child.type));
  if (words.has('static')) found.add('static');
  if (words.has('get') || words.has('set') || isDescriptor(node, name)) found.add('accessor');
  if (node.type.startsWith('abstract_') || words.has('abstract')) found.add('abstract');
  if (node.type === 'method_definition' && name === 'constructor') found.add('constructor');
  const statement = statementOf(node);
  if (statement.type === 'export_statement') {
    found.add('exported');
    if (statement.children.some((child) => child.type === 'default')) found.add('default-export');
  }
  if (isAmbient(node)) found.add('declared');
  if (mayOverride(node, found, classes)) found.add('may-override');
  if (isOverload(statement, node, name)) found.add('overload');
  return found;
}

/** `{ get: function () { … } }`, as `Object.defineProperty` takes it. */
function isDescriptor(node: SyntaxNode, name: string): boolean {
  return (
    (node.type === 'pair' || node.type === 'method_definition') && /^[gs]et$/.test(name) && isInObject(node)
  );
}

function isInObject(node: SyntaxNode): boolean {
  return node.parent?.type === 'object';
}

function isAmbient(node: SyntaxNode): boolean {
  return /_signature$/.test(node.type) || statementOf(node).type === 'ambient_declaration';
}

/** Whether another signature of the same name stands right before or behind it. */
function isOverload(statement: SyntaxNode, node: SyntaxNode, name: string): boolean {
  if (!['function', 'method'].includes(kinds[node.type] ?? '')) return false;
  return [statement.previousNamedSibling, statement.nextNamedSibling].some((start, side) => {
    let sibling = start;
    while (sibling?.type === 'comment') {
      sibling = side === 0 ? sibling.previousNamedSibling : sibling.nextNamedSibling;
    }
    const other = follow(sibling);
    const otherName = other === undefined ? undefined : nameNodeOf(other)?.text;
    return other !== undefined && otherName === name && (isSignature(other) || isSignature(node));
  });
}

function isSignature(node: SyntaxNode): boolean {
  return /_signature$/.test(node.type);
}

function decoratorsOf(node: SyntaxNode): readonly Quote[] {
  const own = node.children.filter((child) => child.type === 'decorator');
  for (
    let before = node.previousNamedSibling;
    before?.type === 'decorator';
    before = before.previousNamedSibling
  ) {
    own.unshift(before);
  }
  return own.map((decorator) => {
    const quote = quoteOf(decorator);
    return { text: quote.text.slice(1), span: { start: quote.span.start + 1, end: quote.span.end } };
  });
}

function basesOf(node: SyntaxNode): readonly Quote[] {
  const heritage = node.children.find(
    ({ type }) => type === 'class_heritage' || type === 'extends_type_clause',
  );
  if (heritage === undefined) return [];
  const clauses = codeChildren(heritage);
  const extending = clauses.filter((clause) => clause.type === 'extends_clause').flatMap(codeChildren);
  return (extending.length > 0 ? extending : clauses.filter((c) => !/_clause$/.test(c.type))).map(quoteOf);
}

/** Names of classes, interfaces, namespaces and assigned objects around a declaration, outermost first. */
function holderNames(node: SyntaxNode): readonly string[] {
  const names: string[] = [];
  for (let at = node.parent; at !== null; at = at.parent) {
    const isHolder =
      /^(?:abstract_)?class_declaration$|^(?:interface|enum|type_alias)_declaration$|^internal_module$|^class$/;
    if (isHolder.test(at.type)) names.unshift(at.childForFieldName('name')?.text ?? '');
    if (at.type === 'object' && at.parent?.type === 'variable_declarator') {
      names.unshift(at.parent.childForFieldName('name')?.text ?? '');
    }
  }
  const left = node.type === 'assignment_expression' ? node.childForFieldName('left') : null;
  const object = left?.type === 'member_expression' ? left.childForFieldName('object')?.text : undefined;
  if (object !== undefined && object !== 'exports' && object !== 'module.exports') names.push(object);
  return names.filter((name) => name !== '');
}
