import { quoteOf } from '../constant-values.ts';
import { codeChildren, type SyntaxNode, walk } from '../parser.ts';
import { type Raising, RaisingCollector } from '../raising.ts';
import { builtInRaises, operationRaises } from './built-in-raises.ts';

/** Decorators after which a call still runs the function's own body. */
const transparent =
  /^(?:staticmethod|classmethod|property|(?:functools\.)?(?:lru_cache|cache|cached_property|wraps)\b.*)$/s;

/** What a function, or a class when it is made, may raise. */
export function raisingOf(definition: SyntaxNode): Raising {
  const file = FileDefinitions.of(definition);
  const collector = new RaisingCollector();
  collect(definition, { file, collector });
  return collector.found(file.bases);
}

/** What the function, or the class when it is made, of that name at the top of a file may raise; `undefined` without just one. */
export function raisingNamed(root: SyntaxNode, name: string): Raising | undefined {
  const definition = new FileDefinitions(root).at(name);
  return definition === undefined ? undefined : raisingOf(definition);
}

interface Context {
  readonly file: FileDefinitions;
  readonly collector: RaisingCollector;
}

/** The functions and classes at the top of a file; a name that is bound twice leads nowhere. */
class FileDefinitions {
  readonly bases = new Map<string, readonly string[]>();
  readonly #top = new Map<string, SyntaxNode | undefined>();
  readonly #own = new Map<number, OwnNames>();
  static readonly #known = new WeakMap<object, FileDefinitions>();

  /** Those of the file that a node is in, read once as long as its tree is alive. */
  static of({ tree }: SyntaxNode): FileDefinitions {
    const known = FileDefinitions.#known.get(tree) ?? new FileDefinitions(tree.rootNode);
    FileDefinitions.#known.set(tree, known);
    return known;
  }

  constructor(root: SyntaxNode) {
    for (const node of definitionsIn(root)) {
      const name = node.childForFieldName('name')?.text ?? '';
      this.#top.set(name, this.#top.has(name) ? undefined : node);
      if (node.type === 'class_definition') this.bases.set(name, baseNames(node));
    }
  }

  /** The names that a function binds itself. */
  ownNames(definition: SyntaxNode, body: SyntaxNode): OwnNames {
    const known = this.#own.get(definition.id) ?? ownNames(definition, body);
    this.#own.set(definition.id, known);
    return known;
  }

  at(name: string): SyntaxNode | undefined {
    return this.#top.get(name);
  }

  knows(name: string): boolean {
    return this.#top.has(name);
  }
}

function definitionsIn(scope: SyntaxNode): readonly SyntaxNode[] {
  return codeChildren(scope).flatMap((statement) => {
    const node =
      statement.type === 'decorated_definition' ? statement.childForFieldName('definition') : statement;
    return node?.type === 'function_definition' || node?.type === 'class_definition' ? [node] : [];
  });
}

function baseNames(node: SyntaxNode): readonly string[] {
  const list = node.childForFieldName('superclasses');
  return list === null ? [] : codeChildren(list).map((base) => lastName(base.text));
}

function lastName(dotted: string): string {
  return dotted.split('.').at(-1) ?? dotted;
}

function collect(definition: SyntaxNode, context: Context): void {
  const { collector } = context;
  if (!collector.enters(definition.id)) return;
  if (definition.type === 'class_definition') {
    collectClass(definition, context);
    return;
  }
  const decorators =
    definition.parent?.type === 'decorated_definition'
      ? codeChildren(definition.parent).filter(({ type }) => type === 'decorator')
      : [];
  if (decorators.some(({ text }) => !transparent.test(text.slice(1).trim()))) collector.isWhole = false;
  const body = definition.childForFieldName('body');
  if (body === null) return;
  const own = context.file.ownNames(definition, body);
  walk(body, (node) => {
    collectNode(node, { ...context, own });
    return true;
  });
}

/** Making an instance runs `__init__` and what the bases bring along. */
function collectClass(definition: SyntaxNode, context: Context): void {
  const made = definitionsIn(definition.childForFieldName('body') ?? definition).filter((member) =>
    /^__(?:init|new|post_init|init_subclass|call)__$/.test(member.childForFieldName('name')?.text ?? ''),
  );
  const bases = baseNames(definition).filter((base) => base !== 'object');
  const isDecorated = definition.parent?.type === 'decorated_definition';
  if (bases.length > 0 || isDecorated) context.collector.isWhole = false;
  for (const member of made) collect(member, context);
}

/** Names that the function binds itself: parameters, variables, nested functions. */
interface OwnNames {
  readonly bound: ReadonlySet<string>;
  readonly nested: ReadonlySet<string>;
}

function ownNames(definition: SyntaxNode, body: SyntaxNode): OwnNames {
  const bound = new Set<string>();
  const nested = new Set<string>();
  const list = definition.childForFieldName('parameters');
  if (list !== null) {
    walk(list, (node) => {
      if (node.type === 'identifier') bound.add(node.text);
      return true;
    });
  }
  walk(body, (node) => {
    if (node.type === 'assignment' || node.type === 'for_statement' || node.type === 'named_expression') {
      const left = node.childForFieldName('left') ?? node.childForFieldName('name');
      if (left?.type === 'identifier') bound.add(left.text);
      for (const part of left === null ? [] : left.namedChildren) {
        if (part.type === 'identifier') bound.add(part.text);
      }
    }
    if (node.type === 'function_definition') nested.add(node.childForFieldName('name')?.text ?? '');
    return true;
  });
  return { bound, nested };
}

interface BodyContext extends Context {
  readonly own: OwnNames;
}

function collectNode(node: SyntaxNode, context: BodyContext): void {
  const { collector } = context;
  collector.may(operationRaises[node.type] ?? []);
  switch (node.type) {
    case 'identifier':
      collector.names.add(node.text);
      return;
    case 'raise_statement':
      collectRaise(node, collector);
      return;
    case 'call':
      collectCall(node, context);
      return;
    case 'attribute':
      collectAttribute(node, context);
      return;
    case 'with_item':
      // Entering and leaving runs code of the object; a call in it is looked at for itself.
      if (codeChildren(node)[0]?.type === 'identifier') collector.isWhole = false;
      return;
    case 'await':
      collector.isWhole = false;
      return;
  }
}

function collectRaise(statement: SyntaxNode, collector: RaisingCollector): void {
  const value = codeChildren(statement)[0];
  const quote = quoteOf(statement);
  if (value === undefined) {
    collectCaught(statement, undefined, collector);
    return;
  }
  const named = value.type === 'call' ? value.childForFieldName('function') : value;
  const name = lastName(named?.text ?? '');
  if ((named?.type === 'identifier' || named?.type === 'attribute') && /^_*[A-Z]/.test(name)) {
    collector.raised.push({ name, quote });
    return;
  }
  const isCaught = value.type === 'identifier' && collectCaught(statement, value.text, collector);
  if (!isCaught) collector.isWhole = false;
}

/** What the handler around a bare `raise`, or a raise of the caught exception, caught. */
function collectCaught(
  statement: SyntaxNode,
  alias: string | undefined,
  collector: RaisingCollector,
): boolean {
  for (let at = statement.parent; at !== null && at.type !== 'function_definition'; at = at.parent) {
    if (at.type !== 'except_clause' && at.type !== 'except_group_clause') continue;
    const value = at.childForFieldName('value') ?? codeChildren(at)[0];
    const pattern = value?.type === 'as_pattern' ? codeChildren(value)[0] : value;
    const named = value?.type === 'as_pattern' ? value.childForFieldName('alias')?.text : undefined;
    if (alias !== undefined && named !== alias) continue;
    const classes =
      pattern?.type === 'tuple' ? codeChildren(pattern) : pattern === undefined ? [] : [pattern];
    for (const one of classes) {
      if (one.type !== 'block')
        collector.raised.push({ name: lastName(one.text), quote: quoteOf(statement) });
    }
    return true;
  }
  return false;
}

function collectCall(node: SyntaxNode, context: BodyContext): void {
  const { file, collector, own } = context;
  const called = node.childForFieldName('function');
  if (called?.type === 'identifier') {
    const name = called.text;
    if (own.nested.has(name)) return;
    const definition = own.bound.has(name) ? undefined : file.at(name);
    const builtIn = own.bound.has(name) || file.knows(name) ? undefined : builtInRaises(name);
    if (definition !== undefined) collect(definition, context);
    else if (builtIn !== undefined) collector.may(builtIn);
    else if (isRaised(node)) return;
    else if (own.bound.has(name) || file.knows(name)) collector.isWhole = false;
    else collector.imported.add(name);
    return;
  }
  const method = methodOf(called, context);
  if (method !== undefined) collect(method, context);
  else if (!isTextMethod(called) && !isRaised(node)) collector.isWhole = false;
}

/** Whether a call makes the exception of a raise: its class is known by its name alone. */
function isRaised(call: SyntaxNode): boolean {
  return call.parent?.type === 'raise_statement';
}

/** A method of a text that is written out. */
function isTextMethod(called: SyntaxNode | null): boolean {
  return called?.type === 'attribute' && called.childForFieldName('object')?.type === 'string';
}

/** The method of the class around the call that `self.name` means; `undefined` where a base may have another one. */
function methodOf(called: SyntaxNode | null, { file }: Context): SyntaxNode | undefined {
  const name = /^(?:self|cls)\.(\w+)$/.exec(called?.text ?? '')?.[1];
  const holder = called === null || name === undefined ? undefined : classAround(called);
  if (holder === undefined) return undefined;
  const found = definitionsIn(holder.childForFieldName('body') ?? holder).filter(
    (member) => member.childForFieldName('name')?.text === name,
  );
  const isLeaf = ![...file.bases.values()].some((bases) =>
    bases.includes(holder.childForFieldName('name')?.text ?? ''),
  );
  return found.length === 1 && isLeaf ? found[0] : undefined;
}

function classAround(node: SyntaxNode): SyntaxNode | undefined {
  for (let at = node.parent; at !== null; at = at.parent) if (at.type === 'class_definition') return at;
  return undefined;
}

/** A plain attribute raises nothing but `AttributeError`; a property may raise anything. */
function collectAttribute(node: SyntaxNode, { collector }: BodyContext): void {
  collector.names.add(node.childForFieldName('attribute')?.text ?? '');
  const parent = node.parent;
  const isCalled = parent?.type === 'call' && parent.childForFieldName('function')?.id === node.id;
  const isStored = parent?.type === 'assignment' && parent.childForFieldName('left')?.id === node.id;
  if (isCalled || isStored) return;
  const name = /^(?:self|cls)\.(\w+)$/.exec(node.text)?.[1];
  const holder = name === undefined ? undefined : classAround(node);
  const isOwn =
    holder !== undefined &&
    baseNames(holder).every((base) => base === 'object') &&
    !definitionsIn(holder.childForFieldName('body') ?? holder).some(
      (member) => member.childForFieldName('name')?.text === name,
    );
  const isClass = /^_*[A-Z]/.test(lastName(node.text));
  if (!isOwn && !isClass) collector.isWhole = false;
}
