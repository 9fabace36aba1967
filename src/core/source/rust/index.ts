import { quoteOf } from '../constant-values.ts';
import type { Modifier, Parameter } from '../declaration.ts';
import type { LanguageReader } from '../language-reader.ts';
import { codeChildren, type SyntaxNode } from '../parser.ts';
import { type CommentDecoration, commentLines, spanOfLines, starred } from '../reading/comment-lines.ts';
import { commentsBefore } from '../reading/comments-before.ts';
import { createReader } from '../reading/create-reader.ts';
import type { FamilySyntax } from '../reading/family-syntax.ts';
import { wordsOf } from '../reading/value-syntax.ts';
import { readRustdoc } from './rustdoc.ts';

const syntax: FamilySyntax = {
  kinds: {
    struct_item: 'class',
    union_item: 'class',
    enum_item: 'enum',
    enum_variant: 'property',
    trait_item: 'interface',
    type_item: 'type',
    function_item: 'function',
    function_signature_item: 'function',
    const_item: 'variable',
    static_item: 'variable',
    field_declaration: 'property',
  },
  holders: new Set(['struct_item', 'union_item', 'enum_item', 'trait_item', 'impl_item', 'mod_item']),
  values: {
    numbers: new Set(['integer_literal', 'float_literal']),
    numberSuffix: /(?:[iu](?:8|16|32|64|128|size)|f(?:32|64))$/,
    hexadecimalSuffix: /[iu](?:8|16|32|64|128|size)$/,
    strings: new Set(['string_literal', 'char_literal', 'raw_string_literal']),
    stringContent({ type, text }) {
      const raw = /^b?r(#*)"([\s\S]*)"\1$/.exec(text)?.[2];
      if (type === 'raw_string_literal') return raw === undefined ? undefined : { text: raw, isRaw: true };
      return { text: text.replace(/^b/, '').slice(1, -1), isRaw: false };
    },
    words: wordsOf('None'),
    names: new Set(['identifier', 'scoped_identifier', 'field_expression']),
    wrappers: new Set(['parenthesized_expression']),
    lists: new Set(['array_expression', 'tuple_expression']),
    unary: new Set(['unary_expression']),
    binary: new Set(['binary_expression']),
    dividesIntegers: true,
  },
  body: {
    nested: new Set(['closure_expression', 'function_item', 'async_block']),
    returns: new Set(['return_expression']),
    throws: new Set(),
    blocks: new Set(['block']),
    branches: () => undefined,
    plain: new Set(['integer_literal', 'float_literal', 'string_literal', 'boolean_literal', 'char_literal']),
    nothing: new Set(['unit_expression']),
  },
  frame: ['const A: B = (', ');'],
  docOf(node, text) {
    const comments = commentsBefore(node, placement, text);
    const spans = comments.map(({ startIndex, endIndex }) => ({ start: startIndex, end: endIndex }));
    const isStarred = comments.at(-1)?.type === 'block_comment';
    const lines = commentLines(text, isStarred ? spans.slice(-1) : spans, isStarred ? starred : slashes);
    const [span] = spans.slice(-1);
    if (span === undefined) return undefined;
    return readRustdoc(lines, isStarred ? span : spanOfLines(lines));
  },
  nameOf: (node) => node.childForFieldName(node.type === 'impl_item' ? 'type' : 'name') ?? undefined,
  parametersOf(node) {
    const list = node.childForFieldName('parameters');
    if (list === null) return undefined;
    const nodes = codeChildren(list).filter(
      ({ type }) => /parameter$/.test(type) && type !== 'self_parameter',
    );
    return { list, parameters: nodes.map(parameterOf) };
  },
  resultOf(node) {
    const type = node.childForFieldName('return_type');
    if (!/^function/.test(node.type)) return {};
    // What an async function without a type hands back is a future, and then nothing.
    if (isAsync(node) && type === null) return {};
    if (type === null || type.type === 'unit_type') return { result: 'nothing' };
    const returnType = quoteOf(type);
    return type.type === 'never_type' ? { returnType } : { returnType, result: 'value' };
  },
  isAsync,
  bodyOf: (node) => node.childForFieldName('body') ?? undefined,
  *modifiersOf(node): Iterable<Modifier> {
    if (node.children.some(({ type }) => type === 'visibility_modifier')) yield 'exported';
    if (node.type === 'function_signature_item') yield 'declared';
  },
  decoratorsOf(node) {
    const found = [];
    for (let at = node.previousNamedSibling; at?.type === 'attribute_item'; at = at.previousNamedSibling) {
      found.unshift(...codeChildren(at).map(quoteOf));
    }
    return found;
  },
  basesOf: () => [],
  typeParametersOf: (node) =>
    codeChildren(node.childForFieldName('type_parameters') ?? node).flatMap((one) => {
      const name = /type_parameter|const_parameter/.test(one.type) ? one.childForFieldName('name') : null;
      return name === null ? [] : [name.text];
    }),
  initialOf: (node) => node.childForFieldName('value') ?? undefined,
  typeOf: (node) => node.childForFieldName('type') ?? undefined,
  isKey: () => true,
  isConstant: () => true,
};

/** Rust. */
export const rustReader: LanguageReader = createReader(syntax);

const slashes: CommentDecoration = { opening: /^\/\/\/[ \t]?/, inner: /^/ };

const placement = {
  types: new Set(['line_comment', 'block_comment']),
  isDoc: ({ text }: SyntaxNode) => /^(?:\/\/\/(?!\/)|\/\*\*(?![*/]))/.test(text),
  between: new Set(['attribute_item']),
  joins: true,
};

function isAsync({ children }: SyntaxNode): boolean {
  return children.some(({ type, text }) => type === 'function_modifiers' && /\basync\b/.test(text));
}

function parameterOf(node: SyntaxNode): Parameter {
  const pattern = node.childForFieldName('pattern');
  const type = node.childForFieldName('type');
  return {
    // A pattern gives names to parts of the argument.
    name: pattern?.type === 'identifier' ? pattern.text : '',
    kind: 'plain',
    quote: quoteOf(node),
    optional: false,
    properties: [],
    ...(type === null ? {} : { type: quoteOf(type) }),
  };
}
