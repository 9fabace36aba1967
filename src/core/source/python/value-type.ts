import type { ValueType } from '../declaration.ts';
import { codeChildren, type SyntaxNode } from '../parser.ts';

const maximumCharacters = 1000;

const byNode: Readonly<Record<string, ValueType>> = {
  integer: 'number',
  float: 'number',
  true: 'boolean',
  false: 'boolean',
  list: 'list',
  tuple: 'list',
  expression_list: 'list',
  list_comprehension: 'list',
  dictionary: 'record',
  dictionary_comprehension: 'record',
  set: 'set',
  set_comprehension: 'set',
  lambda: 'function',
  not_operator: 'boolean',
};

/** Calls of the language itself, as written up to the bracket. */
const byCall: readonly (readonly [RegExp, ValueType])[] = [
  [/^(?:str|repr|ascii|chr|hex|bin|oct)$|^[rf]?(['"]).*\1\.(?:join|format|strip|replace)$/s, 'string'],
  [/^(?:int|float|len|ord|hash|id)$/, 'number'],
  [/^(?:bool|isinstance|issubclass|hasattr|callable|any|all)$/, 'boolean'],
  [/^(?:list|tuple|sorted)$/, 'list'],
  [/^(?:set|frozenset)$/, 'set'],
  [/^dict$/, 'record'],
];

/** What an expression certainly is, or `undefined` when only running it would tell: most operators can be overloaded. */
export function valueTypeOf(node: SyntaxNode): ValueType | undefined {
  // Only a program nests an expression deep.
  if (node.endIndex - node.startIndex > maximumCharacters) return undefined;
  switch (node.type) {
    case 'parenthesized_expression': {
      const inner = codeChildren(node)[0];
      return inner === undefined ? undefined : valueTypeOf(inner);
    }
    case 'string':
      return /b/i.test(node.namedChildren[0]?.text.replace(/['"]/g, '') ?? '') ? 'bytes' : 'string';
    case 'concatenated_string': {
      const first = codeChildren(node)[0];
      return first === undefined ? undefined : valueTypeOf(first);
    }
    case 'comparison_operator':
      return /^(?:not in|in|is|is not)$/.test(node.childForFieldName('operators')?.text ?? '')
        ? 'boolean'
        : undefined;
    case 'binary_operator': {
      const left = node.childForFieldName('left');
      const isText = left !== null && valueTypeOf(left) === 'string';
      return isText && /^[%+]$/.test(node.childForFieldName('operator')?.text ?? '') ? 'string' : undefined;
    }
    case 'call': {
      const called = node.childForFieldName('function')?.text ?? '';
      return called.length > 200 ? undefined : byCall.find(([pattern]) => pattern.test(called))?.[1];
    }
    case 'boolean_operator': {
      // One of the two sides is the result.
      const sides = [node.childForFieldName('left'), node.childForFieldName('right')];
      const [left, right] = sides.map((side) => (side === null ? undefined : valueTypeOf(side)));
      return left === right ? left : undefined;
    }
    case 'conditional_expression': {
      const [yes, , no] = codeChildren(node);
      const type = yes === undefined ? undefined : valueTypeOf(yes);
      return no !== undefined && type === valueTypeOf(no) ? type : undefined;
    }
    default:
      return Object.hasOwn(byNode, node.type) ? byNode[node.type] : undefined;
  }
}
