import { quoteOf } from '../constant-values.ts';
import type { Literal } from '../literal.ts';
import type { SyntaxNode } from '../parser.ts';
import type { Quote } from '../span.ts';
import { branchOf } from './branch.ts';
import type {
  CommentedStatement,
  ComparisonFact,
  ComparisonOperator,
  NumberFact,
  NumberRole,
} from './commented-statement.ts';

/** How a language reads a constant. */
export type LiteralReader = (node: SyntaxNode) => Literal | undefined;

/** What is nested: another comment speaks of it. */
const nested = typesOf(
  'statement_block block do_block compound_statement class_body class_static_block declaration_list function_body',
  'switch_body switch_block function_expression arrow_function generator_function lambda lambda_expression',
  'lambda_literal closure_expression func_literal anonymous_function anonymous_method_expression',
  'function_definition class_definition class_declaration class comment line_comment block_comment',
  'multiline_comment string string_literal encapsed_string template_string object_type type_annotation',
  'type_arguments list_comprehension',
);
/** Which of the nested a statement that is one of them itself goes into: its head. */
const bodies = ['body', 'consequence'];
const comparisonNodes = typesOf('binary_expression comparison_operator binary comparison_expression');
/** What only a larger expression tells the meaning of. */
const parts = typesOf(
  'binary_expression binary_operator binary unary_expression unary_operator unary boolean_operator',
  'augmented_assignment augmented_assignment_expression operator_assignment compound_assignment_expr',
  'update_expression ternary_expression conditional_expression conditional range range_expression',
  'elvis_expression infix_expression cast_expression type_cast_expression enumerator enum_variant',
  'enum_constant enum_member_declaration enum_entry case_statement expression_case switch_label when_entry',
  'match_arm attribute_item annotation subscript subscript_expression slice index_expression array_access',
  'element_access_expression element_reference',
);
/** Rows of tables, whose numbers have no name. */
const rows = typesOf('initializer_list literal_value initializer_expression array_initializer');
/** What gives a value in a row a name. */
const keyed = typesOf('keyed_element field_initializer initializer_pair');
/** Where a call's arguments stand. */
const given = typesOf('arguments argument_list value_arguments');

function typesOf(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')));
}

/** The facts of a statement: its words without its body, its constants and comparisons, and what an `if` does. */
export function factsOfStatement(
  statement: SyntaxNode,
  literalOf: LiteralReader,
): Pick<CommentedStatement, 'statement' | 'numbers' | 'comparisons' | 'branch'> {
  const numbers: NumberFact[] = [];
  const comparisons: ComparisonFact[] = [];
  const waiting = [statement];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.id !== statement.id && isNested(node)) continue;
    const literal = mayBeNumber(node) ? literalOf(node) : undefined;
    if (literal?.type === 'number') {
      numbers.push({ value: literal.value, quote: quoteOf(node), ...placeOf(node) });
      continue;
    }
    const comparison = comparisonOf(node, literalOf);
    if (comparison !== undefined) comparisons.push(comparison);
    const held = node;
    waiting.push(...held.namedChildren.filter((child) => !isBody(child, held)).toReversed());
  }
  const branch = branchOf(statement);
  return {
    statement: headOf(statement),
    numbers: withLoops(numbers, statement),
    comparisons,
    ...(branch === undefined ? {} : { branch }),
  };
}

/** Longer expressions are written by programs, and nested deeper than calls may be. */
function isShort({ startIndex, endIndex }: SyntaxNode): boolean {
  return endIndex - startIndex <= 200;
}

function mayBeNumber(node: SyntaxNode): boolean {
  return isShort(node) && /number|int|float|real|word|preproc_arg|unary|binary|parenthesized/.test(node.type);
}

function isBody(child: SyntaxNode, parent: SyntaxNode): boolean {
  return bodies.some((name) => parent.childForFieldName(name)?.id === child.id);
}

/** The statement up to its body, at most 400 characters. */
function headOf(statement: SyntaxNode): Quote {
  const body = bodies.map((name) => statement.childForFieldName(name)).find((node) => node !== null);
  const end = body === undefined ? statement.endIndex : body.startIndex;
  const text = statement.text.slice(0, Math.min(end - statement.startIndex, 400)).trimEnd();
  return { text, span: { start: statement.startIndex, end: statement.startIndex + text.length } };
}

/** What a number does in its statement, and the names around it, those above the statement too. */
function placeOf(number: SyntaxNode): Pick<NumberFact, 'role' | 'names' | 'passedTo'> {
  const names: string[] = [];
  let role: NumberRole = 'value';
  for (let node = number, up = number.parent; up !== null && names.length < 4; node = up, up = up.parent) {
    if (isNested(up) || /^(?:program|module)$/.test(up.type)) break;
    if (comparisonNodes.has(up.type) && isComparison(up)) role = 'compared';
    else if (isPart(up, node) && (role === 'value' || isIndex(up))) role = 'part';
    const called = calledBy(up, node);
    // Names around a call are those of its result.
    if (called !== undefined) return { role, names, passedTo: called };
    const name = nameIn(up, ['name', 'key', 'left', 'property', 'declarator', 'pattern', 'field'], node);
    if (name !== undefined) names.push(name);
  }
  return { role, names };
}

function isNested({ type }: SyntaxNode): boolean {
  return nested.has(type) || type.startsWith('jsx_');
}

function isPart({ type }: SyntaxNode, held: SyntaxNode): boolean {
  return parts.has(type) || (rows.has(type) && !keyed.has(held.type));
}

function isIndex({ type }: SyntaxNode): boolean {
  return /^(?:subscript|slice|index|array_access|element_)/.test(type);
}

/** The function that a node is an argument of, as it is called; `undefined` when it isn't one. */
function calledBy(call: SyntaxNode, argument: SyntaxNode): string | undefined {
  const named = nameIn(call, ['function', 'constructor'], argument);
  if (named !== undefined || !given.has(argument.type)) return named;
  return nameIn(call, ['method', 'name', 'type'], argument) ?? call.firstNamedChild?.text.slice(0, 200);
}

/** The words of the first of some fields of a node other than the value inside it. */
function nameIn(node: SyntaxNode, fields: readonly string[], value: SyntaxNode): string | undefined {
  for (const field of fields) {
    const named = node.childForFieldName(field);
    if (named !== null && named.id !== value.id && isShort(named))
      return named.text.replace(/^['"]|['"]$/g, '');
  }
  return undefined;
}

const operators: Readonly<Record<string, ComparisonOperator>> = {
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  '==': '==',
  '===': '==',
  '!=': '!=',
  '!==': '!=',
};
const turned: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
  '==': '==',
  '!=': '!=',
};

function isComparison(node: SyntaxNode): boolean {
  return node.children.some(({ type }) => type in operators);
}

/** A comparison of two operands, one of them a constant number. */
function comparisonOf(node: SyntaxNode, literalOf: LiteralReader): ComparisonFact | undefined {
  if (!comparisonNodes.has(node.type) || !isShort(node)) return undefined;
  const [left, right, ...more] = node.namedChildren.filter(({ type }) => type !== 'comment');
  const sign = node.children.find(({ type }) => type in operators)?.type;
  const operator = sign === undefined ? undefined : operators[sign];
  if (left === undefined || right === undefined || more.length > 0 || operator === undefined)
    return undefined;
  const [a, b] = [literalOf(left), literalOf(right)];
  const quote = quoteOf(node);
  if (b?.type === 'number' && a?.type !== 'number') {
    return { subject: quoteOf(left), operator, value: b.value, quote };
  }
  if (a?.type !== 'number' || b?.type === 'number') return undefined;
  return { subject: quoteOf(right), operator: turned[operator], value: a.value, quote };
}

/** `for (let i = 0; i < 3; i++)` and `for _ in range(3)` run three times. */
function withLoops(numbers: readonly NumberFact[], statement: SyntaxNode): readonly NumberFact[] {
  if (!/^(?:for_statement|for_expression)$/.test(statement.type)) return numbers;
  const [first, second, ...more] = numbers;
  const isRange = /^for\s+\w+\s+in\s+range\(\s*[^(),]+\)/.test(statement.text);
  const isCounted =
    /^for\s*\(?\s*(?:(?:unsigned\s+)?\w+\s+)?(\$?\w+)\s*:?=\s*0\s*;\s*\1\s*<\s*[^;&|]+;\s*(?:\1\+\+|\+\+\1)\s*[){]/.test(
      statement.text,
    );
  if (isRange && first !== undefined && second === undefined) return [{ ...first, role: 'count' }];
  if (isCounted && first?.value === 0 && second !== undefined && more.length === 0)
    return [{ ...second, role: 'count' }];
  return numbers;
}
