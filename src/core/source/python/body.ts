import { type ConstantLookup, quoteOf } from '../constant-values.ts';
import type { BodyFacts, CodeValue, Fallback, ReturnFact, ReturnShape } from '../declaration.ts';
import { codeChildren, descendantsOf, type SyntaxNode } from '../parser.ts';
import { validationsOf } from './validations.ts';
import { valueTypeOf } from './value-type.ts';
import { codeValueOf } from './values.ts';

const nested = new Set(['function_definition', 'class_definition', 'lambda']);

const telling = ['yield', 'return_statement', 'boolean_operator', 'conditional_expression', 'if_statement'];

/** What the body of a function tells. */
export function bodyFactsOf(callable: SyntaxNode, constants: ConstantLookup): BodyFacts | undefined {
  const body = callable.childForFieldName('body');
  if (body === null) return undefined;
  const returns: ReturnFact[] = [];
  const fallbacks: Fallback[] = [];
  let isGenerator = false;
  let readsArguments = false;
  const readsAll = /\b(?:locals|vars)\(\)/.test(body.text);
  for (const node of descendantsOf(body, readsAll ? [...telling, 'call'] : telling, nested)) {
    const { type } = node;
    if (type === 'yield') isGenerator = true;
    if (type === 'return_statement') returns.push(returnOf(node));
    if (type === 'call' && /^(?:locals|vars)\(\)$/.test(node.text)) readsArguments = true;
    fallbacks.push(...fallbacksOf(node, constants));
  }
  const statements = codeChildren(body).filter((node) => !isBareString(node));
  return {
    returns,
    isGenerator,
    reachesEnd: reachesEnd(statements),
    isStub: statements.every(
      (node, i) => isNothing(node) || (i === statements.length - 1 && isLastOfStub(node)),
    ),
    fallbacks,
    readsArguments,
    validations: validationsOf(body),
  };
}

function isBareString(node: SyntaxNode): boolean {
  const only = node.type === 'expression_statement' ? node.namedChildren[0] : undefined;
  return only?.type === 'string' || only?.type === 'concatenated_string';
}

function isNothing(node: SyntaxNode): boolean {
  return node.type === 'pass_statement' || node.text === '...';
}

/** A raise, or the return of nothing with which a base class leaves a method to its subclasses. */
function isLastOfStub(node: SyntaxNode): boolean {
  return (
    node.type === 'raise_statement' ||
    (node.type === 'return_statement' && returnOf(node).shape === 'nothing')
  );
}

function returnOf(statement: SyntaxNode): ReturnFact {
  const value = codeChildren(statement)[0];
  const type = value === undefined ? undefined : valueTypeOf(value);
  return {
    quote: quoteOf(statement),
    shape: value === undefined ? 'nothing' : shapeOf(value),
    isNull: false,
    ...(type === undefined ? {} : { type }),
  };
}

const plainTypes = new Set([
  'integer',
  'float',
  'string',
  'concatenated_string',
  'true',
  'false',
  'list',
  'tuple',
  'expression_list',
  'dictionary',
  'set',
  'list_comprehension',
  'dictionary_comprehension',
  'set_comprehension',
  'generator_expression',
  'comparison_operator',
  'not_operator',
  'binary_operator',
  'lambda',
]);
const plainCalls = /^(?:str|int|float|bool|len|list|dict|tuple|set|frozenset|sorted|isinstance|repr|bytes)$/;

/** The expression inside brackets. */
function unwrapped(node: SyntaxNode): SyntaxNode {
  let inner = node;
  while (inner.type === 'parenthesized_expression') {
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
    case 'none':
      return 'nothing';
    case 'identifier':
      return node.text === 'self' ? 'plain' : 'unknown';
    case 'call':
      return plainCalls.test(node.childForFieldName('function')?.text ?? '') ? 'plain' : 'unknown';
    case 'conditional_expression': {
      const [yes, , no] = codeChildren(node);
      if (yes === undefined || no === undefined) return 'unknown';
      return shapeOf(yes) === shapeOf(no) ? shapeOf(yes) : 'unknown';
    }
    default:
      return 'unknown';
  }
}

/** Whether a list of statements may run to its end. Loops, `with`, `match` and `try` count as "may". */
function reachesEnd(statements: readonly SyntaxNode[]): boolean {
  const last = statements.at(-1);
  if (last === undefined) return true;
  if (last.type === 'return_statement' || last.type === 'raise_statement') return false;
  if (last.type !== 'if_statement') return true;
  const blocks = [last.childForFieldName('consequence')];
  for (const branch of codeChildren(last)) {
    if (branch.type === 'elif_clause') blocks.push(branch.childForFieldName('consequence'));
    if (branch.type === 'else_clause') blocks.push(branch.childForFieldName('body'));
  }
  const hasElse = codeChildren(last).some((branch) => branch.type === 'else_clause');
  return !hasElse || blocks.some((block) => block === null || reachesEnd(codeChildren(block)));
}

function fallbacksOf(node: SyntaxNode, constants: ConstantLookup): readonly Fallback[] {
  switch (node.type) {
    case 'boolean_operator':
      return fromOr(node, constants);
    case 'conditional_expression':
      return fromConditional(node, constants);
    case 'if_statement':
      return fromIf(node, constants);
    default:
      return [];
  }
}

function make(
  path: string | undefined,
  node: SyntaxNode | null | undefined,
  whole: SyntaxNode,
  options: { readonly when: Fallback['when']; readonly constants: ConstantLookup },
): readonly Fallback[] {
  if (path === undefined || node === null || node === undefined) return [];
  const value = withoutName(codeValueOf(node, options.constants));
  return [{ path, value, quote: quoteOf(whole), when: options.when }];
}

/** A name that was not resolved tells as little as any other expression. */
function withoutName(value: CodeValue): CodeValue {
  return value.literal?.type === 'name' ? { quote: value.quote } : value;
}

function pathOf(node: SyntaxNode | null | undefined): string | undefined {
  return node?.type === 'identifier' || node?.type === 'attribute' ? node.text : undefined;
}

function fromOr(node: SyntaxNode, constants: ConstantLookup): readonly Fallback[] {
  const isKept = node.parent?.type === 'assignment' || node.parent?.type === 'keyword_argument';
  if (!isKept || node.childForFieldName('operator')?.text !== 'or') return [];
  const path = pathOf(node.childForFieldName('left'));
  return make(path, node.childForFieldName('right'), node, { when: 'falsy', constants });
}

function fromConditional(node: SyntaxNode, constants: ConstantLookup): readonly Fallback[] {
  const [yes, condition, no] = codeChildren(node);
  const test = testOf(condition);
  if (test === undefined) return [];
  const [given, missing] = test.positive ? [yes, no] : [no, yes];
  return given?.text.includes(test.path)
    ? make(test.path, missing, node, { when: test.when, constants })
    : [];
}

function fromIf(node: SyntaxNode, constants: ConstantLookup): readonly Fallback[] {
  const test = testOf(node.childForFieldName('condition'));
  if (test === undefined || test.positive) return [];
  const first = node
    .childForFieldName('consequence')
    ?.namedChildren.find((child) => child.type !== 'comment');
  const assignment = first?.type === 'expression_statement' ? first.namedChildren[0] : undefined;
  if (assignment?.type !== 'assignment' || pathOf(assignment.childForFieldName('left')) !== test.path)
    return [];
  return make(test.path, assignment.childForFieldName('right'), node, { when: test.when, constants });
}

interface Test {
  readonly path: string;
  readonly positive: boolean;
  readonly when: Fallback['when'];
}

function testOf(condition: SyntaxNode | null | undefined): Test | undefined {
  if (condition === null || condition === undefined) return undefined;
  const none = /^([\w.]+)\s+is\s+(not\s+)?None$/.exec(condition.text);
  if (none?.[1] !== undefined) return { path: none[1], positive: none[2] !== undefined, when: 'absent' };
  const truth = /^(not\s+)?([A-Za-z_][\w.]*)$/.exec(condition.text);
  if (truth?.[2] === undefined) return undefined;
  return { path: truth[2], positive: truth[1] === undefined, when: 'falsy' };
}
