import { quoteOf } from '../constant-values.ts';
import type { BodyActs } from '../module-outline.ts';
import { codeChildren, type SyntaxNode, walk } from '../parser.ts';

const nested = new Set(['function_definition', 'class_definition', 'lambda']);

/** What the statements of a function do; `undefined` for a class, and where they neither raise nor yield. */
export function bodyActsOf(definition: SyntaxNode): BodyActs | undefined {
  const body = definition.type === 'function_definition' ? definition.childForFieldName('body') : null;
  if (body === null || !/\b(?:raise|yield)\b/.test(body.text)) return undefined;
  const raised = new Map<string, BodyActs['raised'][number]>();
  let isGenerator = false;
  walk(body, (node) => {
    if (nested.has(node.type)) return false;
    if (node.type === 'yield') isGenerator = true;
    const name = node.type === 'raise_statement' ? raisedBy(node) : undefined;
    if (name !== undefined && !raised.has(name)) raised.set(name, { name, quote: quoteOf(node) });
    return true;
  });
  return isGenerator || raised.size > 0 ? { isGenerator, raised: [...raised.values()] } : undefined;
}

/** The class that a statement raises: by custom its name begins with a capital letter. */
function raisedBy(statement: SyntaxNode): string | undefined {
  const value = codeChildren(statement)[0];
  const raised = value?.type === 'call' ? value.childForFieldName('function') : value;
  const text = raised?.text ?? '';
  return /^(?:[A-Za-z_]\w*\.)*_?[A-Z]\w*$/.test(text) && /[a-z]/.test(text) ? text : undefined;
}
