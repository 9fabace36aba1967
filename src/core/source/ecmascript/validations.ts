import { quoteOf, quoteUpTo } from '../constant-values.ts';
import type { Literal } from '../literal.ts';
import { codeChildren, type SyntaxNode } from '../parser.ts';
import {
  combined,
  equals,
  isGiven,
  type Members,
  negated,
  passing,
  type Validation,
  type ValueTest,
} from '../validation.ts';
import { isShadowed } from './scope.ts';
import { literalOf } from './values.ts';

/**
 * The validations that the statements of a body make on every call: `if (!list.includes(x)) throw`, a `switch` whose default throws, a
 * chain of comparisons that ends in a throw. Those inside branches are left out: they may not be reached.
 */
export function validationsOf(statements: readonly SyntaxNode[]): readonly Validation[] {
  return statements.flatMap((statement): readonly Validation[] => {
    const mayThrow = /_statement$/.test(statement.type) && /\bthrow\b/.test(statement.text);
    if (!mayThrow) return [];
    const found =
      statement.type === 'if_statement'
        ? fromIf(statement)
        : statement.type === 'switch_statement'
          ? fromSwitch(statement)
          : undefined;
    return found === undefined ? [] : [found];
  });
}

function fromIf(statement: SyntaxNode): Validation | undefined {
  const first = statement.childForFieldName('consequence');
  if (first === null) return undefined;
  const quote = quoteUpTo(statement, first);
  const tests: (ValueTest | undefined)[] = [];
  for (let at: SyntaxNode | undefined = statement; at !== undefined; ) {
    const test = testOf(at.childForFieldName('condition'));
    const consequence = at.childForFieldName('consequence');
    if (tests.length === 0 && consequence !== null && endsInThrow(consequence)) {
      return passing([negated(test)], quote);
    }
    tests.push(test);
    const alternative = at.childForFieldName('alternative');
    const next: SyntaxNode | undefined = alternative === null ? undefined : codeChildren(alternative)[0];
    if (next === undefined) return undefined;
    if (next.type !== 'if_statement') return endsInThrow(next) ? passing(tests, quote) : undefined;
    at = next;
  }
  return undefined;
}

function endsInThrow(statement: SyntaxNode): boolean {
  if (statement.type === 'throw_statement') return true;
  return statement.type === 'statement_block' && codeChildren(statement).at(-1)?.type === 'throw_statement';
}

function fromSwitch(statement: SyntaxNode): Validation | undefined {
  const value = statement.childForFieldName('value');
  const body = statement.childForFieldName('body');
  const subject = value === null ? undefined : codeChildren(value)[0];
  const path = subject === undefined ? undefined : pathOf(subject);
  if (path === undefined || body === null) return undefined;
  const clauses = codeChildren(body);
  const last = clauses.at(-1);
  const end = last === undefined ? undefined : codeChildren(last).at(-1);
  // A case that falls into the default would raise too.
  const before = clauses.at(-2);
  const fallsThrough = before !== undefined && codeChildren(before).length < 2;
  if (last?.type !== 'switch_default' || fallsThrough || end === undefined || !endsInThrow(end))
    return undefined;
  const tests = clauses
    .slice(0, -1)
    .map((clause) => valueTest(path, clause.childForFieldName('value'), false));
  return passing(tests, quoteUpTo(statement, body));
}

function valueTest(path: string, node: SyntaxNode | null, isNegated: boolean): ValueTest | undefined {
  const value = node === null ? undefined : literalOf(node);
  return value === undefined || value.type === 'name' ? undefined : equals(path, value, isNegated);
}

/** A condition as a test of one path's values, or `undefined` when it is something else. */
function testOf(node: SyntaxNode | null | undefined): ValueTest | undefined {
  switch (node?.type) {
    case 'parenthesized_expression':
      return testOf(codeChildren(node)[0]);
    case 'unary_expression':
      return node.childForFieldName('operator')?.text === '!'
        ? negated(testOf(node.childForFieldName('argument')))
        : undefined;
    case 'binary_expression':
      return binaryTest(node);
    case 'call_expression':
      return callTest(node);
    case 'identifier':
    case 'member_expression': {
      const path = pathOf(node);
      return path === undefined ? undefined : isGiven(path);
    }
    default:
      return undefined;
  }
}

function binaryTest(node: SyntaxNode): ValueTest | undefined {
  const [left, right] = [node.childForFieldName('left'), node.childForFieldName('right')];
  const operator = node.childForFieldName('operator')?.text ?? '';
  if (left === null || right === null) return undefined;
  if (operator === '&&' || operator === '||') {
    return combined(operator === '&&' ? 'and' : 'or', testOf(left), testOf(right));
  }
  const path = pathOf(left);
  if (operator === 'in') return path === undefined ? undefined : memberTest(path, keysOf(right));
  const isAbsent =
    (operator === '<' && right.text === '0') || (/^===?$/.test(operator) && right.text === '-1');
  const isPresent = /^(?:>|!==?)$/.test(operator) && right.text === '-1';
  if (left.type === 'call_expression' && (isAbsent || isPresent)) {
    const test = callTest(left, 'indexOf');
    return isAbsent ? negated(test) : test;
  }
  if (path === undefined || !/^[!=]==?$/.test(operator)) return undefined;
  return valueTest(path, right, operator.startsWith('!'));
}

/** `list.includes(x)`, `set.has(x)` and, where it is compared, `list.indexOf(x)`. */
function callTest(node: SyntaxNode, wanted?: 'indexOf'): ValueTest | undefined {
  const called = node.childForFieldName('function');
  const object = called?.childForFieldName('object') ?? null;
  const method = called?.childForFieldName('property')?.text ?? '';
  const [argument] = codeChildren(node.childForFieldName('arguments') ?? node);
  const path = argument === undefined ? undefined : pathOf(argument);
  if (object === null || path === undefined) return undefined;
  if (wanted === undefined ? !/^(?:includes|has)$/.test(method) : method !== wanted) return undefined;
  return memberTest(path, membersOf(object));
}

function memberTest(path: string, members: Members | undefined): ValueTest | undefined {
  return members === undefined ? undefined : { path, ...members, isNegated: false };
}

function pathOf(node: SyntaxNode): string | undefined {
  const isPath = node.type === 'identifier' || node.type === 'member_expression';
  return isPath && /^[\w$.?]+$/.test(node.text) ? node.text.replaceAll('?.', '.') : undefined;
}

/** The members of an array or set that is written out here, or in a constant of the file. */
function membersOf(node: SyntaxNode): Members | undefined {
  switch (node.type) {
    case 'array':
      return literalsOf(codeChildren(node));
    case 'new_expression': {
      const [only] = codeChildren(node.childForFieldName('arguments') ?? node);
      const isSet = node.childForFieldName('constructor')?.text === 'Set';
      return isSet && only !== undefined ? membersOf(only) : undefined;
    }
    case 'call_expression': {
      const called = node.childForFieldName('function')?.text ?? '';
      const [only] = codeChildren(node.childForFieldName('arguments') ?? node);
      if (only === undefined) return undefined;
      if (called === 'Object.keys') return keysOf(only);
      return called === 'Object.freeze' ? membersOf(only) : undefined;
    }
    case 'as_expression':
    case 'satisfies_expression':
    case 'parenthesized_expression': {
      const inner = codeChildren(node)[0];
      return inner === undefined ? undefined : membersOf(inner);
    }
    case 'identifier':
      return constantMembers(node, membersOf);
    default:
      return undefined;
  }
}

/** The keys of an object that is written out here, or in a constant of the file. */
function keysOf(node: SyntaxNode): Members | undefined {
  if (node.type === 'identifier') return constantMembers(node, keysOf);
  if (node.type === 'call_expression') {
    const [only] = codeChildren(node.childForFieldName('arguments') ?? node);
    const isFrozen = node.childForFieldName('function')?.text === 'Object.freeze';
    return isFrozen && only !== undefined ? keysOf(only) : undefined;
  }
  if (node.type !== 'object') return undefined;
  const values: Literal[] = [];
  for (const child of codeChildren(node)) {
    const key = child.childForFieldName('key') ?? child.childForFieldName('name') ?? child;
    if (!/^(?:pair|method_definition|shorthand_property_identifier)$/.test(child.type)) return undefined;
    if (key.type === 'computed_property_name') return undefined;
    values.push({ type: 'string', value: key.text.replace(/^(['"])(.*)\1$/, '$2') });
  }
  return { values, evidence: [] };
}

function literalsOf(nodes: readonly SyntaxNode[]): Members | undefined {
  const values: Literal[] = [];
  for (const node of nodes) {
    const value = literalOf(node);
    if (value === undefined || value.type === 'name') return undefined;
    values.push(value);
  }
  return { values, evidence: [] };
}

/** Follows a name to the `const` at the top of the file that nothing adds to. */
function constantMembers(
  name: SyntaxNode,
  read: (value: SyntaxNode) => Members | undefined,
): Members | undefined {
  const root = name.tree.rootNode;
  if (isShadowed(name.text, name) || isChanged(root.text, name.text)) return undefined;
  for (const statement of root.namedChildren) {
    const list =
      statement.type === 'export_statement' ? statement.childForFieldName('declaration') : statement;
    if (list?.type !== 'lexical_declaration' || list.child(0)?.type !== 'const') continue;
    for (const declarator of list.namedChildren) {
      const value = declarator.childForFieldName('value');
      if (declarator.childForFieldName('name')?.text !== name.text || value === null) continue;
      const members = value.type === 'identifier' ? undefined : read(value);
      return members === undefined
        ? undefined
        : { ...members, evidence: [quoteOf(declarator), ...members.evidence] };
    }
  }
  return undefined;
}

/** Whether anything in the file may add to the collection. */
function isChanged(text: string, name: string): boolean {
  const escaped = name.replaceAll('$', '\\$');
  return new RegExp(
    String.raw`(?<![\w$])${escaped}(?:\.(?:push|unshift|splice|add|delete|pop|shift|\w+\s*=(?!=))|\[[^\]\n]*\]\s*=(?!=))`,
  ).test(text);
}
