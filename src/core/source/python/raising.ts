import { collectMethod } from '../called-method.ts';
import { quoteOf } from '../constant-values.ts';
import { codeChildren, type SyntaxNode, walk } from '../parser.ts';
import { type Raising, RaisingCollector } from '../raising.ts';
import { builtInRaises, operationRaises } from './built-in-raises.ts';
import { calledMethod } from './called-method.ts';
import { decoratorName, runningDecorators, runsDecorated } from './decorating.ts';
import {
  around,
  baseNames,
  FileDefinitions,
  lastName,
  membersOf,
  nameOf,
  type OwnNames,
} from './file-definitions.ts';

/** What a function, or a class when it is made, may raise. */
export function raisingOf(definition: SyntaxNode): Raising {
  const file = FileDefinitions.of(definition);
  const collector = new RaisingCollector();
  collect(definition, { file, collector });
  return collector.found(file.bases);
}

/**
 * What the function, or the class when it is made, of that name at the top of a file may raise, or the method of a class
 * (`Ship.sail`); `undefined` without just one.
 */
export function raisingNamed(root: SyntaxNode, name: string): Raising | undefined {
  const [top = '', member, ...more] = name.split('.');
  const file = FileDefinitions.of(root);
  const holder = member === undefined ? undefined : file.classAt(top);
  const definition =
    member === undefined ? file.at(top) : holder === undefined ? undefined : file.methodIn(holder, member);
  return definition === undefined || more.length > 0 ? undefined : raisingOf(definition);
}

interface Context {
  readonly file: FileDefinitions;
  readonly collector: RaisingCollector;
}

function collect(definition: SyntaxNode, context: Context): void {
  const { collector, file } = context;
  if (!collector.enters(definition.id)) return;
  for (const decorator of runningDecorators(definition)) collectDecorator(decorator, context);
  if (definition.type === 'class_definition') {
    collectClass(definition, context);
    return;
  }
  const body = definition.childForFieldName('body');
  if (body === null) return;
  const own = file.ownNames(definition);
  walk(body, (node) => collectNode(node, { ...context, own }));
}

/** A decorator runs with each call of what it decorates; one that hands anything but a function of its own back may run more. */
function collectDecorator(decorator: SyntaxNode, { file, collector }: Context): void {
  const named = decoratorName(decorator);
  const definition = named === undefined ? undefined : file.at(named.text);
  if (definition !== undefined) collect(definition, { file, collector });
  else if (named === undefined || file.knows(named.text)) collector.isWhole = false;
  else collector.imported.add(named.text);
}

/** Making an instance runs `__init__` and what the bases bring along. */
function collectClass(definition: SyntaxNode, context: Context): void {
  const { file, collector } = context;
  if (!file.isClosed(definition)) collector.isWhole = false;
  for (const name of ['init', 'new', 'post_init', 'init_subclass', 'call']) {
    const method = file.methodIn(definition, `__${name}__`);
    if (method !== undefined) collect(method, context);
    else if (membersOf(definition).some((member) => nameOf(member) === `__${name}__`))
      collector.isWhole = false;
  }
}

interface BodyContext extends Context {
  readonly own: OwnNames;
}

/** Whether to look at what is inside of the node, too. */
function collectNode(node: SyntaxNode, context: BodyContext): boolean {
  const { collector } = context;
  if (node.type === 'decorator') return false;
  collector.may(operationRaises[node.type] ?? []);
  switch (node.type) {
    case 'function_definition':
      for (const decorator of runningDecorators(node)) collectDecorator(decorator, context);
      break;
    case 'identifier':
      collector.names.add(node.text);
      break;
    case 'raise_statement':
      collectRaise(node, collector);
      break;
    case 'call':
      collectCall(node, context);
      break;
    case 'attribute':
      collectAttribute(node, context);
      break;
    case 'with_item':
      // Entering and leaving runs code of the object; a call in it is looked at for itself.
      if (codeChildren(node)[0]?.type === 'identifier') collector.isWhole = false;
      break;
    case 'await':
      collector.isWhole = false;
      break;
  }
  return true;
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
    else if (isRaised(node) || runsDecorated(node, name, file)) return;
    else if (own.bound.has(name) || file.knows(name)) collector.isWhole = false;
    else collector.imported.add(name);
    return;
  }
  const method = called?.type === 'attribute' ? calledMethod(called, file) : undefined;
  if (method !== undefined) collectMethod(method, collector, (node) => collect(node, context));
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

/** A plain attribute raises nothing but `AttributeError`; a property may raise anything. */
function collectAttribute(node: SyntaxNode, { collector }: BodyContext): void {
  collector.names.add(node.childForFieldName('attribute')?.text ?? '');
  const parent = node.parent;
  const isCalled = parent?.type === 'call' && parent.childForFieldName('function')?.id === node.id;
  const isStored = parent?.type === 'assignment' && parent.childForFieldName('left')?.id === node.id;
  if (isCalled || isStored) return;
  const name = /^(?:self|cls)\.(\w+)$/.exec(node.text)?.[1];
  const holder = name === undefined ? undefined : around(node, 'class_definition');
  const isOwn =
    holder !== undefined &&
    baseNames(holder).every((base) => base === 'object') &&
    !membersOf(holder).some((member) => nameOf(member) === name);
  const isClass = /^_*[A-Z]/.test(lastName(node.text));
  if (!isOwn && !isClass) collector.isWhole = false;
}
