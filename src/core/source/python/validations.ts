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
import { literalOf } from './values.ts';

/**
 * The validations that a body makes on every call, by `if x not in (…): raise`, `assert`, `match`, or a chain of
 * comparisons that ends in a raise. Those inside branches are left out: they may not be reached.
 */
export function validationsOf(body: SyntaxNode): readonly Validation[] {
  return codeChildren(body).flatMap((statement): readonly Validation[] => {
    switch (statement.type) {
      case 'if_statement':
        return one(fromIf(statement));
      case 'assert_statement':
        return one(passing([testOf(codeChildren(statement)[0])], quoteOf(statement)));
      case 'match_statement':
        return one(fromMatch(statement));
      default:
        return [];
    }
  });
}

function one(validation: Validation | undefined): readonly Validation[] {
  return validation === undefined ? [] : [validation];
}

function fromIf(statement: SyntaxNode): Validation | undefined {
  const condition = statement.childForFieldName('condition');
  const consequence = statement.childForFieldName('consequence');
  if (condition === null || consequence === null) return undefined;
  const quote = quoteUpTo(statement, consequence);
  if (endsInRaise(consequence)) return passing([negated(testOf(condition))], quote);
  const branches = codeChildren(statement).filter(({ type }) => /^(?:elif|else)_clause$/.test(type));
  const last = branches.at(-1);
  const end = last?.type === 'else_clause' ? last.childForFieldName('body') : null;
  if (end === null || !endsInRaise(end)) return undefined;
  const conditions = branches.slice(0, -1).map((branch) => branch.childForFieldName('condition'));
  return passing([condition, ...conditions].map(testOf), quote);
}

function endsInRaise(block: SyntaxNode): boolean {
  return codeChildren(block).at(-1)?.type === 'raise_statement';
}

function fromMatch(statement: SyntaxNode): Validation | undefined {
  const subject = statement.childForFieldName('subject');
  const body = statement.childForFieldName('body');
  const path = subject === null ? undefined : pathOf(subject);
  if (path === undefined || body === null) return undefined;
  const clauses = codeChildren(body);
  const last = clauses.at(-1);
  const end = last?.childForFieldName('consequence') ?? null;
  if (last === undefined || end === null || !/^case\s+_\s*:/.test(last.text) || !endsInRaise(end)) {
    return undefined;
  }
  const tests = clauses.slice(0, -1).map((clause) => {
    const pattern = codeChildren(clause)[0];
    const isPlain = pattern?.type === 'case_pattern' && clause.childForFieldName('guard') === null;
    return isPlain ? patternTest(path, pattern) : undefined;
  });
  return passing(tests, quoteUpTo(statement, body));
}

function patternTest(path: string, pattern: SyntaxNode): ValueTest | undefined {
  const inner = codeChildren(pattern)[0];
  const nodes = inner?.type === 'union_pattern' ? codeChildren(inner) : [inner];
  const values = nodes.map((node) => (node === undefined ? undefined : literalOf(node)));
  const known = values.filter((value) => value !== undefined);
  if (known.length < values.length) return undefined;
  return { path, values: known, evidence: [], isNegated: false };
}

/** A condition as a test of one path's values, or `undefined` when it is something else. */
function testOf(node: SyntaxNode | null | undefined): ValueTest | undefined {
  switch (node?.type) {
    case 'parenthesized_expression':
      return testOf(codeChildren(node)[0]);
    case 'not_operator':
      return negated(testOf(node.childForFieldName('argument')));
    case 'boolean_operator': {
      const operator = node.childForFieldName('operator')?.text === 'and' ? 'and' : 'or';
      const [left, right] = [node.childForFieldName('left'), node.childForFieldName('right')];
      return combined(operator, testOf(left), testOf(right));
    }
    case 'comparison_operator':
      return comparisonTest(node);
    case 'identifier':
    case 'attribute':
      return isGiven(node.text);
    default:
      return undefined;
  }
}

function comparisonTest(node: SyntaxNode): ValueTest | undefined {
  const [left, right, more] = codeChildren(node).filter(({ type }) => type !== 'operators');
  if (left === undefined || right === undefined || more !== undefined) return undefined;
  const operator = /^(?:==|!=|is not|is|not in|in)$/.exec(
    node.childForFieldName('operators')?.text ?? '',
  )?.[0];
  const path = pathOf(left);
  if (path === undefined || operator === undefined) return undefined;
  if (operator === 'in' || operator === 'not in') {
    const members = membersOf(right);
    return members === undefined ? undefined : { path, ...members, isNegated: operator === 'not in' };
  }
  const value = literalOf(right);
  return value === undefined || value.type === 'name'
    ? undefined
    : equals(path, value, operator === '!=' || operator === 'is not');
}

function pathOf(node: SyntaxNode): string | undefined {
  return node.type === 'identifier' || node.type === 'attribute' ? node.text : undefined;
}

/** The members of a collection that is written out here, or in a constant of the file, the class or the function. */
function membersOf(node: SyntaxNode, depth = 0): Members | undefined {
  if (depth > 4) return undefined;
  switch (node.type) {
    case 'list':
    case 'tuple':
    case 'set':
      return literalsOf(codeChildren(node));
    case 'dictionary': {
      const pairs = codeChildren(node);
      const keys = pairs.map((pair) => pair.childForFieldName('key'));
      return pairs.every(({ type }) => type === 'pair') ? literalsOf(keys) : undefined;
    }
    case 'call':
      return membersOfCall(node, depth);
    case 'binary_operator':
      return membersOfSum(node, depth);
    case 'parenthesized_expression': {
      const inner = codeChildren(node)[0];
      return inner === undefined ? undefined : membersOf(inner, depth + 1);
    }
    case 'identifier':
    case 'attribute':
      return membersOfName(node, depth);
    default:
      return undefined;
  }
}

function literalsOf(nodes: readonly (SyntaxNode | null)[]): Members | undefined {
  const values: Literal[] = [];
  for (const node of nodes) {
    const value = node === null ? undefined : literalOf(node);
    if (value === undefined || value.type === 'name') return undefined;
    values.push(value);
  }
  return { values, evidence: [] };
}

function membersOfCall(node: SyntaxNode, depth: number): Members | undefined {
  const called = node.childForFieldName('function');
  const [only, more] = codeChildren(node.childForFieldName('arguments') ?? node);
  const keysOf = /^([\w.]+)\.keys$/.exec(called?.text ?? '');
  const object = keysOf === null ? null : called?.childForFieldName('object');
  if (object !== null && object !== undefined) return membersOf(object, depth + 1);
  const isCollection = /^(?:frozenset|set|tuple|list|sorted)$/.test(called?.text ?? '');
  return isCollection && only !== undefined && more === undefined ? membersOf(only, depth + 1) : undefined;
}

function membersOfSum(node: SyntaxNode, depth: number): Members | undefined {
  if (!/^[+|]$/.test(node.childForFieldName('operator')?.text ?? '')) return undefined;
  const sides = [node.childForFieldName('left'), node.childForFieldName('right')];
  const members = sides.map((side) => (side === null ? undefined : membersOf(side, depth + 1)));
  const known = members.filter((side) => side !== undefined);
  if (known.length < 2) return undefined;
  return {
    values: known.flatMap(({ values }) => values),
    evidence: known.flatMap(({ evidence }) => evidence),
  };
}

function membersOfName(node: SyntaxNode, depth: number): Members | undefined {
  const own = /^(?:self|cls)\.(\w+)$/.exec(node.text)?.[1];
  const scopes = own === undefined ? scopesOf(node) : [classAround(node)];
  const name = own ?? (node.type === 'identifier' ? node.text : undefined);
  if (name === undefined) return undefined;
  for (const scope of scopes) {
    const assigned = scope === undefined ? [] : assignmentsIn(scope, name);
    const [only] = assigned;
    if (only === undefined) continue;
    const right = assigned.length === 1 ? only.childForFieldName('right') : null;
    const members = right === null || isChanged(node, name) ? undefined : membersOf(right, depth + 1);
    return members === undefined ? undefined : { ...members, evidence: [quoteOf(only), ...members.evidence] };
  }
  return undefined;
}

/** The function around a node and the file: where Python looks a name up. */
function scopesOf(node: SyntaxNode): readonly SyntaxNode[] {
  const scopes: SyntaxNode[] = [];
  for (let at = node.parent; at !== null; at = at.parent) {
    if (at.type === 'module') scopes.push(at);
    const body = at.type === 'function_definition' ? at.childForFieldName('body') : null;
    if (body !== null) scopes.push(body);
  }
  return scopes;
}

function classAround(node: SyntaxNode): SyntaxNode | undefined {
  for (let at = node.parent; at !== null; at = at.parent) {
    if (at.type === 'class_definition') return at.childForFieldName('body') ?? undefined;
  }
  return undefined;
}

function assignmentsIn(scope: SyntaxNode, name: string): readonly SyntaxNode[] {
  return codeChildren(scope).flatMap((statement) => {
    const inner = statement.type === 'expression_statement' ? codeChildren(statement)[0] : undefined;
    const isAssigned = inner?.type === 'assignment' || inner?.type === 'augmented_assignment';
    return isAssigned && inner.childForFieldName('left')?.text === name ? [inner] : [];
  });
}

/** Whether anything in the file may add to the collection. */
function isChanged(node: SyntaxNode, name: string): boolean {
  const changes = new RegExp(
    String.raw`\b${name}\s*(?:\.(?:append|add|extend|update|insert|setdefault|register|pop|remove)\b|\[[^\]\n]*\]\s*=(?!=)|[+|]=)`,
  );
  return changes.test(node.tree.rootNode.text);
}
