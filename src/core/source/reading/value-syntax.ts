import { foldNumbers, parseNumber, unescapeString } from '../arithmetic.ts';
import { type ConstantLookup, noConstants, readCodeValue } from '../constant-values.ts';
import type { CodeValue } from '../declaration.ts';
import type { Literal } from '../literal.ts';
import { codeChildren, type SyntaxNode } from '../parser.ts';
import type { Quote } from '../span.ts';

/** How a grammar calls what has a value. */
export interface ValueSyntax {
  readonly numbers: ReadonlySet<string>;
  /** What may stand behind a number's digits: `10L`, `1.5f`, `10u8`. */
  readonly numberSuffix?: RegExp;
  /** The same behind hexadecimal digits, by default `u` and `l`. */
  readonly hexadecimalSuffix?: RegExp;
  /** Whether `010` is eight. */
  readonly hasPlainOctals?: boolean;
  readonly strings: ReadonlySet<string>;
  /** A string's content between its quotes, and whether it has escapes; `undefined` when it isn't constant. */
  readonly stringContent: (node: SyntaxNode) => StringContent | undefined;
  /** Words for true, false and nothing, as the text of their nodes. */
  readonly words: ReadonlyMap<string, Literal>;
  readonly names: ReadonlySet<string>;
  /** Nodes that stand for what is in them: brackets, casts without effect. */
  readonly wrappers: ReadonlySet<string>;
  readonly lists?: ReadonlySet<string>;
  readonly unary: ReadonlySet<string>;
  readonly binary: ReadonlySet<string>;
  /** Whether two integers divide to an integer. */
  readonly dividesIntegers?: boolean;
}

export interface StringContent {
  readonly text: string;
  readonly isRaw: boolean;
}

const truths: readonly (readonly [string, Literal])[] = [
  ['true', { type: 'boolean', value: true }],
  ['false', { type: 'boolean', value: false }],
];

/** `true`, `false`, and the words for nothing. */
export function wordsOf(...nothing: readonly string[]): ReadonlyMap<string, Literal> {
  return new Map([...truths, ...nothing.map((word) => [word, { type: 'nothing' }] as const)]);
}

/** A string in quotes of one character, with backslashes. */
export function quotedContent({ text }: SyntaxNode): StringContent | undefined {
  const quote = text.charAt(0);
  if (text.length < 2 || !/['"]/.test(quote) || !text.endsWith(quote)) return undefined;
  // Three quotes begin a text of several lines, whose indentation isn't part of it.
  if (text.startsWith('"""')) return undefined;
  return { text: text.slice(1, -1), isRaw: false };
}

/** An expression with its value, names of constants of the file followed once. */
export function codeValueOf(node: SyntaxNode, syntax: ValueSyntax, constants: ConstantLookup): CodeValue {
  const value = readCodeValue(node, {
    literalOf: (value) => literalOf(value, syntax, constants),
    constantAt: (name) => constantOf(name.text, constants),
    isName: (name) => syntax.names.has(name.type),
  });
  return { ...value, quote: trimmed(value.quote) };
}

/** Without the spaces at its end, which a preprocessor's nodes have. */
export function trimmed({ text, span }: Quote): Quote {
  const bare = text.trimEnd();
  return { text: bare, span: { start: span.start, end: span.start + bare.length } };
}

/** The value of an expression as far as it is constant, or `undefined`. */
export function literalOf(
  node: SyntaxNode,
  syntax: ValueSyntax,
  constants: ConstantLookup = noConstants,
): Literal | undefined {
  const { type } = node;
  const number = syntax.numbers.has(type) ? numberOf(node.text, syntax) : undefined;
  if (number !== undefined) return number;
  if (syntax.strings.has(type)) return stringOf(node, syntax);
  const word = syntax.words.get(node.text);
  if (word !== undefined) return word;
  if (syntax.names.has(type)) return nameOf(node, constants);
  if (syntax.unary.has(type)) return unaryOf(node, syntax, constants);
  if (syntax.binary.has(type)) return binaryOf(node, syntax, constants);
  const children = codeChildren(node);
  if (syntax.lists?.has(type) === true) return listOf(children, syntax, constants);
  const [only] = children;
  return syntax.wrappers.has(type) && only !== undefined && children.length === 1
    ? literalOf(only, syntax, constants)
    : undefined;
}

function numberOf(
  text: string,
  { numberSuffix, hexadecimalSuffix = /[ul]+$/i, hasPlainOctals }: ValueSyntax,
): Literal | undefined {
  const plain = text.trim().replaceAll(/['_]/g, '');
  const suffix = /^0x/i.test(plain) ? hexadecimalSuffix : numberSuffix;
  const bare = suffix === undefined ? plain : plain.replace(suffix, '');
  const octal = hasPlainOctals === true && /^0\d+$/.test(bare) ? `0o${bare.slice(1)}` : bare;
  const value = parseNumber(octal);
  return value === undefined ? undefined : { type: 'number', value };
}

function stringOf(node: SyntaxNode, { stringContent }: ValueSyntax): Literal | undefined {
  const content = stringContent(node);
  const value = content?.isRaw === false ? unescapeString(content.text) : content?.text;
  return value === undefined ? undefined : { type: 'string', value };
}

function nameOf({ text }: SyntaxNode, constants: ConstantLookup): Literal | undefined {
  const path = text.split(/\.|::|->/);
  if (!path.every((part) => /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(part))) return undefined;
  return constantOf(text, constants)?.literal ?? { type: 'name', path };
}

/** The constant of this file that a name stands for; `self::LIMIT` and `this.LIMIT` are of the class around it. */
function constantOf(text: string, constants: ConstantLookup): CodeValue | undefined {
  return constants(text.replace(/^(?:self|static|Self|this)(?:::|\.)(?=\w+$)/, ''));
}

function listOf(
  nodes: readonly SyntaxNode[],
  syntax: ValueSyntax,
  constants: ConstantLookup,
): Literal | undefined {
  const items = nodes.map((node) => literalOf(node, syntax, constants));
  const known = items.filter((item) => item !== undefined);
  return known.length === items.length ? { type: 'list', items: known } : undefined;
}

function unaryOf(node: SyntaxNode, syntax: ValueSyntax, constants: ConstantLookup): Literal | undefined {
  const operand = codeChildren(node).at(-1);
  const operator = node.children[0]?.text;
  const value = operand === undefined ? undefined : literalOf(operand, syntax, constants);
  if (operator === '!' && value?.type === 'boolean') return { type: 'boolean', value: !value.value };
  if (value?.type !== 'number') return undefined;
  if (operator === '-') return { type: 'number', value: -value.value };
  return operator === '+' ? value : undefined;
}

function binaryOf(node: SyntaxNode, syntax: ValueSyntax, constants: ConstantLookup): Literal | undefined {
  const left = node.childForFieldName('left');
  const right = node.childForFieldName('right');
  if (left === null || right === null) return undefined;
  const operator = (node.childForFieldName('operator') ?? node.children[1])?.text ?? '';
  const a = literalOf(left, syntax, constants);
  const b = literalOf(right, syntax, constants);
  if (a?.type !== 'number' || b?.type !== 'number') return undefined;
  const isWhole = Number.isInteger(a.value) && Number.isInteger(b.value);
  const folded = foldNumbers(operator, a.value, b.value);
  if (folded === undefined) return undefined;
  const isDivision = operator === '/' && syntax.dividesIntegers === true && isWhole;
  // `10.0 / 4` and `10 / 4` look alike once they are numbers.
  if (isDivision && !Number.isInteger(folded)) return undefined;
  return { type: 'number', value: folded };
}
