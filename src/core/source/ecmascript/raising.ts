import { collectMethod } from '../called-method.ts';
import { quoteOf } from '../constant-values.ts';
import { codeChildren, type SyntaxNode, walk } from '../parser.ts';
import { type Raising, RaisingCollector } from '../raising.ts';
import { calledMethod, classAround } from './called-method.ts';
import { decoratorName, decoratorsBefore, runsDecorated } from './decorating.ts';
import { FileDefinitions, isAccessor, membersOf } from './file-definitions.ts';
import { functionTypes, isShadowed } from './scope.ts';

/** Functions and classes of the language whose call runs no code of the program, and what each may throw. */
const builtIn: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /^(?:String|Number|Boolean|Symbol|parseInt|parseFloat|isNaN|isFinite|Array\.isArray|Array\.of|Number\.is\w+|Math\.\w+|Object\.(?:is|keys|values|entries|freeze|create|hasOwn|getPrototypeOf)|Date\.now|console\.\w+|Map|Set|WeakMap|WeakSet|Date|Object)$/,
    ['TypeError'],
  ],
  [/^(?:Array|ArrayBuffer|BigInt|\w+Array)$/, ['TypeError', 'RangeError', 'SyntaxError']],
  [/^(?:RegExp|JSON\.parse)$/, ['SyntaxError']],
  [/^(?:encodeURI|decodeURI|encodeURIComponent|decodeURIComponent)$/, ['URIError']],
];

/** What operations may throw on values of the language itself, by the type of their node. */
const operations: Readonly<Record<string, readonly string[]>> = {
  member_expression: ['TypeError'],
  subscript_expression: ['TypeError'],
  call_expression: ['TypeError', 'RangeError'],
  binary_expression: ['TypeError', 'RangeError'],
  spread_element: ['TypeError'],
  object_pattern: ['TypeError'],
  array_pattern: ['TypeError'],
  for_in_statement: ['TypeError'],
  identifier: ['ReferenceError'],
};

/** What a function, or a class when it is made, may throw. */
export function raisingOf(definition: SyntaxNode): Raising {
  const file = FileDefinitions.of(definition);
  const collector = new RaisingCollector();
  const context = { file, collector };
  if (functionTypes.has(definition.type)) collect(definition, context);
  else collectClass(definition, context);
  return collector.found(file.bases);
}

/**
 * What the function, or the class when it is made, that a file gives others under a name may throw, or the method of a
 * class (`Ship.sail`); `undefined` where there isn't just one.
 */
export function raisingNamed(root: SyntaxNode, name: string): Raising | undefined {
  const [top = '', member, ...more] = name.split('.');
  const file = FileDefinitions.of(root);
  const found = file.exportedAt(top);
  if (found === undefined || more.length > 0) return undefined;
  if (member === undefined) return raisingOf(found);
  const method = functionTypes.has(found.type) ? undefined : file.methodIn(found, member);
  return method === undefined ? undefined : raisingOf(method);
}

interface Context {
  readonly file: FileDefinitions;
  readonly collector: RaisingCollector;
}

function collect(callable: SyntaxNode, context: Context): void {
  const { collector } = context;
  const body = callable.childForFieldName('body');
  if (!collector.enters(callable.id) || body === null) return;
  for (const decorator of decoratorsBefore(callable)) collectDecorator(decorator, context);
  const list = callable.childForFieldName('parameters');
  collectNode(body, context);
  for (const part of list === null ? [body] : [list, body]) collectWithin(part, context);
}

function collectWithin(part: SyntaxNode, context: Context): void {
  walk(part, (node) => {
    collectNode(node, context);
    return true;
  });
}

/** A decorator runs with each call of what it decorates. */
function collectDecorator(decorator: SyntaxNode, { file, collector }: Context): void {
  const name = decoratorName(decorator)?.text;
  const definition = name === undefined ? undefined : file.functionAt(name);
  if (definition !== undefined) collect(definition, { file, collector });
  else if (name === undefined || file.knows(name)) collector.isWhole = false;
  else collector.imported.add(name);
}

/** Making an object runs the constructor, or that of its base, and gives the fields their values. */
function collectClass(definition: SyntaxNode, context: Context): void {
  const { file, collector } = context;
  if (!collector.enters(definition.id)) return;
  if (!file.isClosed(definition) || decoratorsBefore(definition).length > 0) collector.isWhole = false;
  const made = file.methodIn(definition, 'constructor');
  if (made !== undefined) collect(made, context);
  for (let at: SyntaxNode | undefined = definition; at !== undefined; at = file.baseOf(at)) {
    if (at.id !== definition.id && !collector.enters(at.id)) break;
    for (const member of membersOf(at)) {
      const value = /field_definition$/.test(member.type) ? member.childForFieldName('value') : null;
      if (value === null || functionTypes.has(value.type)) continue;
      collectNode(value, context);
      collectWithin(value, context);
    }
  }
}

function collectNode(node: SyntaxNode, context: Context): void {
  const { collector } = context;
  collector.may(operations[node.type] ?? []);
  switch (node.type) {
    case 'identifier':
    case 'property_identifier':
      collector.names.add(node.text);
      return;
    case 'throw_statement':
      collectThrow(node, collector);
      return;
    case 'call_expression':
      collectCall(node, node.childForFieldName('function'), context);
      return;
    case 'new_expression':
      collectMade(node, context);
      return;
    case 'member_expression':
      collectRead(node, context);
      return;
    case 'await_expression':
    case 'yield_expression':
      collector.isWhole = false;
      return;
  }
}

function collectThrow(statement: SyntaxNode, collector: RaisingCollector): void {
  const value = codeChildren(statement)[0];
  const made =
    value?.type === 'new_expression'
      ? value.childForFieldName('constructor')
      : value?.type === 'call_expression'
        ? value.childForFieldName('function')
        : null;
  const name = made?.text.split('.').at(-1) ?? '';
  if (/^[A-Z]\w*$/.test(name)) collector.raised.push({ name, quote: quoteOf(statement) });
  else collector.isWhole = false;
}

function collectCall(node: SyntaxNode, called: SyntaxNode | null, context: Context): void {
  const { file, collector } = context;
  const name = called?.text ?? '';
  if (node.parent?.type === 'throw_statement') return;
  if (called?.type === 'super') {
    const holder = classAround(node);
    const base = holder === undefined ? undefined : file.baseOf(holder);
    if (base === undefined) collector.isWhole = false;
    else collectClass(base, context);
    return;
  }
  const isPlain = called?.type === 'identifier' && !isShadowed(name, called);
  const own = isPlain ? file.functionAt(name) : undefined;
  const isOwn = isPlain && file.knows(name);
  const language = isOwn ? undefined : builtIn.find(([pattern]) => pattern.test(name))?.[1];
  const method =
    called?.type === 'member_expression' && language === undefined ? calledMethod(called, file) : undefined;
  if (own !== undefined) collect(own, context);
  else if (language !== undefined) collector.may(language);
  else if (method !== undefined) collectMethod(method, collector, (node) => collect(node, context));
  else if (isPlain && !isOwn) collector.imported.add(name);
  else if (called?.type !== 'member_expression' || !runsDecorated(called)) collector.isWhole = false;
}

/** `new Ship()`. */
function collectMade(node: SyntaxNode, context: Context): void {
  const made = node.childForFieldName('constructor');
  const isPlain = made?.type === 'identifier' && !isShadowed(made.text, made);
  const definition = isPlain ? context.file.classAt(made.text) : undefined;
  if (node.parent?.type === 'throw_statement') return;
  if (definition !== undefined) collectClass(definition, context);
  else collectCall(node, made, context);
}

/** Reading what a class computes runs its code. */
function collectRead(node: SyntaxNode, context: Context): void {
  const object = node.childForFieldName('object');
  const holder = object?.type === 'this' ? classAround(object) : undefined;
  const name = node.childForFieldName('property')?.text;
  for (const member of holder === undefined ? [] : membersOf(holder)) {
    if (isAccessor(member) && member.childForFieldName('name')?.text === name) collect(member, context);
  }
}
