import { type ConstantLookup, quoteOf } from '../constant-values.ts';
import type { Modifier, Parameter, ParameterKind } from '../declaration.ts';
import type { LanguageReader } from '../language-reader.ts';
import { codeChildren, type SyntaxNode } from '../parser.ts';
import { unreadBody } from '../reading/body-syntax.ts';
import { type CommentDecoration, commentLines, spanOfLines } from '../reading/comment-lines.ts';
import { commentsBefore } from '../reading/comments-before.ts';
import { createReader } from '../reading/create-reader.ts';
import type { FamilySyntax } from '../reading/family-syntax.ts';
import { readTaggedComment } from '../reading/tagged-comment.ts';
import { codeValueOf, type StringContent, type ValueSyntax, wordsOf } from '../reading/value-syntax.ts';
import { yard } from './yard.ts';

const values: ValueSyntax = {
  numbers: new Set(['integer', 'float']),
  hasPlainOctals: true,
  strings: new Set(['string', 'simple_symbol']),
  stringContent,
  words: wordsOf('nil'),
  names: new Set(['constant', 'scope_resolution', 'identifier']),
  wrappers: new Set(['parenthesized_statements']),
  lists: new Set(['array']),
  unary: new Set(['unary']),
  binary: new Set(['binary']),
  dividesIntegers: true,
};

const kinds: Readonly<Record<string, ParameterKind>> = {
  splat_parameter: 'rest',
  forward_parameter: 'rest',
  hash_splat_parameter: 'keyword-rest',
  keyword_parameter: 'keyword-only',
  destructured_parameter: 'destructured',
};

const syntax: FamilySyntax = {
  kinds: {
    class: 'class',
    module: 'class',
    method: 'method',
    singleton_method: 'method',
    assignment: 'variable',
  },
  holders: new Set(['class', 'module']),
  values,
  body: unreadBody,
  frame: ['a = (', ')\n'],
  docOf(node, text) {
    const comments = commentsBefore(node, placement, text);
    if (comments.length === 0) return undefined;
    const spans = comments.map(({ startIndex, endIndex }) => ({ start: startIndex, end: endIndex }));
    const lines = commentLines(text, spans, hashes);
    return readTaggedComment(lines, spanOfLines(lines), yard);
  },
  declared: (node) =>
    node.type === 'assignment' && node.childForFieldName('left')?.type !== 'constant' ? [] : [node],
  nameOf: (node) => node.childForFieldName('name') ?? node.childForFieldName('left') ?? undefined,
  parametersOf(node, constants) {
    if (!node.type.endsWith('method')) return undefined;
    const list = node.childForFieldName('parameters');
    const name = node.childForFieldName('name');
    if (list !== null)
      return { list, parameters: codeChildren(list).map((one) => parameterOf(one, constants)) };
    return name === null ? undefined : { list: name, parameters: [] };
  },
  resultOf: () => ({}),
  // Every method hands back what its last expression is, so that a body contradicts nothing.
  bodyOf: () => undefined,
  *modifiersOf(_node, name): Iterable<Modifier> {
    if (name === 'initialize') yield 'constructor';
  },
  decoratorsOf: () => [],
  basesOf(node) {
    const base = node.childForFieldName('superclass');
    return base === null ? [] : codeChildren(base).map(quoteOf);
  },
  initialOf: (node) => node.childForFieldName('right') ?? undefined,
  typeOf: () => undefined,
  isKey: () => true,
  isConstant: () => true,
};

/** Ruby. */
export const rubyReader: LanguageReader = createReader(syntax);

const hashes: CommentDecoration = { opening: /^#+[ \t]?/, inner: /^/ };

const placement = {
  types: new Set(['comment']),
  isDoc: ({ text }: SyntaxNode) =>
    text.startsWith('#') && !/^#(?:!|\s*-\*-|\s*(?:frozen_string_literal|rubocop):)/.test(text),
  joins: true,
  mustTouch: true,
  wraps: (parent: SyntaxNode, node: SyntaxNode) => isVisibilityCall(parent) || isFirstOfBody(parent, node),
};

/** `private def run` is a call with the method as its argument. */
function isVisibilityCall(node: SyntaxNode): boolean {
  const call = node.type === 'argument_list' ? node.parent : node;
  const method = call?.type === 'call' ? call.childForFieldName('method')?.text : undefined;
  return /^(?:private|protected|public|module_function|private_class_method|public_class_method)$/.test(
    method ?? '',
  );
}

/** The comment of what a class begins with stands before the class's body. */
function isFirstOfBody(parent: SyntaxNode, node: SyntaxNode): boolean {
  return parent.type === 'body_statement' && parent.firstNamedChild?.id === node.id;
}

function stringContent(node: SyntaxNode): StringContent | undefined {
  const { text, type } = node;
  if (type === 'simple_symbol') return { text: text.slice(1), isRaw: true };
  if (!/^['"]/.test(text) || codeChildren(node).some((child) => child.type === 'interpolation'))
    return undefined;
  return { text: text.slice(1, -1), isRaw: text.startsWith("'") };
}

function parameterOf(node: SyntaxNode, constants: ConstantLookup): Parameter {
  const name = node.type === 'identifier' ? node : node.childForFieldName('name');
  const initial = node.childForFieldName('value');
  const kind = kinds[node.type] ?? 'plain';
  return {
    name: name?.text ?? '',
    kind,
    quote: quoteOf(node),
    optional:
      initial !== null || kind === 'rest' || kind === 'keyword-rest' || node.type === 'block_parameter',
    properties: [],
    ...(initial === null ? {} : { initial: codeValueOf(initial, values, constants) }),
  };
}
