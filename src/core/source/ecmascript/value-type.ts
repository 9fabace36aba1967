import type { ValueType } from '../declaration.ts';
import { codeChildren, type SyntaxNode } from '../parser.ts';

const maximumCharacters = 1000;

const byNode: Readonly<Record<string, ValueType>> = {
  number: 'number',
  string: 'string',
  template_string: 'string',
  true: 'boolean',
  false: 'boolean',
  array: 'list',
  object: 'record',
  regex: 'pattern',
  arrow_function: 'function',
  function_expression: 'function',
  class: 'function',
};

const byUnary: Readonly<Record<string, ValueType>> = {
  '!': 'boolean',
  delete: 'boolean',
  typeof: 'string',
  '+': 'number',
};

const byClass: Readonly<Record<string, ValueType>> = {
  Array: 'list',
  Map: 'map',
  Set: 'set',
  Date: 'date',
  RegExp: 'pattern',
  Promise: 'promise',
  Error: 'error',
  TypeError: 'error',
  RangeError: 'error',
};

/** Calls of the language itself, as written up to the bracket. */
const byCall: readonly (readonly [RegExp, ValueType])[] = [
  [/^String$|^typeof$|\.(?:toString|join|toUpperCase|toLowerCase|toFixed|toISOString)$/, 'string'],
  [
    /^(?:Number|parseInt|parseFloat|Date\.now|performance\.now|Math\.\w+|Number\.parse(?:Int|Float))$/,
    'number',
  ],
  [/^(?:Boolean|Array\.isArray|Number\.is\w+|Object\.is|isNaN)$|\.hasOwnProperty$/, 'boolean'],
  // Tests of a pattern: written there, or in what is called one.
  [
    /(?:\/[dgimsuvy]*|(?:^|\.)(?:re[A-Z]\w*|\w*(?:[rR]eg[eE]x(?:[pP])?|[pP]attern|RE|REGEXP?|PATTERN)))\.test$/,
    'boolean',
  ],
  [/^(?:Object\.(?:keys|values|entries)|Array\.(?:from|of))$/, 'list'],
  [/^Promise\.(?:all|allSettled|race|any|resolve|reject)$/, 'promise'],
];

/** What an expression certainly is, or `undefined` when only running it would tell. */
export function valueTypeOf(node: SyntaxNode): ValueType | undefined {
  // Only a program nests an expression deep.
  if (node.endIndex - node.startIndex > maximumCharacters) return undefined;
  switch (node.type) {
    case 'parenthesized_expression': {
      const inner = codeChildren(node)[0];
      return inner === undefined ? undefined : valueTypeOf(inner);
    }
    case 'unary_expression':
      return byUnary[node.childForFieldName('operator')?.text ?? ''];
    case 'binary_expression':
      return typeOfBinary(node);
    case 'new_expression':
      return own(byClass, node.childForFieldName('constructor')?.text ?? '');
    case 'call_expression': {
      const called = node.childForFieldName('function')?.text ?? '';
      return byCall.find(([pattern]) => pattern.test(called))?.[1];
    }
    case 'ternary_expression': {
      const [yes, no] = [node.childForFieldName('consequence'), node.childForFieldName('alternative')];
      const type = yes === null ? undefined : valueTypeOf(yes);
      return no !== null && type === valueTypeOf(no) ? type : undefined;
    }
    default:
      return own(byNode, node.type);
  }
}

function typeOfBinary(node: SyntaxNode): ValueType | undefined {
  const operator = node.childForFieldName('operator')?.text ?? '';
  if (/^(?:[!=]==?|[<>]=?|in|instanceof)$/.test(operator)) return 'boolean';
  const sides = [node.childForFieldName('left'), node.childForFieldName('right')];
  const types = sides.map((side) => (side === null ? undefined : valueTypeOf(side)));
  // One of the two sides is the result.
  if (/^(?:&&|\|\||\?\?)$/.test(operator)) return types[0] === types[1] ? types[0] : undefined;
  if (operator === '+') return types.includes('string') ? 'string' : undefined;
  // Two big integers give a big integer.
  return /^[-*/%]$/.test(operator) && types.includes('number') ? 'number' : undefined;
}

/** Names like `constructor` are in every object. */
function own(table: Readonly<Record<string, ValueType>>, key: string): ValueType | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
