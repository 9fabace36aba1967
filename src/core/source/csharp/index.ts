import { type ConstantLookup, quoteOf } from '../constant-values.ts';
import type { Modifier, Parameter } from '../declaration.ts';
import type { LanguageReader } from '../language-reader.ts';
import { codeChildren, type SyntaxNode } from '../parser.ts';
import { isAssignedIn } from '../reading/assigned-in.ts';
import { branchesOfIf } from '../reading/body-syntax.ts';
import { commentLines, spanOfLines, starred } from '../reading/comment-lines.ts';
import { commentsBefore } from '../reading/comments-before.ts';
import { createReader } from '../reading/create-reader.ts';
import type { FamilySyntax } from '../reading/family-syntax.ts';
import { codeValueOf, quotedContent, type ValueSyntax, wordsOf } from '../reading/value-syntax.ts';
import { readXmlDoc, tripleSlash } from './xml-doc.ts';

const values: ValueSyntax = {
  numbers: new Set(['integer_literal', 'real_literal']),
  numberSuffix: /(?:u?l|lu|u|[fdm])$/i,
  strings: new Set(['string_literal', 'verbatim_string_literal', 'character_literal']),
  stringContent: (node) =>
    node.type === 'verbatim_string_literal'
      ? { text: node.text.slice(2, -1).replaceAll('""', '"'), isRaw: true }
      : quotedContent(node),
  words: wordsOf('null'),
  names: new Set(['identifier', 'member_access_expression']),
  wrappers: new Set(['parenthesized_expression']),
  unary: new Set(['prefix_unary_expression']),
  binary: new Set(['binary_expression']),
  dividesIntegers: true,
};

const types = ['class_declaration', 'record_declaration', 'struct_declaration', 'interface_declaration'];

const syntax: FamilySyntax = {
  kinds: {
    class_declaration: 'class',
    record_declaration: 'class',
    struct_declaration: 'class',
    interface_declaration: 'interface',
    enum_declaration: 'enum',
    enum_member_declaration: 'property',
    delegate_declaration: 'function',
    method_declaration: 'method',
    constructor_declaration: 'method',
    operator_declaration: 'method',
    indexer_declaration: 'method',
    property_declaration: 'property',
    field_declaration: 'property',
  },
  holders: new Set([...types, 'enum_declaration']),
  values,
  body: {
    nested: new Set([
      'local_function_statement',
      'lambda_expression',
      'anonymous_method_expression',
      ...types,
    ]),
    returns: new Set(['return_statement']),
    throws: new Set(['throw_statement', 'throw_expression']),
    yields: new Set(['yield_statement']),
    blocks: new Set(['block']),
    branches: branchesOfIf,
    plain: new Set([
      'integer_literal',
      'real_literal',
      'string_literal',
      'character_literal',
      'boolean_literal',
      'interpolated_string_expression',
      'object_creation_expression',
      'array_creation_expression',
    ]),
    nothing: new Set(['null_literal']),
  },
  frame: ['class A { object a = (', '); }'],
  docOf(node, text) {
    const comments = commentsBefore(node, placement, text);
    const [first] = comments;
    const last = comments.at(-1);
    if (first === undefined || last === undefined) return undefined;
    const isStarred = first.text.startsWith('/*');
    const spans = comments.map(({ startIndex, endIndex }) => ({ start: startIndex, end: endIndex }));
    const lines = commentLines(text, isStarred ? spans.slice(-1) : spans, isStarred ? starred : tripleSlash);
    const whole = { start: first.startIndex, end: last.endIndex };
    return readXmlDoc(lines, isStarred ? whole : spanOfLines(lines));
  },
  declared(node) {
    if (node.type !== 'field_declaration') return [node];
    return codeChildren(node)
      .filter(({ type }) => type === 'variable_declaration')
      .flatMap((list) => codeChildren(list).filter(({ type }) => type === 'variable_declarator'));
  },
  nameOf: (node) =>
    node.childForFieldName('name') ??
    node.children.find(({ type }) => type === 'this' || type === 'operator' || type === 'identifier'),
  parametersOf(node, constants) {
    const list =
      node.childForFieldName('parameters') ??
      (types.includes(node.type) ? node.children.find(({ type }) => type === 'parameter_list') : undefined);
    if (list === undefined) return undefined;
    const plain = codeChildren(list).filter(({ type }) => type === 'parameter');
    const rest = list.childForFieldName('name');
    const parameters = plain.map((parameter) => parameterOf(parameter, constants));
    return { list, parameters: rest === null ? parameters : [...parameters, restParameter(list, rest)] };
  },
  resultOf(node) {
    const type = node.childForFieldName('returns') ?? node.childForFieldName('type');
    if (type === null || types.includes(node.type)) return {};
    const returnType = quoteOf(type);
    // What a task without a type hands back is nothing, and a task.
    if (/(?:^|\.)(?:Task|ValueTask)$/.test(type.text)) return { returnType };
    return { returnType, result: type.text === 'void' ? 'nothing' : 'value' };
  },
  isAsync: (node) => modifiersOf(node).has('async'),
  bodyOf: (node) => node.childForFieldName('body') ?? undefined,
  *modifiersOf(node): Iterable<Modifier> {
    const words = modifiersOf(statementOf(node));
    if (words.has('static')) yield 'static';
    if (words.has('abstract')) yield 'abstract';
    if (words.has('public')) yield 'exported';
    if (node.type === 'constructor_declaration') yield 'constructor';
  },
  decoratorsOf: (node) =>
    codeChildren(statementOf(node))
      .filter(({ type }) => type === 'attribute_list')
      .flatMap(codeChildren)
      .map(quoteOf),
  basesOf: (node) =>
    node.children
      .filter(({ type }) => type === 'base_list')
      .flatMap(codeChildren)
      .map(quoteOf),
  typeParametersOf: (node) =>
    node.children
      .filter(({ type }) => type === 'type_parameter_list')
      .flatMap(codeChildren)
      .map((one) => one.childForFieldName('name')?.text ?? one.text),
  initialOf(node) {
    const value = node.childForFieldName('value');
    if (value !== null) return value.type === 'arrow_expression_clause' ? undefined : value;
    return node.type === 'variable_declarator' ? behindEquals(node) : undefined;
  },
  typeOf: (node) => {
    const holder = node.type === 'variable_declarator' ? node.parent : node;
    return holder?.childForFieldName('type') ?? undefined;
  },
  isKey: (node) => modifiersOf(statementOf(node)).has('const'),
  isConstant(node) {
    if (node.type === 'enum_member_declaration') return true;
    const words = modifiersOf(statementOf(node));
    if (words.has('const')) return true;
    const name = (node.childForFieldName('name') ?? node.children[0])?.text ?? '';
    const constructors = (statementOf(node).parent?.namedChildren ?? []).filter(
      ({ type }) => type === 'constructor_declaration',
    );
    return !isAssignedIn(constructors, name);
  },
};

/** C#. */
export const csharpReader: LanguageReader = createReader(syntax);

const placement = {
  types: new Set(['comment']),
  isDoc: ({ text }: SyntaxNode) => /^(?:\/\/\/(?!\/)|\/\*\*(?![*/]))/.test(text),
  joins: true,
};

/** The statement of a field's declarator; anything else is its own. */
function statementOf(node: SyntaxNode): SyntaxNode {
  return node.type === 'variable_declarator' ? (node.parent?.parent ?? node) : node;
}

function modifiersOf(node: SyntaxNode): ReadonlySet<string> {
  return new Set(node.children.filter(({ type }) => type === 'modifier').map(({ text }) => text));
}

/** The value behind an `=` of a node that has no field for it. */
function behindEquals(node: SyntaxNode): SyntaxNode | undefined {
  const at = node.children.findIndex(({ type }) => type === '=');
  return at < 0 ? undefined : node.children.slice(at + 1).find(({ isNamed }) => isNamed);
}

function parameterOf(node: SyntaxNode, constants: ConstantLookup): Parameter {
  const type = node.childForFieldName('type');
  const initial = behindEquals(node);
  return {
    name: node.childForFieldName('name')?.text ?? '',
    kind: 'plain',
    quote: quoteOf(node),
    optional: initial !== undefined,
    properties: [],
    ...(initial === undefined ? {} : { initial: codeValueOf(initial, values, constants) }),
    ...(type === null ? {} : { type: quoteOf(type) }),
  };
}

/** The grammar has no node of its own for a `params` parameter; its fields are the list's. */
function restParameter(list: SyntaxNode, name: SyntaxNode): Parameter {
  const type = list.childForFieldName('type');
  const start = type ?? name;
  const text = list.text.slice(start.startIndex - list.startIndex, name.endIndex - list.startIndex);
  return {
    name: name.text,
    kind: 'rest',
    quote: { text, span: { start: start.startIndex, end: name.endIndex } },
    optional: true,
    properties: [],
    ...(type === null ? {} : { type: quoteOf(type) }),
  };
}
