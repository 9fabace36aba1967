import type { SyntaxNode } from '../parser.ts';
import type { CommentBlock } from './comment-block.ts';

/** Nodes that hold statements, so that none of them is one. */
const containers = new Set(
  [
    'program module source_file translation_unit compilation_unit ERROR',
    'block statement_block do_block compound_statement statements statement_list body body_statement',
    'class_body class_static_block interface_body constructor_body function_body declaration_list',
    'field_declaration_list enum_body enum_body_declarations enumerator_list enum_variant_list',
    'enum_member_declaration_list switch_body switch_block switch_block_statement_group match_block',
    'object_type object object_pattern dictionary array list set tuple array_initializer',
    'initializer_list initializer_expression literal_value field_initializer_list',
    'arguments argument_list value_arguments parameters formal_parameters parameter_list',
  ].flatMap((line) => line.split(' ')),
);

/** The statement that a comment stands beside, or else right above; `undefined` when there is none. */
export function statementOf(root: SyntaxNode, text: string, block: CommentBlock): SyntaxNode | undefined {
  return block.isAlone ? statementBelow(root, text, block) : statementBeside(root, text, block);
}

function statementBelow(root: SyntaxNode, text: string, block: CommentBlock): SyntaxNode | undefined {
  const gap = /^[ \t]*\r?\n([ \t]*)(?=\S)/.exec(text.slice(block.span.end, block.span.end + 300));
  if (gap?.[1] === undefined) return undefined;
  const start = block.span.end + gap[0].length;
  let node = root.descendantForIndex(start, start + 1);
  if (node === null || node.type === 'comment' || node.startPosition.column !== block.column)
    return undefined;
  for (
    let up = node.parent;
    up !== null && up.startIndex === start && !containers.has(up.type);
    up = up.parent
  ) {
    node = up;
  }
  return node.isNamed && !containers.has(node.type) ? node : undefined;
}

function statementBeside(root: SyntaxNode, text: string, block: CommentBlock): SyntaxNode | undefined {
  const lineEnd = text.slice(block.span.end, block.span.end + 200);
  if (!/^[ \t]*(?:[,;)\]}][ \t,;)\]}]*)?(?:\r?\n|$)/.test(lineEnd)) return undefined;
  let last = block.span.start - 1;
  while (last >= 0 && /[ \t,;{:]/.test(text[last] ?? '')) last--;
  if (last < 0 || /[\r\n]/.test(text[last] ?? '\n')) return undefined;
  let node = root.descendantForIndex(last, last + 1);
  if (node === null || node.type === 'comment' || node.startPosition.row !== block.firstRow) return undefined;
  for (let up = node.parent; up !== null; up = up.parent) {
    if (up.startPosition.row !== block.firstRow || up.endIndex > block.span.start) break;
    if (!containers.has(up.type)) node = up;
  }
  return node.isNamed && !containers.has(node.type) ? node : undefined;
}
