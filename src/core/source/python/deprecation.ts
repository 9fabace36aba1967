import type { OutlineSymbol } from '../module-outline.ts';
import { codeChildren, type SyntaxNode } from '../parser.ts';
import type { Quote } from '../span.ts';
import { quoteOf } from './values.ts';

/**
 * The warning that a function gives on every call: `warnings.warn('…', DeprecationWarning)` as a statement of its
 * body, not in a branch, where it may be about one argument only. `undefined` when there is none.
 */
export function deprecationOf(definition: SyntaxNode): OutlineSymbol['deprecation'] {
  if (definition.type !== 'function_definition') return undefined;
  const body = definition.childForFieldName('body');
  if (body === null || !body.text.includes('DeprecationWarning')) return undefined;
  for (const statement of codeChildren(body)) {
    // What stands behind a branch that may leave is not reached by every call.
    if (!/^(?:expression|import|import_from)_statement$/.test(statement.type)) return undefined;
    const call = codeChildren(statement)[0];
    const list = call?.type === 'call' ? call.childForFieldName('arguments') : null;
    if (call === undefined || list === null) continue;
    if (!/^(?:\w+\.)*_?warn$/.test(call.childForFieldName('function')?.text ?? '')) continue;
    if (codeChildren(list).some(isWarningClass)) return { note: noteOf(list), whole: quoteOf(call) };
  }
  return undefined;
}

function isWarningClass(argument: SyntaxNode): boolean {
  const value = argument.type === 'keyword_argument' ? argument.childForFieldName('value') : argument;
  return /^(?:builtins\.)?DeprecationWarning$/.test(value?.text ?? '');
}

/** The text of the warning without its quotes; the place behind the bracket when it isn't one plain text. */
function noteOf(list: SyntaxNode): Quote {
  const first = codeChildren(list)[0];
  const content = first?.type === 'string' ? first.namedChildren[1] : undefined;
  const isPlain =
    first?.type === 'string' && first.namedChildCount === 3 && content?.type === 'string_content';
  if (isPlain && content !== undefined) return quoteOf(content);
  return { text: '', span: { start: list.startIndex + 1, end: list.startIndex + 1 } };
}
