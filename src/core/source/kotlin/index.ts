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
import { codeValueOf, quotedContent, type ValueSyntax, wordsOf } from '../reading/value-syntax.ts';
import { kdoc } from './kdoc.ts';

const values: ValueSyntax = {
  numbers: new Set(['number_literal', 'float_literal']),
  numberSuffix: /(?:u?l|u|f)$/i,
  strings: new Set(['string_literal', 'character_literal']),
  // A dollar sign begins what is put into the text.
  stringContent: (node) => (/(?<!\\)\$/.test(node.text) ? undefined : quotedContent(node)),
  words: wordsOf('null'),
  names: new Set(['identifier', 'navigation_expression']),
  wrappers: new Set(['parenthesized_expression']),
  unary: new Set(['unary_expression']),
  binary: new Set(['binary_expression']),
  dividesIntegers: true,
};

const types = ['class_declaration', 'object_declaration'];

const syntax: FamilySyntax = {
  kinds: {
    class_declaration: 'class',
    object_declaration: 'class',
    enum_entry: 'property',
    function_declaration: 'function',
    secondary_constructor: 'method',
    property_declaration: 'property',
    type_alias: 'type',
  },
  holders: new Set(types),
  values,
  body: {
    nested: new Set(['function_declaration', 'lambda_literal', 'anonymous_function', ...types]),
    returns: new Set(['return_expression']),
    throws: new Set(['throw_expression']),
    blocks: new Set(['block', 'function_body']),
    branches: () => undefined,
    plain: new Set(['number_literal', 'float_literal', 'string_literal']),
    nothing: new Set(),
  },
  frame: ['val a = (', ')\n'],
  docOf(node, text) {
    if (isLocal(node)) return undefined;
    const [comment] = commentsBefore(node, placement, text);
    if (comment === undefined) return undefined;
    const span = { start: comment.startIndex, end: comment.endIndex };
    return readTaggedComment(commentLines(text, [span], starred), span, kdoc);
  },
  nameOf(node) {
    const variable = node.children.find(({ type }) => type === 'variable_declaration') ?? node;
    return (
      node.childForFieldName('name') ??
      variable.children.find(({ type }) => type === 'identifier' || type === 'constructor')
    );
  },
  parametersOf(node, constants) {
    const primary = node.children.find(({ type }) => type === 'primary_constructor');
    const list = (primary ?? node).children.find(
      ({ type }) => type === 'function_value_parameters' || type === 'class_parameters',
    );
    return list === undefined ? undefined : { list, parameters: parametersIn(list, constants) };
  },
  resultOf(node) {
    if (node.type !== 'function_declaration') return {};
    const type = returnTypeOf(node);
    const body = node.children.find((child) => child.type === 'function_body');
    // The type of an expression isn't written.
    if (type === undefined) return body?.children[0]?.type === '=' ? {} : { result: 'nothing' };
    const returnType = quoteOf(type);
    if (type.text === 'Nothing') return { returnType };
    return { returnType, result: type.text === 'Unit' ? 'nothing' : 'value' };
  },
  bodyOf: (node) => node.children.find(({ type }) => /^(?:function|class|enum_class)_body$/.test(type)),
  *modifiersOf(node): Iterable<Modifier> {
    if (node.type === 'secondary_constructor') yield 'constructor';
    if (wordsBefore(node).includes('abstract')) yield 'abstract';
  },
  decoratorsOf: (node) =>
    modifierNodes(node)
      .filter(({ type }) => type === 'annotation')
      .flatMap(codeChildren)
      .map(quoteOf),
  basesOf: (node) =>
    node.children
      .filter(({ type }) => type === 'delegation_specifiers')
      .flatMap(codeChildren)
      .map(quoteOf),
  typeParametersOf: (node) =>
    node.children
      .filter(({ type }) => type === 'type_parameters')
      .flatMap(codeChildren)
      .flatMap((one) => one.children.find(({ type }) => type === 'identifier')?.text ?? []),
  initialOf: (node) => (node.type === 'property_declaration' ? behindEquals(node) : undefined),
  typeOf: (node) =>
    node.children
      .find(({ type }) => type === 'variable_declaration')
      ?.namedChildren.find(({ type }) => /type$/.test(type)),
  isKey: (node) => wordsBefore(node).includes('const'),
  isConstant(node) {
    if (!node.children.some(({ type }) => type === 'var')) return true;
    const members = node.parent?.namedChildren ?? [];
    const starting = members.filter(({ type }) =>
      /^(?:anonymous_initializer|secondary_constructor)$/.test(type),
    );
    return !isAssignedIn(starting, syntax.nameOf?.(node)?.text ?? '');
  },
};

/** Kotlin. */
export const kotlinReader: LanguageReader = createReader(syntax);

const placement = {
  types: new Set(['block_comment']),
  isDoc: ({ text }: SyntaxNode) => /^\/\*\*(?![*/])/.test(text),
};

/** Properties of a body are variables, which have comments, not documentation. */
function isLocal(node: SyntaxNode): boolean {
  for (let at = node.parent; at !== null; at = at.parent) {
    if (/^(?:function_body|lambda_literal|anonymous_initializer)$/.test(at.type)) return true;
  }
  return false;
}

function modifierNodes(node: SyntaxNode): readonly SyntaxNode[] {
  return node.children.filter(({ type }) => type === 'modifiers').flatMap(({ children }) => children);
}

function wordsBefore(node: SyntaxNode): readonly string[] {
  return modifierNodes(node).map(({ text }) => text);
}

/** The value behind an `=` among the children of a node. */
function behindEquals(node: SyntaxNode): SyntaxNode | undefined {
  const at = node.children.findIndex(({ type }) => type === '=');
  return at < 0 ? undefined : node.children.slice(at + 1).find(({ isNamed }) => isNamed);
}

/** The type behind the colon that follows the parameter list. */
function returnTypeOf(node: SyntaxNode): SyntaxNode | undefined {
  const at = node.children.findIndex(({ type }) => type === 'function_value_parameters');
  return node.children[at + 1]?.type === ':' ? node.children[at + 2] : undefined;
}

/** `vararg` stands before a parameter, its default behind it, both beside it in the list. */
function parametersIn(list: SyntaxNode, constants: ConstantLookup): readonly Parameter[] {
  return list.children.flatMap((node, index): readonly Parameter[] => {
    if (!/^(?:class_)?parameter$/.test(node.type)) return [];
    const next = list.children[index + 1];
    const beside = next?.type === '=' ? list.children[index + 2] : undefined;
    return [
      parameterOf(node, {
        list,
        constants,
        initial: beside ?? behindEquals(node),
        before: list.children[index - 1],
      }),
    ];
  });
}

interface Beside {
  readonly list: SyntaxNode;
  readonly constants: ConstantLookup;
  readonly initial: SyntaxNode | undefined;
  readonly before: SyntaxNode | undefined;
}

function parameterOf(node: SyntaxNode, { list, constants, initial, before }: Beside): Parameter {
  const modifiers = [before, ...node.children].filter((one) => /modifiers$/.test(one?.type ?? ''));
  const isRest = modifiers.some((one) => /\bvararg\b/.test(one?.text ?? ''));
  const end = Math.max(node.endIndex, initial?.endIndex ?? 0);
  const text = list.text.slice(node.startIndex - list.startIndex, end - list.startIndex);
  const type = node.namedChildren.find((child) => /type$/.test(child.type));
  return {
    name: node.children.find((child) => child.type === 'identifier')?.text ?? '',
    kind: isRest ? 'rest' : 'plain',
    quote: { text, span: { start: node.startIndex, end } },
    optional: isRest || initial !== undefined,
    properties: [],
    ...(initial === undefined ? {} : { initial: codeValueOf(initial, values, constants) }),
    ...(type === undefined ? {} : { type: quoteOf(type) }),
  };
}
