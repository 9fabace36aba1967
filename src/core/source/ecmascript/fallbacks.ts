import { type ConstantLookup, quoteOf } from '../constant-values.ts';
import type { CodeValue, Fallback } from '../declaration.ts';
import { codeChildren, type SyntaxNode } from '../parser.ts';
import { propertiesOf } from './parameters.ts';
import { codeValueOf } from './values.ts';

/** The fallbacks that one node of a body expresses by itself; none for most nodes. */
export function fallbacksOf(node: SyntaxNode, constants: ConstantLookup): readonly Fallback[] {
  switch (node.type) {
    case 'binary_expression':
      return /\|\||\?\?/.test(node.text) && isFallback(node) && isKept(node)
        ? fromOperator(node, 'left', 'right', constants)
        : [];
    case 'augmented_assignment_expression':
      return fromOperator(node, 'left', 'right', constants);
    case 'ternary_expression':
      return fromTernary(node, constants);
    case 'if_statement':
      return fromIf(node, constants);
    case 'variable_declarator':
      return fromDestructuring(node, constants);
    case 'object':
      return fromSpread(node, constants);
    default:
      return [];
  }
}

/** The dotted path of an identifier or member expression (`options.timeout`), or `undefined`. */
export function pathOf(node: SyntaxNode | null): string | undefined {
  if (node === null || (node.type !== 'identifier' && node.type !== 'member_expression')) return undefined;
  const text = node.text.replaceAll('?.', '.').replaceAll(/\s/g, '');
  return /^[\w$]+(?:\.[\w$]+)*$/.test(text) ? text : undefined;
}

/** Whether the expression's value is stored under a name, rather than used up in a condition or a sum. */
function isKept(node: SyntaxNode): boolean {
  const parent = node.parent;
  if (parent === null) return false;
  if (parent.type === 'parenthesized_expression') return isKept(parent);
  return ['assignment_expression', 'variable_declarator', 'pair', 'field_definition'].includes(parent.type);
}

/** A name that was not resolved tells as little as any other expression. */
function concrete(node: SyntaxNode, constants: ConstantLookup): CodeValue {
  const value = codeValueOf(node, constants);
  return value.literal?.type === 'name' ? { quote: value.quote } : value;
}

function make(
  path: string | undefined,
  value: CodeValue,
  whole: SyntaxNode,
  when: Fallback['when'],
): readonly Fallback[] {
  return path === undefined ? [] : [{ path, value, quote: quoteOf(whole), when }];
}

function operatorOf(node: SyntaxNode): string {
  return node.childForFieldName('operator')?.text ?? '';
}

function isFallback(node: SyntaxNode): boolean {
  return /^(?:\?\?|\|\|)=?$/.test(operatorOf(node));
}

function fromOperator(
  node: SyntaxNode,
  leftField: string,
  rightField: string,
  constants: ConstantLookup,
): readonly Fallback[] {
  const operator = operatorOf(node);
  const right = node.childForFieldName(rightField);
  if (!isFallback(node) || right === null) return [];
  const when = operator.startsWith('??') ? 'absent' : 'falsy';
  return make(pathOf(node.childForFieldName(leftField)), concrete(right, constants), node, when);
}

function fromTernary(node: SyntaxNode, constants: ConstantLookup): readonly Fallback[] {
  const test = testOf(node.childForFieldName('condition'));
  const yes = node.childForFieldName('consequence');
  const no = node.childForFieldName('alternative');
  if (test === undefined || yes === null || no === null) return [];
  const [given, missing] = test.positive ? [yes, no] : [no, yes];
  const mentions = given.text.replaceAll('?.', '.').includes(test.path);
  return mentions ? make(test.path, concrete(missing, constants), node, test.when) : [];
}

/** Most conditions ask for something else than whether a value is missing. */
const asksForMissing = /^if\s*\(\s*!|\b(?:null|undefined|void 0)\b/;

function fromIf(node: SyntaxNode, constants: ConstantLookup): readonly Fallback[] {
  if (!asksForMissing.test(node.text.slice(0, 1000))) return [];
  const test = testOf(node.childForFieldName('condition'));
  if (test === undefined || test.positive) return [];
  const body = node.childForFieldName('consequence');
  const first = body?.type === 'statement_block' ? codeChildren(body)[0] : body;
  const assignment = first?.type === 'expression_statement' ? codeChildren(first)[0] : undefined;
  if (assignment?.type !== 'assignment_expression') return [];
  const right = assignment.childForFieldName('right');
  if (right === null || pathOf(assignment.childForFieldName('left')) !== test.path) return [];
  return make(test.path, concrete(right, constants), node, test.when);
}

interface Test {
  readonly path: string;
  /** Whether it holds when the value was given. */
  readonly positive: boolean;
  readonly when: Fallback['when'];
}

/** What a condition asks of one path: given or not, by comparison with nothing or by truth. */
function testOf(condition: SyntaxNode | null): Test | undefined {
  if (condition === null) return undefined;
  if (condition.type === 'parenthesized_expression') return testOf(codeChildren(condition)[0] ?? null);
  if (condition.type === 'unary_expression' && condition.childForFieldName('operator')?.text === '!') {
    const path = pathOf(condition.childForFieldName('argument'));
    return path === undefined ? undefined : { path, positive: false, when: 'falsy' };
  }
  if (condition.type === 'binary_expression') return comparisonOf(condition);
  const path = pathOf(condition);
  return path === undefined ? undefined : { path, positive: true, when: 'falsy' };
}

function comparisonOf(condition: SyntaxNode): Test | undefined {
  const operator = condition.childForFieldName('operator')?.text ?? '';
  if (!/^[=!]==?$/.test(operator)) return undefined;
  const left = condition.childForFieldName('left');
  const right = condition.childForFieldName('right')?.text ?? '';
  const isTypeof = left?.type === 'unary_expression' && left.childForFieldName('operator')?.text === 'typeof';
  const path = isTypeof ? pathOf(left.childForFieldName('argument')) : pathOf(left);
  const nothing = isTypeof ? /^['"]undefined['"]$/ : /^(?:null|undefined|void 0)$/;
  if (path === undefined || !nothing.test(right)) return undefined;
  return { path, positive: operator.startsWith('!'), when: 'absent' };
}

/** `const { timeout = 10 } = options`. */
function fromDestructuring(node: SyntaxNode, constants: ConstantLookup): readonly Fallback[] {
  const pattern = node.childForFieldName('name');
  let source = node.childForFieldName('value');
  if (source?.type === 'binary_expression') source = source.childForFieldName('left');
  const path = pathOf(source);
  if (pattern?.type !== 'object_pattern' || path === undefined) return [];
  return propertiesOf(pattern, constants).flatMap(({ name, initial, quote }) =>
    initial?.literal === undefined || initial.literal.type === 'name'
      ? []
      : [{ path: `${path}.${name}`, value: initial, quote, when: 'absent' as const }],
  );
}

/** `{ timeout: 10, ...options }`. */
function fromSpread(node: SyntaxNode, constants: ConstantLookup): readonly Fallback[] {
  const children = codeChildren(node);
  return children.flatMap((child, i) => {
    const key = child.childForFieldName('key')?.text;
    const value = child.childForFieldName('value');
    if (child.type !== 'pair' || key === undefined || value === null) return [];
    return children.slice(i + 1).flatMap((later) => {
      const path = later.type === 'spread_element' ? pathOf(codeChildren(later)[0] ?? null) : undefined;
      return path === undefined ? [] : make(`${path}.${key}`, concrete(value, constants), child, 'absent');
    });
  });
}
