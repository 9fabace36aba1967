import { type ConstantLookup, quoteOf } from '../constant-values.ts';
import type { Modifier, Parameter } from '../declaration.ts';
import type { LanguageReader } from '../language-reader.ts';
import { codeChildren, type SyntaxNode } from '../parser.ts';
import { isAssignedIn } from '../reading/assigned-in.ts';
import { commentLines, starred } from '../reading/comment-lines.ts';
import { commentsBefore } from '../reading/comments-before.ts';
import { createReader } from '../reading/create-reader.ts';
import type { FamilySyntax } from '../reading/family-syntax.ts';
import { readTaggedComment } from '../reading/tagged-comment.ts';
import { codeValueOf, type StringContent, type ValueSyntax, wordsOf } from '../reading/value-syntax.ts';
import { phpdoc } from './phpdoc.ts';

const values: ValueSyntax = {
  numbers: new Set(['integer', 'float']),
  hasPlainOctals: true,
  strings: new Set(['string', 'encapsed_string']),
  stringContent,
  words: new Map([
    ...wordsOf('null'),
    ...['TRUE', 'True', 'FALSE', 'False'].map(
      (word) => [word, { type: 'boolean', value: /^t/i.test(word) }] as const,
    ),
    ...['NULL', 'Null'].map((word) => [word, { type: 'nothing' }] as const),
  ]),
  names: new Set(['name', 'class_constant_access_expression']),
  wrappers: new Set(['parenthesized_expression', 'array_element_initializer']),
  lists: new Set(['array_creation_expression']),
  unary: new Set(['unary_op_expression']),
  binary: new Set(['binary_expression']),
};

const types = ['class_declaration', 'interface_declaration', 'trait_declaration', 'enum_declaration'];

const syntax: FamilySyntax = {
  kinds: {
    class_declaration: 'class',
    interface_declaration: 'interface',
    trait_declaration: 'class',
    enum_declaration: 'enum',
    enum_case: 'property',
    function_definition: 'function',
    method_declaration: 'method',
    property_declaration: 'property',
    const_declaration: 'property',
  },
  holders: new Set(types),
  values,
  body: {
    nested: new Set(['anonymous_function', 'arrow_function', 'function_definition', ...types]),
    returns: new Set(['return_statement']),
    throws: new Set(['throw_expression']),
    yields: new Set(['yield_expression']),
    blocks: new Set(['compound_statement', 'else_clause']),
    branches: branchesOf,
    plain: new Set([
      'integer',
      'float',
      'string',
      'encapsed_string',
      'boolean',
      'array_creation_expression',
      'object_creation_expression',
    ]),
    nothing: new Set(['null']),
    argumentReader: /\bfunc_get_args?\s*\(|\bget_defined_vars\s*\(/,
  },
  frame: ['<?php (', ');'],
  docOf(node, text) {
    const [comment] = commentsBefore(node, placement, text);
    if (comment === undefined) return undefined;
    const span = { start: comment.startIndex, end: comment.endIndex };
    return readTaggedComment(commentLines(text, [span], starred), span, phpdoc);
  },
  declared(node) {
    const inner = codeChildren(node).filter(
      ({ type }) => type === 'const_element' || type === 'property_element',
    );
    return inner.length > 0 ? inner : [node];
  },
  nameOf: (node) => node.childForFieldName('name') ?? codeChildren(node).find(({ type }) => type === 'name'),
  parametersOf(node, constants) {
    const list = node.childForFieldName('parameters');
    if (list === null) return undefined;
    const nodes = codeChildren(list).filter(({ type }) => type.endsWith('_parameter'));
    return { list, parameters: nodes.map((parameter) => parameterOf(parameter, constants)) };
  },
  resultOf(node) {
    const type = node.childForFieldName('return_type');
    if (type === null) return {};
    const returnType = quoteOf(type);
    return type.text.toLowerCase() === 'void' ? { returnType, result: 'nothing' } : { returnType };
  },
  bodyOf: (node) => node.childForFieldName('body') ?? undefined,
  *modifiersOf(node, name): Iterable<Modifier> {
    const words = new Set(statementOf(node).children.map(({ type }) => type));
    if (words.has('static_modifier')) yield 'static';
    // An interface documents parameters that its next version will take.
    if (words.has('abstract_modifier') || isInInterface(node)) yield 'abstract';
    if (name === '__construct') yield 'constructor';
    if (node.type === 'method_declaration' && mayOverride(node)) yield 'may-override';
  },
  decoratorsOf: () => [],
  basesOf: (node) =>
    node.children
      .filter(({ type }) => type === 'base_clause' || type === 'class_interface_clause')
      .flatMap(codeChildren)
      .map(quoteOf),
  initialOf(node) {
    const value = node.childForFieldName('default_value') ?? node.childForFieldName('value');
    return value ?? (node.type === 'const_element' ? codeChildren(node)[1] : undefined);
  },
  typeOf: (node) => statementOf(node).childForFieldName('type') ?? undefined,
  isKey: ({ type }) => type === 'const_element',
  isConstant(node) {
    if (node.type !== 'property_element') return true;
    const name = node.childForFieldName('name')?.text.slice(1) ?? '';
    const constructors = (statementOf(node).parent?.namedChildren ?? []).filter(
      (member) => member.childForFieldName('name')?.text === '__construct',
    );
    return !isAssignedIn(constructors, name);
  },
};

/** PHP. */
export const phpReader: LanguageReader = createReader(syntax);

const placement = {
  types: new Set(['comment']),
  isDoc: ({ text }: SyntaxNode) => /^\/\*\*(?![*/])/.test(text),
};

function stringContent(node: SyntaxNode): StringContent | undefined {
  const { text } = node;
  if (node.type === 'string') {
    return { text: text.slice(1, -1).replaceAll(/\\(['\\])/g, '$1'), isRaw: true };
  }
  const isConstant = codeChildren(node).every(({ type }) =>
    /^(?:string_content|escape_sequence)$/.test(type),
  );
  return isConstant ? { text: text.slice(1, -1), isRaw: false } : undefined;
}

/** Of an `if` whose last branch is an `else`. */
function branchesOf(statement: SyntaxNode): readonly SyntaxNode[] | undefined {
  if (statement.type !== 'if_statement') return undefined;
  const branches = statement.childrenForFieldName('alternative').filter((child) => child !== null);
  const bodies = [statement, ...branches].map((branch) => branch.childForFieldName('body'));
  const known = bodies.filter((body) => body !== null);
  const hasElse = branches.some(({ type }) => type === 'else_clause');
  return hasElse && known.length === bodies.length ? known : undefined;
}

/** The statement of one of its elements; anything else is its own. */
function statementOf(node: SyntaxNode): SyntaxNode {
  return node.type.endsWith('_element') ? (node.parent ?? node) : node;
}

function isInInterface({ parent }: SyntaxNode): boolean {
  return parent?.parent?.type === 'interface_declaration';
}

function mayOverride(method: SyntaxNode): boolean {
  const holder = method.parent?.parent;
  return (
    holder?.children.some(({ type }) => type === 'base_clause' || type === 'class_interface_clause') ?? false
  );
}

function parameterOf(node: SyntaxNode, constants: ConstantLookup): Parameter {
  const type = node.childForFieldName('type');
  const initial = node.childForFieldName('default_value');
  const isRest = node.type === 'variadic_parameter';
  return {
    name: node.childForFieldName('name')?.text ?? '',
    kind: isRest ? 'rest' : 'plain',
    quote: quoteOf(node),
    optional: isRest || initial !== null,
    properties: [],
    ...(initial === null ? {} : { initial: codeValueOf(initial, values, constants) }),
    ...(type === null ? {} : { type: quoteOf(type) }),
  };
}
