import { type ConstantLookup, quoteOf } from '../constant-values.ts';
import type { Modifier, Parameter } from '../declaration.ts';
import type { DocComment } from '../doc-comment.ts';
import type { LanguageReader } from '../language-reader.ts';
import { codeChildren, type SyntaxNode } from '../parser.ts';
import { isAssignedIn } from '../reading/assigned-in.ts';
import { branchesOfIf } from '../reading/body-syntax.ts';
import {
  type CommentDecoration,
  type CommentLine,
  commentLines,
  spanOfLines,
  starred,
} from '../reading/comment-lines.ts';
import { commentsBefore } from '../reading/comments-before.ts';
import { createReader } from '../reading/create-reader.ts';
import type { FamilySyntax } from '../reading/family-syntax.ts';
import { readTaggedComment } from '../reading/tagged-comment.ts';
import { codeValueOf, type ValueSyntax, wordsOf } from '../reading/value-syntax.ts';
import type { Span } from '../span.ts';
import { declaredName, functionDeclarator, isIndirect } from './declarators.ts';
import { doxygen } from './doxygen.ts';
import { gtkDoc, gtkDocSymbol } from './gtk-doc.ts';

const values: ValueSyntax = {
  numbers: new Set(['number_literal', 'preproc_arg']),
  numberSuffix: /(?:[ul]+z?|z|f)$/i,
  hasPlainOctals: true,
  strings: new Set(['string_literal', 'char_literal']),
  stringContent: ({ text }) => (/^["']/.test(text) ? { text: text.slice(1, -1), isRaw: false } : undefined),
  words: wordsOf('NULL', 'nullptr'),
  names: new Set(['identifier', 'qualified_identifier']),
  wrappers: new Set(['parenthesized_expression']),
  unary: new Set(['unary_expression']),
  binary: new Set(['binary_expression']),
  dividesIntegers: true,
};

const classes = ['class_specifier', 'struct_specifier', 'union_specifier'];

const syntax: FamilySyntax = {
  kinds: {
    class_specifier: 'class',
    struct_specifier: 'class',
    union_specifier: 'class',
    enum_specifier: 'enum',
    enumerator: 'property',
    function_definition: 'function',
    declaration: 'variable',
    field_declaration: 'property',
    type_definition: 'type',
    preproc_def: 'variable',
    preproc_function_def: 'function',
  },
  holders: new Set([...classes, 'enum_specifier', 'namespace_definition']),
  values,
  body: {
    nested: new Set(['lambda_expression', ...classes]),
    returns: new Set(['return_statement', 'co_return_statement']),
    throws: new Set(['throw_statement']),
    blocks: new Set(['compound_statement']),
    branches: branchesOfIf,
    plain: new Set([
      'number_literal',
      'string_literal',
      'char_literal',
      'true',
      'false',
      'concatenated_string',
    ]),
    nothing: new Set(['null']),
  },
  frame: ['int a = (', ');'],
  docOf(node, text) {
    if (isLocal(node)) return undefined;
    const comments = commentsBefore(node, placement, text);
    const spans = comments.map(({ startIndex, endIndex }) => ({ start: startIndex, end: endIndex }));
    const isStarred = comments.at(-1)?.text.startsWith('/*') === true;
    const lines = commentLines(text, isStarred ? spans.slice(-1) : spans, isStarred ? starred : slashes);
    const [span] = spans.slice(-1);
    if (span === undefined) return undefined;
    const symbol = gtkDocSymbol(lines);
    if (symbol === undefined) return readTaggedComment(lines, isStarred ? span : spanOfLines(lines), doxygen);
    return symbol === nameOf(node)?.text ? readGtkDoc(node, lines, span) : undefined;
  },
  declared(node) {
    const declarators = node.childrenForFieldName('declarator').filter((child) => child !== null);
    if (declarators.length > 1) return [];
    return isMacroCall(node) ? [] : [node];
  },
  nameOf,
  parametersOf(node, constants) {
    const list = listOf(node);
    if (list === undefined) return undefined;
    const nodes = codeChildren(list).filter(({ type }) => /parameter|^identifier$/.test(type));
    const isEmpty = nodes.length === 1 && nodes[0]?.text === 'void';
    const parameters = isEmpty ? [] : nodes.map((parameter) => parameterOf(parameter, constants));
    const isOpen = list.children.some(({ type }) => type === '...');
    return { list, parameters: isOpen ? [...parameters, unnamed(list)] : parameters };
  },
  resultOf(node) {
    const type = node.childForFieldName('type');
    if (type === null || listOf(node) === undefined || node.type.startsWith('preproc')) return {};
    const returnType = quoteOf(type);
    const isUnclear =
      node.children.some((child) => child.isError) || type.type === 'placeholder_type_specifier';
    if (isUnclear) return { returnType };
    const isNothing = type.text === 'void' && !isIndirect(node);
    return { returnType, result: isNothing ? 'nothing' : 'value' };
  },
  bodyOf: (node) => node.childForFieldName('body') ?? undefined,
  *modifiersOf(node, name): Iterable<Modifier> {
    if (/^function|^declaration$/.test(node.type) && node.childForFieldName('type') === null)
      yield 'constructor';
    if (node.children.some(({ text }) => text === 'static')) yield 'static';
    if (name.startsWith('~')) yield 'constructor';
    if (isDocumentedWithNext(node, name)) yield 'overload';
  },
  decoratorsOf: () => [],
  basesOf: (node) =>
    node.children
      .filter(({ type }) => type === 'base_class_clause')
      .flatMap(codeChildren)
      .filter(({ type }) => type !== 'access_specifier')
      .map(quoteOf),
  typeParametersOf(node) {
    const template = node.parent?.type === 'template_declaration' ? node.parent : undefined;
    const list = template?.childForFieldName('parameters');
    return list === null || list === undefined
      ? []
      : codeChildren(list).flatMap(({ text }) => /(\w+)\s*(?:=[\s\S]*)?$/.exec(text)?.[1] ?? []);
  },
  initialOf(node) {
    const holder = node.childForFieldName('declarator');
    const value =
      node.childForFieldName('default_value') ??
      (holder?.type === 'init_declarator' ? holder.childForFieldName('value') : null) ??
      (/^(?:enumerator|preproc_def)$/.test(node.type) ? node.childForFieldName('value') : null);
    // `bool open{true};`
    const [only, ...others] = value?.type === 'initializer_list' ? codeChildren(value) : [];
    return others.length === 0 ? (only ?? value ?? undefined) : undefined;
  },
  typeOf: (node) => node.childForFieldName('type') ?? undefined,
  judged: (node) => functionDeclarator(node) ?? node,
  isKey: (node) => node.type === 'preproc_def' || /\bconst(?:expr)?\b/.test(node.text),
  isConstant(node) {
    if (node.type !== 'field_declaration') return true;
    const constructors = (node.parent?.namedChildren ?? []).filter(
      ({ type }) => type === 'function_definition' || type === 'declaration',
    );
    const name = declaredName(node)?.text ?? '';
    // A constructor sets it in its body or in its list of initialisers.
    return (
      !isAssignedIn(constructors, name) &&
      !constructors.some(({ text }) => new RegExp(`[:,]\\s*${name}\\s*[({]`).test(text))
    );
  },
};

/** C and C++. */
export const cFamilyReader: LanguageReader = createReader(syntax);

const slashes: CommentDecoration = { opening: /^\/\/[/!][ \t]?/, inner: /^/ };

const placement = {
  types: new Set(['comment']),
  // With `<` a comment documents what stands before it.
  isDoc: ({ text }: SyntaxNode) => /^(?:\/\/\/(?![/<])|\/\/!(?!<)|\/\*\*(?![*/<])|\/\*!(?!<))/.test(text),
  joins: true,
  wraps: ({ type, childCount }: SyntaxNode) =>
    type === 'template_declaration' || (type === 'linkage_specification' && childCount > 0),
};

function nameOf(node: SyntaxNode): SyntaxNode | undefined {
  return node.childForFieldName('name') ?? declaredName(node);
}

/** Beside the definition of a public function, the names are those of its declaration in a header. */
function readGtkDoc(node: SyntaxNode, lines: readonly CommentLine[], span: Span): DocComment | undefined {
  const doc = readTaggedComment(lines, span, gtkDoc);
  const isPublic =
    node.type === 'function_definition' && node.children.every(({ text }) => text !== 'static');
  return doc !== undefined && isPublic ? { ...doc, parameters: [] } : doc;
}

/** Whether the next declaration overloads this one and has no documentation of its own. */
function isDocumentedWithNext(node: SyntaxNode, name: string): boolean {
  if (functionDeclarator(node) === undefined) return false;
  const outer = node.parent?.type === 'template_declaration' ? node.parent : node;
  let next = outer.nextNamedSibling;
  while (next?.type === 'comment') {
    // `\overload` leads back to the comment before.
    if (placement.isDoc(next) && !/[@\\](?:overload|copydoc)|INTERNAL/.test(next.text)) return false;
    next = next.nextNamedSibling;
  }
  const other = next?.type === 'template_declaration' ? next.namedChildren.at(-1) : next;
  return other !== null && other !== undefined && declaredName(other)?.text === name;
}

/** Variables of a body have comments, not documentation. */
function isLocal(node: SyntaxNode): boolean {
  for (let at = node.parent; at !== null; at = at.parent) if (at.type === 'compound_statement') return true;
  return false;
}

/** `MACRO(a, b)` looks like a function without a type, as only constructors are. */
function isMacroCall(node: SyntaxNode): boolean {
  const isTypeless =
    /^(?:function_definition|declaration)$/.test(node.type) && node.childForFieldName('type') === null;
  const name = declaredName(node);
  if (!isTypeless || name === undefined) return false;
  if (/^(?:operator|destructor)/.test(name.type)) return false;
  const scope = name.parent?.type === 'qualified_identifier' ? name.parent.childForFieldName('scope') : null;
  const holder = scope ?? holderOf(node);
  return holder?.text.replace(/<[\s\S]*$/, '') !== name.text;
}

function holderOf(node: SyntaxNode): SyntaxNode | undefined {
  for (let at = node.parent; at !== null; at = at.parent) {
    if (classes.includes(at.type)) return at.childForFieldName('name') ?? undefined;
  }
  return undefined;
}

function listOf(node: SyntaxNode): SyntaxNode | undefined {
  if (node.type === 'preproc_function_def') return node.childForFieldName('parameters') ?? undefined;
  if (classes.includes(node.type) || /^(?:enum|preproc)/.test(node.type)) return undefined;
  return functionDeclarator(node)?.childForFieldName('parameters') ?? undefined;
}

function parameterOf(node: SyntaxNode, constants: ConstantLookup): Parameter {
  const name = node.type === 'identifier' ? node : declaredName(node);
  const initial = node.childForFieldName('default_value');
  const type = node.childForFieldName('type');
  const isRest = node.type.startsWith('variadic');
  return {
    name: name?.text ?? '',
    kind: isRest ? 'rest' : 'plain',
    quote: quoteOf(node),
    optional: isRest || initial !== null,
    properties: [],
    ...(initial === null ? {} : { initial: codeValueOf(initial, values, constants) }),
    ...(type === null ? {} : { type: quoteOf(type) }),
  };
}

function unnamed(list: SyntaxNode): Parameter {
  return { name: '', kind: 'rest', quote: quoteOf(list), optional: true, properties: [] };
}
