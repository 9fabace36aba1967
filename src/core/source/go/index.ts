import { quoteOf } from '../constant-values.ts';
import type { Modifier, Parameter } from '../declaration.ts';
import type { LanguageReader } from '../language-reader.ts';
import { codeChildren, type SyntaxNode } from '../parser.ts';
import { isAssignedIn } from '../reading/assigned-in.ts';
import { branchesOfIf } from '../reading/body-syntax.ts';
import { type CommentDecoration, commentLines, spanOfLines, starred } from '../reading/comment-lines.ts';
import { commentsBefore } from '../reading/comments-before.ts';
import { createReader } from '../reading/create-reader.ts';
import type { FamilySyntax } from '../reading/family-syntax.ts';
import { readProseComment } from '../reading/prose-comment.ts';
import { quotedContent, wordsOf } from '../reading/value-syntax.ts';

const syntax: FamilySyntax = {
  kinds: {
    type_spec: 'class',
    function_declaration: 'function',
    method_declaration: 'method',
    method_elem: 'method',
    const_spec: 'variable',
    var_spec: 'variable',
    field_declaration: 'property',
  },
  holders: new Set(['type_spec']),
  values: {
    numbers: new Set(['int_literal', 'float_literal']),
    hasPlainOctals: true,
    strings: new Set(['interpreted_string_literal', 'raw_string_literal', 'rune_literal']),
    stringContent: (node) =>
      node.type === 'raw_string_literal'
        ? { text: node.text.slice(1, -1), isRaw: true }
        : quotedContent(node),
    words: wordsOf('nil'),
    names: new Set(['identifier', 'selector_expression']),
    wrappers: new Set(['parenthesized_expression', 'expression_list']),
    unary: new Set(['unary_expression']),
    binary: new Set(['binary_expression']),
    dividesIntegers: true,
  },
  body: {
    nested: new Set(['func_literal']),
    returns: new Set(['return_statement']),
    throws: new Set(),
    blocks: new Set(['block', 'statement_list']),
    branches: branchesOfIf,
    plain: new Set(['expression_list']),
    nothing: new Set(),
  },
  frame: ['package a\nvar a = (', ')\n'],
  docOf(node, text) {
    if (isLocal(node)) return undefined;
    const comments = commentsBefore(node, placement, text);
    const spans = comments.map(({ startIndex, endIndex }) => ({ start: startIndex, end: endIndex }));
    const isStarred = comments.at(-1)?.text.startsWith('/*') === true;
    const lines = commentLines(text, isStarred ? spans.slice(-1) : spans, isStarred ? starred : slashes);
    const [span] = spans.slice(-1);
    if (span === undefined) return undefined;
    return readProseComment(lines, isStarred ? span : spanOfLines(lines));
  },
  declared: (node) => (node.childrenForFieldName('name').length > 1 ? [] : [node]),
  holderOf(node) {
    const receiver = node.childForFieldName('receiver');
    return receiver === null ? undefined : /(\w+)(?:\[[^\]]*\])?\s*\)$/.exec(receiver.text)?.[1];
  },
  parametersOf(node) {
    const list = node.childForFieldName('parameters');
    return list === null ? undefined : { list, parameters: codeChildren(list).flatMap(parametersIn) };
  },
  resultOf(node) {
    const result = node.childForFieldName('result');
    return result === null ? { result: 'nothing' } : { result: 'value', returnType: quoteOf(result) };
  },
  bodyOf: (node) => node.childForFieldName('body') ?? undefined,
  *modifiersOf(_node, name): Iterable<Modifier> {
    if (/^\p{Lu}/u.test(name)) yield 'exported';
  },
  decoratorsOf: () => [],
  basesOf: () => [],
  initialOf(node) {
    const value = node.type === 'field_declaration' ? null : node.childForFieldName('value');
    return value !== null && codeChildren(value).length === 1 ? codeChildren(value)[0] : undefined;
  },
  typeOf: (node) => node.childForFieldName('type') ?? undefined,
  isKey: ({ type }) => type === 'const_spec',
  isConstant(node) {
    if (node.type !== 'var_spec') return true;
    const functions = rootOf(node).namedChildren.filter(({ type }) => type === 'function_declaration');
    const starting = functions.filter((one) => one.childForFieldName('name')?.text === 'init');
    return !isAssignedIn(starting, node.childForFieldName('name')?.text ?? '');
  },
};

/** Go. */
export const goReader: LanguageReader = createReader(syntax);

const slashes: CommentDecoration = { opening: /^\/\/[ \t]?/, inner: /^/ };

const placement = {
  types: new Set(['comment']),
  // `//go:generate` and its sisters speak to tools.
  isDoc: ({ text }: SyntaxNode) => !/^\/\/(?:[a-z]+:\S|line |export |nolint)/.test(text),
  joins: true,
  mustTouch: true,
  wraps: (parent: SyntaxNode) =>
    /^(?:const|var|type)_declaration$/.test(parent.type) && parent.child(1)?.type !== '(',
};

/** Variables of a body have comments, not documentation. */
function isLocal(node: SyntaxNode): boolean {
  for (let at = node.parent; at !== null; at = at.parent) if (at.type === 'block') return true;
  return false;
}

function rootOf(node: SyntaxNode): SyntaxNode {
  return node.tree.rootNode;
}

/** `a, b int` declares two, `int` one without a name. */
function parametersIn(node: SyntaxNode): readonly Parameter[] {
  const names = node.childrenForFieldName('name').filter((name) => name !== null);
  const type = node.childForFieldName('type');
  const isRest = node.type === 'variadic_parameter_declaration';
  const shared = {
    kind: isRest ? ('rest' as const) : ('plain' as const),
    quote: quoteOf(node),
    optional: isRest,
    properties: [],
    ...(type === null ? {} : { type: quoteOf(type) }),
  };
  return names.length === 0
    ? [{ name: '', ...shared }]
    : names.map(({ text }) => ({ name: text === '_' ? '' : text, ...shared }));
}
