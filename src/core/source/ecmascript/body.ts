import { type ConstantLookup, quoteOf } from '../constant-values.ts';
import type { BodyFacts, Fallback, ReturnFact, ReturnShape } from '../declaration.ts';
import { codeChildren, descendantsOf, type SyntaxNode, walk } from '../parser.ts';
import { fallbacksOf } from './fallbacks.ts';
import { functionTypes } from './scope.ts';
import { validationsOf } from './validations.ts';
import { valueTypeOf } from './value-type.ts';

/** What has returns and fallbacks of its own. */
const nested = new Set([...functionTypes, 'class_declaration', 'class']);

/** What the body of a function, method or arrow tells; `undefined` when it has none. */
export function bodyFactsOf(callable: SyntaxNode, constants: ConstantLookup): BodyFacts | undefined {
  const body = callable.childForFieldName('body');
  if (body === null) return undefined;
  const isGenerator =
    callable.children.some((child) => child.type === '*') || callable.type.startsWith('generator');
  const returns: ReturnFact[] = [];
  const fallbacks: Fallback[] = [];
  const isBlock = body.type === 'statement_block';
  if (!isBlock) returns.push(returnOf(body, body));
  fallbacks.push(...fallbacksOf(body, constants));
  const { text } = body;
  for (const node of descendantsOf(body, tellingIn(text), nested)) {
    if (node.type === 'return_statement') returns.push(returnOf(node, codeChildren(node)[0]));
    else fallbacks.push(...fallbacksOf(node, constants));
  }
  return {
    returns,
    isGenerator,
    reachesEnd: isBlock && reachesEnd(lastCode(body)),
    isStub: isBlock && isStub(body),
    fallbacks,
    readsArguments: readsArguments(body, text),
    validations: isBlock && /\bthrow\b/.test(text) ? validationsOf(codeChildren(body)) : [],
  };
}

/** What of a body's text may tell something, and the types of its nodes. */
const telling: readonly (readonly [RegExp, ...string[]])[] = [
  [/\breturn\b/, 'return_statement'],
  [/\|\||\?\?/, 'binary_expression', 'augmented_assignment_expression'],
  [/\?/, 'ternary_expression'],
  [/\bif\b/, 'if_statement'],
  [/\}\s*(?::[^=]*)?=/, 'variable_declarator'],
  [/\.\.\./, 'object'],
];

/** Most bodies have few of these: asking the tree for them alone is faster than visiting every node. */
function tellingIn(text: string): readonly string[] {
  return telling.flatMap(([words, ...types]) => (words.test(text) ? types : []));
}

function readsArguments(body: SyntaxNode, text: string): boolean {
  if (!/\barguments\b/.test(text)) return false;
  let isRead = false;
  walk(body, (node) => {
    // An arrow function has no `arguments` of its own.
    if (node.type === 'arrow_function' && /\barguments\b/.test(node.text)) isRead = true;
    if (node.type === 'identifier' && node.text === 'arguments') isRead = true;
    return !nested.has(node.type);
  });
  return isRead;
}

function returnOf(statement: SyntaxNode, value: SyntaxNode | undefined): ReturnFact {
  const type = value === undefined ? undefined : valueTypeOf(value);
  return {
    quote: quoteOf(statement),
    shape: value === undefined ? 'nothing' : shapeOf(value),
    isNull: value?.type === 'null',
    ...(type === undefined ? {} : { type }),
  };
}

function isStub(body: SyntaxNode): boolean {
  const only = lastCode(body);
  if (only === undefined || previousCode(only) !== undefined) return only === undefined;
  // A base class leaves a method to its subclasses with a throw, or with the return of nothing.
  if (only.type === 'throw_statement') return true;
  return only.type === 'return_statement' && returnOf(only, codeChildren(only)[0]).shape === 'nothing';
}

/** The last named child that is neither a comment nor an error. */
function lastCode(node: SyntaxNode): SyntaxNode | undefined {
  const last = node.lastNamedChild;
  return last === null || isCode(last) ? (last ?? undefined) : previousCode(last);
}

function previousCode(node: SyntaxNode): SyntaxNode | undefined {
  let before = node.previousNamedSibling;
  while (before !== null && !isCode(before)) before = before.previousNamedSibling;
  return before ?? undefined;
}

function isCode({ type }: SyntaxNode): boolean {
  return type !== 'comment' && type !== 'ERROR';
}

/** Whether control may come behind the last statement of a block. Loops and `try` count as "may". */
function reachesEnd(last: SyntaxNode | undefined): boolean {
  if (last === undefined) return true;
  switch (last.type) {
    case 'return_statement':
    case 'throw_statement':
      return false;
    case 'statement_block':
      return reachesEnd(lastCode(last));
    case 'if_statement': {
      const yes = last.childForFieldName('consequence');
      const no = last.childForFieldName('alternative');
      if (yes === null || no === null) return true;
      return reachesEnd(yes) || reachesEnd(lastCode(no));
    }
    default:
      return true;
  }
}

const plainTypes = new Set([
  'number',
  'string',
  'template_string',
  'true',
  'false',
  'array',
  'regex',
  'arrow_function',
  'function_expression',
  'class',
  'update_expression',
]);
const plainClasses = /^(?:Map|Set|WeakMap|WeakSet|Date|RegExp|Array|URL|(?:Type|Range|Syntax)?Error)$/;

const wrappers = new Set([
  'parenthesized_expression',
  'as_expression',
  'satisfies_expression',
  'non_null_expression',
]);

/** The expression inside brackets and type assertions. */
function unwrapped(node: SyntaxNode): SyntaxNode {
  let inner = node;
  while (wrappers.has(inner.type)) {
    const child = codeChildren(inner)[0];
    if (child === undefined) return inner;
    inner = child;
  }
  return inner;
}

function shapeOf(wrapped: SyntaxNode): ReturnShape {
  const node = unwrapped(wrapped);
  if (plainTypes.has(node.type)) return 'plain';
  switch (node.type) {
    case 'null':
    case 'undefined':
      return 'nothing';
    case 'object':
      return /\bthen\b|\.\.\./.test(node.text) ? 'unknown' : 'plain';
    case 'unary_expression':
      return node.childForFieldName('operator')?.text === 'void' ? 'nothing' : 'plain';
    case 'binary_expression':
      return /^(?:&&|\|\||\?\?)$/.test(node.childForFieldName('operator')?.text ?? '')
        ? common(node.childForFieldName('left'), node.childForFieldName('right'))
        : 'plain';
    case 'new_expression':
      return shapeOfClass(node.childForFieldName('constructor')?.text ?? '');
    case 'call_expression':
      return /^Promise\./.test(node.childForFieldName('function')?.text ?? '') ? 'promise' : 'unknown';
    case 'ternary_expression':
      return common(node.childForFieldName('consequence'), node.childForFieldName('alternative'));
    default:
      return 'unknown';
  }
}

function shapeOfClass(name: string): ReturnShape {
  if (name === 'Promise') return 'promise';
  return plainClasses.test(name) ? 'plain' : 'unknown';
}

function common(a: SyntaxNode | null, b: SyntaxNode | null): ReturnShape {
  if (a === null || b === null) return 'unknown';
  const shape = shapeOf(a);
  return shape === shapeOf(b) ? shape : 'unknown';
}
