import type { LanguageReader } from '../language-reader.ts';
import type { SyntaxNode } from '../parser.ts';
import { unreadBody } from '../reading/body-syntax.ts';
import { type CommentDecoration, commentLines, spanOfLines } from '../reading/comment-lines.ts';
import { commentsBefore } from '../reading/comments-before.ts';
import { createReader } from '../reading/create-reader.ts';
import type { FamilySyntax } from '../reading/family-syntax.ts';
import { readProseComment } from '../reading/prose-comment.ts';

const syntax: FamilySyntax = {
  hasNoPackages: true,
  kinds: { function_definition: 'function', variable_assignment: 'variable' },
  holders: new Set(),
  values: {
    numbers: new Set(['number', 'word']),
    strings: new Set(['word', 'string', 'raw_string']),
    stringContent({ type, text, namedChildren }) {
      if (type === 'word') return { text, isRaw: true };
      const isConstant =
        namedChildren.every((child) => child.type === 'string_content') && !text.includes('\\');
      return isConstant ? { text: text.slice(1, -1), isRaw: true } : undefined;
    },
    words: new Map(),
    names: new Set(),
    wrappers: new Set(),
    unary: new Set(),
    binary: new Set(),
  },
  body: unreadBody,
  frame: ['A=', '\n'],
  docOf(node, text) {
    if (isLocal(node)) return undefined;
    const comments = commentsBefore(node, placement, text);
    if (comments.length === 0) return undefined;
    const spans = comments.map(({ startIndex, endIndex }) => ({ start: startIndex, end: endIndex }));
    const lines = commentLines(text, spans, hashes);
    return readProseComment(lines, spanOfLines(lines));
  },
  // What a function takes is `$1` and `$2`, which have no names.
  parametersOf: () => undefined,
  resultOf: () => ({}),
  bodyOf: (node) => node.childForFieldName('body') ?? undefined,
  modifiersOf: () => [],
  decoratorsOf: () => [],
  basesOf: () => [],
  initialOf(node) {
    const value = node.childForFieldName('value');
    if (value?.type !== 'expansion') return value ?? undefined;
    // `SIZE=${SIZE:-20}` takes what is there, else 20.
    const [variable, initial] = value.namedChildren;
    const isDefault = value.children.some(({ type }) => /^:?[-=]$/.test(type));
    return isDefault && variable?.text === node.childForFieldName('name')?.text ? initial : undefined;
  },
  typeOf: () => undefined,
  isConstant(node) {
    const name = node.childForFieldName('name')?.text ?? '';
    const source = node.tree.rootNode.text;
    return [...source.matchAll(new RegExp(`(?<![\\w$])${name}\\+?=`, 'g'))].length === 1;
  },
};

/** Shell scripts, as bash reads them. */
export const shellReader: LanguageReader = createReader(syntax);

const hashes: CommentDecoration = { opening: /^#+[ \t]?/, inner: /^/ };

const placement = {
  types: new Set(['comment']),
  isDoc: ({ text }: SyntaxNode) => !/^#(?:!|\s*shellcheck\b)/.test(text),
  joins: true,
  mustTouch: true,
  wraps: ({ type }: SyntaxNode) => type === 'declaration_command',
};

/** Variables of a body, and those of one command's environment, have no documentation. */
function isLocal(node: SyntaxNode): boolean {
  for (let at = node.parent; at !== null; at = at.parent) {
    if (at.type !== 'declaration_command' && at.type !== 'program' && at.type !== 'if_statement') return true;
  }
  return false;
}
