import { foldNumbers, parseNumber, unescapeString } from '../arithmetic.ts';
import { type ConstantLookup, noConstants, readCodeValue } from '../constant-values.ts';
import type { CodeValue } from '../declaration.ts';
import type { Literal } from '../literal.ts';
import { codeChildren, type SyntaxNode } from '../parser.ts';
import { isShadowed } from './scope.ts';

/** An expression with its value, names of constants of the file followed once. */
export function codeValueOf(node: SyntaxNode, constants: ConstantLookup): CodeValue {
  return readCodeValue(node, {
    literalOf: (value) => literalOf(value, constants),
    constantAt: (name) => constantAt(name, constants),
  });
}

/** The value of a JavaScript or TypeScript expression as far as it is constant, or `undefined`. */
export function literalOf(node: SyntaxNode, constants: ConstantLookup = noConstants): Literal | undefined {
  switch (node.type) {
    case 'number':
      return numberLiteral(node.text);
    case 'string':
      return stringLiteral(node.text.slice(1, -1));
    case 'template_string':
      return codeChildren(node).some((child) => child.type === 'template_substitution')
        ? undefined
        : stringLiteral(node.text.slice(1, -1));
    case 'true':
    case 'false':
      return { type: 'boolean', value: node.type === 'true' };
    case 'null':
    case 'undefined':
      return { type: 'nothing' };
    case 'identifier':
    case 'member_expression':
      return nameLiteral(node, constants);
    case 'array':
      return listLiteral(codeChildren(node), constants);
    case 'object':
      return recordLiteral(node, constants);
    case 'unary_expression':
      return unaryLiteral(node, constants);
    case 'binary_expression':
      return binaryLiteral(node, constants);
    case 'parenthesized_expression':
    case 'as_expression':
    case 'satisfies_expression':
    case 'non_null_expression':
      return inner(node, (child) => literalOf(child, constants));
    default:
      return undefined;
  }
}

function inner<T>(node: SyntaxNode, read: (child: SyntaxNode) => T | undefined): T | undefined {
  const child = codeChildren(node)[0];
  return child === undefined ? undefined : read(child);
}

function numberLiteral(text: string): Literal | undefined {
  const value = parseNumber(text);
  return value === undefined ? undefined : { type: 'number', value };
}

function stringLiteral(content: string): Literal | undefined {
  const value = unescapeString(content);
  return value === undefined ? undefined : { type: 'string', value };
}

function nameLiteral(node: SyntaxNode, constants: ConstantLookup): Literal | undefined {
  const text = node.text;
  if (text === 'Infinity' || text === 'Number.POSITIVE_INFINITY') return { type: 'number', value: Infinity };
  if (text === 'NaN' || text === 'Number.NaN') return { type: 'number', value: Number.NaN };
  if (text === 'Number.MAX_SAFE_INTEGER') return { type: 'number', value: Number.MAX_SAFE_INTEGER };
  if (!/^[\w$]+(?:\.[\w$]+)*$/.test(text)) return undefined;
  return constantAt(node, constants)?.literal ?? { type: 'name', path: text.split('.') };
}

/** The file's constant that a name at this place means. */
function constantAt(node: SyntaxNode, constants: ConstantLookup): CodeValue | undefined {
  const constant = constants(node.text);
  return constant === undefined || isShadowed(node.text, node) ? undefined : constant;
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
  for (const child of codeChildren(node)) {
    const key = child.childForFieldName('key');
    const value = child.childForFieldName('value');
    if (child.type !== 'pair' || key === null || value === null) return undefined;
    const literal = literalOf(value, constants);
    if (literal === undefined) return undefined;
    entries.push([key.text.replace(/^(['"])(.*)\1$/, '$2'), literal]);
  }
  return { type: 'record', entries };
}

function unaryLiteral(node: SyntaxNode, constants: ConstantLookup): Literal | undefined {
  const operator = node.childForFieldName('operator')?.text;
  const argument = node.childForFieldName('argument');
  if (argument === null) return undefined;
  if (operator === 'void') return { type: 'nothing' };
  const value = literalOf(argument, constants);
  if (operator === '!' && value?.type === 'boolean') return { type: 'boolean', value: !value.value };
  if (operator === '!' && value?.type === 'number') return { type: 'boolean', value: value.value === 0 };
  if (value?.type !== 'number') return undefined;
  if (operator === '-') return { type: 'number', value: -value.value };
  return operator === '+' ? value : undefined;
}

function binaryLiteral(node: SyntaxNode, constants: ConstantLookup): Literal | undefined {
  const left = node.childForFieldName('left');
  const right = node.childForFieldName('right');
  if (left === null || right === null) return undefined;
  const a = literalOf(left, constants);
  const b = literalOf(right, constants);
  if (a?.type !== 'number' || b?.type !== 'number') return undefined;
  const value = foldNumbers(node.childForFieldName('operator')?.text ?? '', a.value, b.value);
  return value === undefined ? undefined : { type: 'number', value };
}
