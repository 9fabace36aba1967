import { quoteOf } from '../constant-values.ts';
import type { OutlineSymbol } from '../module-outline.ts';
import { codeChildren, type SyntaxNode } from '../parser.ts';
import type { Quote } from '../span.ts';

/**
 * The warning that a function gives on every call: `warnings.warn('…', DeprecationWarning)` as a statement of its
 * body, not in a branch, where it may be about one argument only. `undefined` when there is none.
 */
export function deprecationOf(definition: SyntaxNode): OutlineSymbol['deprecation'] {
  if (definition.type !== 'function_definition') return undefined;
  const body = definition.childForFieldName('body');
  if (body === null || !/DeprecationWarning|_deprecated/.test(body.text)) return undefined;
  for (const statement of codeChildren(body)) {
    // What stands behind a branch that may leave is not reached by every call.
    if (!/^(?:expression|import|import_from)_statement$/.test(statement.type)) return undefined;
    const call = codeChildren(statement)[0];
    const list = call?.type === 'call' ? call.childForFieldName('arguments') : null;
    if (call === undefined || list === null) continue;
    const called = call.childForFieldName('function')?.text ?? '';
    const isWarning = /^(?:\w+\.)*_?warn$/.test(called) && codeChildren(list).some(isWarningClass);
    if (isWarning) return { note: noteOf(list), whole: quoteOf(call) };
    // The standard library's own way; its first argument is the function's name.
    if (/^warnings\._deprecated$/.test(called)) return { note: emptyNote(list), whole: quoteOf(call) };
  }
  return undefined;
}

function isWarningClass(argument: SyntaxNode): boolean {
  const value = argument.type === 'keyword_argument' ? argument.childForFieldName('value') : argument;
  return /^(?:builtins\.)?DeprecationWarning$/.test(value?.text ?? '');
}

/**
 * The text of the warning without its quotes; of several texts in a row all of them as they are written; empty when
 * it isn't plain text.
 */
function noteOf(list: SyntaxNode): Quote {
  const first = codeChildren(list)[0];
  if (first?.type === 'concatenated_string') {
    const isPlain = codeChildren(first).every((piece) => plainContent(piece) !== undefined);
    return isPlain ? quoteOf(first) : emptyNote(list);
  }
  const content = first === undefined ? undefined : plainContent(first);
  return content === undefined ? emptyNote(list) : quoteOf(content);
}

function plainContent(node: SyntaxNode): SyntaxNode | undefined {
  const content = node.namedChildren[1];
  const isPlain = node.type === 'string' && node.namedChildCount === 3 && content?.type === 'string_content';
  return isPlain ? content : undefined;
}

/** A note that isn't there has its place behind the bracket. */
function emptyNote(list: SyntaxNode): Quote {
  return { text: '', span: { start: list.startIndex + 1, end: list.startIndex + 1 } };
}
