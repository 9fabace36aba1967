import { quoteOf } from '../constant-values.ts';
import type { Modifier, Parameter } from '../declaration.ts';
import type { LanguageReader } from '../language-reader.ts';
import { codeChildren, type SyntaxNode } from '../parser.ts';
import { isAssignedIn } from '../reading/assigned-in.ts';
import { branchesOfIf } from '../reading/body-syntax.ts';
import { commentLines, starred } from '../reading/comment-lines.ts';
import { commentsBefore } from '../reading/comments-before.ts';
import { createReader } from '../reading/create-reader.ts';
import type { FamilySyntax } from '../reading/family-syntax.ts';
import { readTaggedComment } from '../reading/tagged-comment.ts';
import { quotedContent, wordsOf } from '../reading/value-syntax.ts';
import { javadoc } from './javadoc.ts';

const functions = new Set([
  'method_declaration',
  'constructor_declaration',
  'annotation_type_element_declaration',
]);

const syntax: FamilySyntax = {
  kinds: {
    class_declaration: 'class',
    record_declaration: 'class',
    interface_declaration: 'interface',
    annotation_type_declaration: 'interface',
    enum_declaration: 'enum',
    enum_constant: 'property',
    method_declaration: 'method',
    constructor_declaration: 'method',
    annotation_type_element_declaration: 'property',
    field_declaration: 'property',
    constant_declaration: 'property',
  },
  holders: new Set([
    'class_declaration',
    'record_declaration',
    'interface_declaration',
    'annotation_type_declaration',
    'enum_declaration',
  ]),
  values: {
    numbers: new Set([
      'decimal_integer_literal',
      'hex_integer_literal',
      'octal_integer_literal',
      'binary_integer_literal',
      'decimal_floating_point_literal',
    ]),
    numberSuffix: /[lfd]$/i,
    hasPlainOctals: true,
    strings: new Set(['string_literal', 'character_literal']),
    stringContent: quotedContent,
    words: wordsOf('null'),
    names: new Set(['identifier', 'field_access']),
    wrappers: new Set(['parenthesized_expression']),
    lists: new Set(['array_initializer']),
    unary: new Set(['unary_expression']),
    binary: new Set(['binary_expression']),
    dividesIntegers: true,
  },
  body: {
    nested: new Set(['lambda_expression', 'class_body', 'class_declaration', 'record_declaration']),
    returns: new Set(['return_statement']),
    throws: new Set(['throw_statement']),
    blocks: new Set(['block', 'constructor_body']),
    branches: branchesOfIf,
    plain: new Set([
      'decimal_integer_literal',
      'hex_integer_literal',
      'decimal_floating_point_literal',
      'string_literal',
      'character_literal',
      'true',
      'false',
      'this',
      'object_creation_expression',
      'array_creation_expression',
      'binary_expression',
    ]),
    nothing: new Set(['null_literal']),
  },
  frame: ['class A { Object a = (', '); }'],
  docOf(node, text) {
    const [comment] = commentsBefore(node, placement, text);
    if (comment === undefined) return undefined;
    const span = { start: comment.startIndex, end: comment.endIndex };
    return readTaggedComment(commentLines(text, [span], starred), span, javadoc);
  },
  declared(node) {
    const declarators = node.childrenForFieldName('declarator').filter((child) => child !== null);
    return declarators.length > 0 ? declarators : [node];
  },
  parametersOf(node) {
    const list = node.childForFieldName('parameters');
    if (list === null || node.type === 'annotation_type_element_declaration') return undefined;
    const parameters = codeChildren(list).filter(({ type }) => /^(?:formal|spread)_parameter$/.test(type));
    return { list, parameters: parameters.map(parameterOf) };
  },
  resultOf(node) {
    const type = node.childForFieldName('type');
    if (type === null || node.type !== 'method_declaration') return {};
    const returnType = quoteOf(type);
    if (type.text === 'Void') return { returnType };
    return { returnType, result: type.type === 'void_type' ? 'nothing' : 'value' };
  },
  bodyOf: (node) => node.childForFieldName('body') ?? undefined,
  *modifiersOf(node): Iterable<Modifier> {
    const words = modifiersOf(statementOf(node));
    if (words.has('static')) yield 'static';
    if (words.has('abstract')) yield 'abstract';
    if (words.has('public')) yield 'exported';
    if (node.type === 'constructor_declaration') yield 'constructor';
    if (functions.has(node.type) && node.childForFieldName('body') === null) yield 'declared';
  },
  decoratorsOf: (node) =>
    modifierNodes(statementOf(node))
      .filter(({ type }) => /annotation$/.test(type))
      .map((annotation) => {
        const { text, span } = quoteOf(annotation);
        return { text: text.slice(1), span: { start: span.start + 1, end: span.end } };
      }),
  basesOf: (node) =>
    node.children
      .filter(({ type }) => /^(?:superclass|super_interfaces|extends_interfaces)$/.test(type))
      .flatMap(codeChildren)
      .flatMap((base) => (base.type === 'type_list' ? codeChildren(base) : [base]))
      .map(quoteOf),
  initialOf: (node) => node.childForFieldName('value') ?? undefined,
  typeOf: (node) => statementOf(node).childForFieldName('type') ?? undefined,
  isKey: (node) =>
    modifiersOf(statementOf(node)).has('final') || statementOf(node).type === 'constant_declaration',
  isConstant(node) {
    const statement = statementOf(node);
    if (statement.type !== 'field_declaration' || modifiersOf(statement).has('final')) return true;
    return !isSetByConstructor(node);
  },
};

/** Java. */
export const javaReader: LanguageReader = createReader(syntax);

const placement = {
  types: new Set(['block_comment']),
  isDoc: ({ text }: SyntaxNode) => /^\/\*\*(?![*/])/.test(text),
};

function parameterOf(node: SyntaxNode): Parameter {
  const declarator = node.children.find(({ type }) => type === 'variable_declarator') ?? node;
  const isRest = node.type === 'spread_parameter';
  const type =
    node.childForFieldName('type') ??
    codeChildren(node).find((child) => child.type !== 'modifiers' && child.id !== declarator.id);
  return {
    name: declarator.childForFieldName('name')?.text ?? '',
    kind: isRest ? 'rest' : 'plain',
    quote: quoteOf(node),
    optional: isRest,
    properties: [],
    ...(type === undefined ? {} : { type: quoteOf(type) }),
  };
}

/** The statement of a field's declarator; anything else is its own. */
function statementOf(node: SyntaxNode): SyntaxNode {
  return node.type === 'variable_declarator' ? (node.parent ?? node) : node;
}

function modifierNodes(node: SyntaxNode): readonly SyntaxNode[] {
  return node.children.find(({ type }) => type === 'modifiers')?.children ?? [];
}

function modifiersOf(node: SyntaxNode): ReadonlySet<string> {
  return new Set(modifierNodes(node).map(({ text }) => text));
}

/** Whether a constructor or initialiser of the class assigns the field. */
function isSetByConstructor(declarator: SyntaxNode): boolean {
  const name = declarator.childForFieldName('name')?.text;
  const body = statementOf(declarator).parent;
  if (name === undefined || body === null) return true;
  const initialisers = body.namedChildren.filter(({ type }) =>
    /^(?:constructor_declaration|compact_constructor_declaration|block|static_initializer)$/.test(type),
  );
  return isAssignedIn(initialisers, name);
}
