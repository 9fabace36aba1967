import { type ConstantLookup, quoteOf } from '../constant-values.ts';
import type { CodeValue } from '../declaration.ts';
import { sameLiteral } from '../literal.ts';
import { type SyntaxNode, walk } from '../parser.ts';
import { ownerOfThis } from './scope.ts';
import { codeValueOf } from './values.ts';

/**
 * What `this.size = …` gives a property at first. A parameter is followed to its declared default. The value is
 * provisional where the same function gives it another one later, itself or through another method of the class.
 */
export function instanceValueOf(
  assignment: SyntaxNode,
  value: SyntaxNode,
  constants: ConstantLookup,
): CodeValue {
  const own = codeValueOf(value, constants);
  const target = assignment.childForFieldName('left');
  const owner = ownerOfThis(assignment);
  if (owner === undefined || target?.childForFieldName('object')?.type !== 'this') return own;
  const first = value.type === 'identifier' ? fromParameter(own, owner, constants) : own;
  const replacements = replacementsOf(assignment, target.text, owner);
  const isSame = replacements.every((one) => one !== null && isSameValue(codeValueOf(one, constants), first));
  return isSame ? first : { ...first, isProvisional: true };
}

function isSameValue(a: CodeValue, b: CodeValue): boolean {
  return a.literal !== undefined && b.literal !== undefined && sameLiteral(a.literal, b.literal);
}

/** `constructor(size = 8) { this.size = size }`. */
function fromParameter(own: CodeValue, owner: SyntaxNode, constants: ConstantLookup): CodeValue {
  const name = own.quote.text;
  const list = owner.childForFieldName('parameters')?.namedChildren ?? [];
  for (const parameter of list) {
    const pattern = parameter.childForFieldName('left') ?? parameter.childForFieldName('pattern');
    const initial = parameter.childForFieldName('right') ?? parameter.childForFieldName('value');
    if (pattern?.text !== name || initial === null || assigns(owner, name)) continue;
    const { literal } = codeValueOf(initial, constants);
    const isKnown = literal !== undefined && literal.type !== 'name';
    return isKnown ? { quote: quoteOf(initial), literal, constant: quoteOf(parameter) } : own;
  }
  return own;
}

function assigns(owner: SyntaxNode, name: string): boolean {
  return assignmentsTo(name, owner).length > 0;
}

/** The values that are assigned to a target within a node; `null` for one that is counted up or down. */
function assignmentsTo(target: string, within: SyntaxNode): readonly (SyntaxNode | null)[] {
  const values: (SyntaxNode | null)[] = [];
  if (!within.text.includes(target)) return values;
  walk(within, (node) => {
    if (/assignment_expression$/.test(node.type) && node.childForFieldName('left')?.text === target) {
      values.push(node.type === 'assignment_expression' ? node.childForFieldName('right') : null);
    }
    const isCounted =
      node.type === 'update_expression' && node.childForFieldName('argument')?.text === target;
    if (isCounted) values.push(null);
    return true;
  });
  return values;
}

/** What else the target is given after an assignment in its function, and in the methods that it calls then. */
function replacementsOf(
  assignment: SyntaxNode,
  target: string,
  owner: SyntaxNode,
): readonly (SyntaxNode | null)[] {
  const behind = owner.text.slice(assignment.endIndex - owner.startIndex);
  // The text tells most of it: a node is visited only where the words stand.
  const later = behind.includes(target)
    ? assignmentsTo(target, owner).filter(
        (value) => value === null || value.startIndex >= assignment.endIndex,
      )
    : [];
  const called = calledBehind(assignment, owner, behind);
  if (called.size === 0) return later;
  const members = membersBeside(owner).filter((member) => called.has(nameOf(member)));
  return [...later, ...members.flatMap((member) => assignmentsTo(target, member))];
}

/** The methods of its own object that a function calls behind an assignment. */
function calledBehind(assignment: SyntaxNode, owner: SyntaxNode, behind: string): ReadonlySet<string> {
  const called = new Set<string>();
  if (!behind.includes('this.')) return called;
  walk(owner, (node) => {
    const isLater = node.startIndex >= assignment.endIndex;
    const callee =
      isLater && node.type === 'call_expression' ? node.childForFieldName('function')?.text : undefined;
    if (callee?.startsWith('this.')) called.add(callee.slice('this.'.length));
    return node.endIndex > assignment.endIndex;
  });
  return called;
}

/** The members of the class, or of the object that stands for one. */
function membersBeside(owner: SyntaxNode): readonly SyntaxNode[] {
  const member = owner.parent?.type === 'pair' ? owner.parent : owner;
  return member.parent?.namedChildren ?? [];
}

function nameOf(member: SyntaxNode): string {
  return (member.childForFieldName('name') ?? member.childForFieldName('key'))?.text ?? '';
}
