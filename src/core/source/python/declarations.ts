import { type ConstantLookup, quoteOf } from '../constant-values.ts';
import type { CodeValue, Declaration, Modifier, Signature } from '../declaration.ts';
import { type DocComment, speaksOfRaising } from '../doc-comment.ts';
import type { ReadingOptions, SourceTree } from '../language-reader.ts';
import { codeChildren, type SyntaxNode } from '../parser.ts';
import type { Quote } from '../span.ts';
import { bodyFactsOf } from './body.ts';
import { parseDocstring } from './docstring.ts';
import { parametersOf } from './parameters.ts';
import { raisingOf } from './raising.ts';
import { codeValueOf } from './values.ts';

/** Module-level names that are assigned once, to a literal. */
export function constantsOf(tree: SourceTree): ConstantLookup {
  const known = new Map<string, CodeValue | undefined>();
  return (name) => {
    if (!known.has(name)) known.set(name, readConstant(tree, name));
    return known.get(name);
  };
}

function readConstant(tree: SourceTree, name: string): CodeValue | undefined {
  if (!/^[A-Z_][A-Z0-9_]*$/.test(name)) return undefined;
  const assignments = tree.text.match(
    new RegExp(`\\b${name}\\b\\s*(?::[^=\\n]*)?(?:[-+*/|&]|//|\\*\\*)?=(?!=)`, 'g'),
  );
  if (assignments?.length !== 1) return undefined;
  for (const statement of tree.root.namedChildren) {
    const assignment = statement.type === 'expression_statement' ? statement.namedChildren[0] : undefined;
    if (assignment?.type !== 'assignment' || assignment.childForFieldName('left')?.text !== name) continue;
    const right = assignment.childForFieldName('right');
    const value = right === null ? undefined : codeValueOf(right, () => undefined);
    const isKnown = value?.literal !== undefined && value.literal.type !== 'name';
    return isKnown ? { ...value, quote: quoteOf(assignment) } : undefined;
  }
  return undefined;
}

/** Reads an assignment to a plain name as the declaration of a variable or class attribute. */
export function readAssignment(node: SyntaxNode, constants: ConstantLookup): Declaration | undefined {
  const left = node.childForFieldName('left');
  let right = node.childForFieldName('right');
  // In `a = b = 1` both names get what stands last.
  while (right?.type === 'assignment') right = right.childForFieldName('right');
  const type = node.childForFieldName('type');
  if (left === null) return undefined;
  const holders = holdersOf(node);
  return {
    kind: holders.length > 0 ? 'property' : 'variable',
    name: left.text,
    qualifiedName: [...holders, left.text].join('.'),
    span: { start: node.startIndex, end: node.endIndex },
    nameSpan: { start: left.startIndex, end: left.endIndex },
    head: cut(quoteOf(node)),
    modifiers: new Set(),
    decorators: [],
    bases: [],
    hasError: node.hasError,
    ...(right === null ? {} : { initial: codeValueOf(right, constants) }),
    ...(type === null ? {} : { type: quoteOf(type) }),
  };
}

/** Reads a function or class; `undefined` when it has no name. */
export function readDefinition(
  node: SyntaxNode,
  constants: ConstantLookup,
  options: ReadingOptions,
): Declaration | undefined {
  const name = node.childForFieldName('name');
  if (name === null) return undefined;
  const decorators = decoratorsOf(node);
  const isMethod = isMember(node);
  const doc = docOf(node);
  const bases = node.childForFieldName('superclasses');
  const callable = node.type === 'function_definition' ? node : initOf(node);
  const signature = callable === undefined ? undefined : signatureOf(callable, node, { constants, options });
  return {
    kind: node.type === 'class_definition' ? 'class' : isMethod ? 'method' : 'function',
    name: name.text,
    qualifiedName: [...holdersOf(node), name.text].join('.'),
    span: { start: node.startIndex, end: node.endIndex },
    nameSpan: { start: name.startIndex, end: name.endIndex },
    head: headOf(node),
    modifiers: modifiersOf(decorators, name.text),
    decorators,
    bases:
      bases === null
        ? []
        : codeChildren(bases)
            .filter((base) => base.type !== 'keyword_argument')
            .map(quoteOf),
    hasError: node.hasError,
    ...(signature === undefined ? {} : { signature }),
    ...(doc === undefined ? {} : { doc }),
    ...(doc !== undefined && options.bodies && speaksOfRaising(doc) ? { raising: raisingOf(node) } : {}),
  };
}

/** The class's own `__init__`, whose parameters a class docstring documents. */
function initOf(node: SyntaxNode): SyntaxNode | undefined {
  const body = node.childForFieldName('body');
  const members = body === null ? [] : codeChildren(body);
  const named = (name: string) =>
    members.filter(
      (member) => member.type === 'function_definition' && member.childForFieldName('name')?.text === name,
    );
  const found = named('__init__');
  // With a `__new__` beside it, a call may make an instance of another class.
  return found.length === 1 && named('__new__').length === 0 ? found[0] : undefined;
}

function signatureOf(
  callable: SyntaxNode,
  node: SyntaxNode,
  { constants, options }: { readonly constants: ConstantLookup; readonly options: ReadingOptions },
): Signature {
  const list = callable.childForFieldName('parameters') ?? callable;
  const returnType = callable.childForFieldName('return_type');
  const inClass = holdersOf(callable).length > 0 && isMember(callable);
  const isStatic =
    inClass && (decoratorsOf(node).some(({ text }) => text === 'staticmethod') || isMadeStatic(callable));
  const body = options.bodies ? bodyFactsOf(callable, constants) : undefined;
  return {
    parameters: parametersOf(callable, inClass && !isStatic, constants),
    span: { start: list.startIndex, end: list.endIndex },
    isAsync: callable.children[0]?.type === 'async',
    ...(returnType === null ? {} : { returnType: quoteOf(returnType) }),
    ...(body === undefined ? {} : { body }),
  };
}

/** Whether `name = staticmethod(name)` stands behind a method of the class. */
function isMadeStatic(callable: SyntaxNode): boolean {
  const name = callable.childForFieldName('name')?.text ?? '';
  const first = callable.childForFieldName('parameters')?.namedChildren[0]?.text;
  if (first === undefined || /^(?:self|cls|mcs|klass)$/.test(first)) return false;
  const siblings = callable.parent === null ? [] : codeChildren(callable.parent);
  const statement = `${name} = staticmethod(${name})`;
  return siblings.some((sibling) => sibling.type === 'expression_statement' && sibling.text === statement);
}

/** Whether the innermost class or function around a definition is a class; branches don't matter. */
function isMember(node: SyntaxNode): boolean {
  for (let at = node.parent; at !== null; at = at.parent) {
    if (at.type === 'class_definition') return true;
    if (at.type === 'function_definition' || at.type === 'module') return false;
  }
  return false;
}

/** The definition up to the colon before its body, decorators included. */
function headOf(node: SyntaxNode): Quote {
  const start = node.parent?.type === 'decorated_definition' ? node.parent : node;
  const body = node.childForFieldName('body');
  const end = body === null ? node.endIndex : body.startIndex;
  const text = start.text.slice(0, end - start.startIndex).replace(/:\s*(?:#[^\n]*\s*)?$/, ':');
  return cut({ text, span: { start: start.startIndex, end: start.startIndex + text.length } });
}

/** A quote of at most 400 characters, cut at a line's end where there is one. */
function cut(quote: Quote): Quote {
  if (quote.text.length <= 400) return quote;
  const line = quote.text.lastIndexOf('\n', 400);
  const text = quote.text.slice(0, line > 0 ? line : 400);
  return { text, span: { start: quote.span.start, end: quote.span.start + text.length } };
}

function decoratorsOf(node: SyntaxNode): readonly Quote[] {
  if (node.parent?.type !== 'decorated_definition') return [];
  return codeChildren(node.parent)
    .filter((child) => child.type === 'decorator')
    .flatMap((decorator) => codeChildren(decorator).slice(0, 1).map(quoteOf));
}

function modifiersOf(decorators: readonly Quote[], name: string): ReadonlySet<Modifier> {
  const found = new Set<Modifier>();
  for (const { text } of decorators) {
    if (/(?:^|\.)abstract\w*$/.test(text)) found.add('abstract');
    if (/(?:^|\.)overload$/.test(text)) found.add('overload');
    if (/(?:^|\.)(?:cached_)?property$|\.(?:setter|getter|deleter)$/.test(text)) found.add('accessor');
    if (text === 'staticmethod') found.add('static');
  }
  if (name === '__init__' || name === '__new__') found.add('constructor');
  return found;
}

function docOf(node: SyntaxNode): DocComment | undefined {
  const body = node.childForFieldName('body');
  const first = body?.namedChildren[0];
  const literal = first?.type === 'expression_statement' ? first.namedChildren[0] : undefined;
  if (literal?.type !== 'string') return undefined;
  const prefix = literal.namedChildren[0]?.text ?? '';
  const suffix = literal.namedChildren.at(-1)?.text ?? '';
  if (/[bf]/i.test(prefix.replace(/['"]/g, ''))) return undefined;
  const whole = quoteOf(literal);
  const content = whole.text.slice(prefix.length, whole.text.length - suffix.length);
  return parseDocstring(content, whole.span.start + prefix.length, whole);
}

/** Names of the classes and functions around a definition, outermost first. */
function holdersOf(node: SyntaxNode): readonly string[] {
  const names: string[] = [];
  for (let parent = node.parent; parent !== null; parent = parent.parent) {
    if (parent.type === 'class_definition' || parent.type === 'function_definition') {
      names.unshift(parent.childForFieldName('name')?.text ?? '');
    }
  }
  return names;
}
