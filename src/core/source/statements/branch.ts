import { quoteOf } from '../constant-values.ts';
import { codeChildren, type SyntaxNode } from '../parser.ts';
import type { Branch } from './commented-statement.ts';

/** Jumps, and calls that are named like what ends or refuses something. */
const leaving =
  /\b(?:return|raise|throw|continue|break|goto|yield|exit|_exit|quit|abort|die|panic|assert\w*|fail\w*|reject\w*|error\w*|warn\w*|usage|stop\w*|skip\w*|cancel\w*|finish\w*|done|pass)\b/i;
const otherwise = /^(?:else|elif|else_if)_?clause$/;

/** What an `if` does where its condition holds; `undefined` for every other statement. */
export function branchOf(statement: SyntaxNode): Branch | undefined {
  if (!/^if_(?:statement|expression)$/.test(statement.type)) return undefined;
  const condition = statement.childForFieldName('condition');
  const body = statement.childForFieldName('consequence') ?? statement.childForFieldName('body');
  if (condition === null || body === null) return undefined;
  const limited = limitIn(body.text);
  return {
    ...(limited === undefined ? {} : { limited }),
    condition: quoteOf(withoutBrackets(condition)),
    mayLeave: leaving.test(body.text),
    hasOther:
      statement.childForFieldName('alternative') !== null ||
      codeChildren(statement).some(({ type }) => otherwise.test(type)),
  };
}

/** The one assignment of a number that a body is. */
function limitIn(body: string): Branch['limited'] {
  const [, name, value] = /^\{?\s*([\w$.>-]+)\s*:?=\s*(-?\d+(?:\.\d+)?)\s*;?\s*\}?$/.exec(body) ?? [];
  return name === undefined ? undefined : { name, value: Number(value) };
}

function withoutBrackets(node: SyntaxNode): SyntaxNode {
  const [only, ...others] = codeChildren(node);
  const isWrapped = only !== undefined && others.length === 0 && node.type === 'parenthesized_expression';
  return isWrapped ? withoutBrackets(only) : node;
}
