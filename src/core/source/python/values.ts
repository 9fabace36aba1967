import { foldNumbers, parseNumber, unescapeString } from '../arithmetic.ts';
import { type ConstantLookup, noConstants, readCodeValue } from '../constant-values.ts';
import type { CodeValue } from '../declaration.ts';
import type { Literal } from '../literal.ts';
import { codeChildren, type SyntaxNode } from '../parser.ts';

/** An expression with its value, names of constants of the module followed once. */
export function codeValueOf(node: SyntaxNode, constants: ConstantLookup): CodeValue {
  return readCodeValue(node, {
    literalOf: (value) => literalOf(value, constants),
    constantAt: (name) => constants(name.text),
  });
}

/** The value of a Python expression as far as it is constant, or `undefined`. */
export function literalOf(node: SyntaxNode, constants: ConstantLookup = noConstants): Literal | undefined {
  switch (node.type) {
    case 'integer':
    case 'float':
      return number(parseNumber(node.text));
    case 'string':
      return stringLiteral(node);
    case 'concatenated_string':
      return joined(codeChildren(node));
    case 'true':
    case 'false':
      return { type: 'boolean', value: node.type === 'true' };
    case 'none':
      return { type: 'nothing' };
    case 'identifier':
      return constants(node.text)?.literal ?? { type: 'name', path: [node.text] };
    case 'attribute':
      return /^\w+(?:\.\w+)*$/.test(node.text) ? { type: 'name', path: node.text.split('.') } : undefined;
    case 'list':
    case 'tuple':
      return listLiteral(codeChildren(node), constants);
    case 'dictionary':
      return recordLiteral(node, constants);
    case 'parenthesized_expression': {
      const child = codeChildren(node)[0];
      return child === undefined ? undefined : literalOf(child, constants);
    }
    case 'unary_operator':
      return unaryLiteral(node, constants);
    case 'binary_operator':
      return binaryLiteral(node, constants);
    case 'call':
      return /^float\(\s*['"]\+?inf(?:inity)?['"]\s*\)$/i.test(node.text) ? number(Infinity) : undefined;
    default:
      return undefined;
  }
}

function number(value: number | undefined): Literal | undefined {
  return value === undefined ? undefined : { type: 'number', value };
}

function stringLiteral(node: SyntaxNode): Literal | undefined {
  const prefix = node.namedChildren[0]?.text.toLowerCase() ?? '';
  if (!/^[ru]?(?:'|"|'''|""")$/.test(prefix)) return undefined;
  const end = node.namedChildren.at(-1)?.text.length ?? 0;
  const content = node.text.slice(prefix.length, node.text.length - end);
  const value = prefix.startsWith('r') ? content : unescapeString(content);
  return value === undefined ? undefined : { type: 'string', value };
}

function joined(nodes: readonly SyntaxNode[]): Literal | undefined {
  let text = '';
  for (const node of nodes) {
    const part = literalOf(node);
    if (part?.type !== 'string') return undefined;
    text += part.value;
  }
  return { type: 'string', value: text };
}

function listLiteral(nodes: readonly SyntaxNode[], constants: ConstantLookup): Literal | undefined {
  const items: Literal[] = [];
  for (const node of nodes) {
    const item = literalOf(node, constants);
    if (item === undefined) return undefined;
    items.push(item);
  }
  return { type: 'list', items };
}

function recordLiteral(node: SyntaxNode, constants: ConstantLookup): Literal | undefined {
  const entries: [string, Literal][] = [];
  for (const pair of codeChildren(node)) {
    const key = pair.childForFieldName('key');
    const value = pair.childForFieldName('value');
    if (key === null || value === null) return undefined;
    const keyLiteral = literalOf(key);
    const literal = literalOf(value, constants);
    if (keyLiteral?.type !== 'string' && keyLiteral?.type !== 'number') return undefined;
    if (literal === undefined) return undefined;
    entries.push([String(keyLiteral.value), literal]);
  }
  return { type: 'record', entries };
}

function unaryLiteral(node: SyntaxNode, constants: ConstantLookup): Literal | undefined {
  const argument = node.childForFieldName('argument');
  const value = argument === null ? undefined : literalOf(argument, constants);
  if (value?.type !== 'number') return undefined;
  const operator = node.childForFieldName('operator')?.text;
  if (operator === '-') return number(-value.value);
  return operator === '+' ? value : undefined;
}

function binaryLiteral(node: SyntaxNode, constants: ConstantLookup): Literal | undefined {
  const left = node.childForFieldName('left');
  const right = node.childForFieldName('right');
  if (left === null || right === null) return undefined;
  const a = literalOf(left, constants);
  const b = literalOf(right, constants);
  if (a?.type !== 'number' || b?.type !== 'number') return undefined;
  return number(foldNumbers(node.childForFieldName('operator')?.text ?? '', a.value, b.value));
}
