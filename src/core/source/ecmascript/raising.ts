import { quoteOf } from '../constant-values.ts';
import { codeChildren, type SyntaxNode, walk } from '../parser.ts';
import { type Raising, RaisingCollector } from '../raising.ts';
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

/** What a function may throw. */
export function raisingOf(callable: SyntaxNode): Raising {
  const file = fileDefinitions(callable.tree.rootNode);
  const collector = new RaisingCollector();
  collect(callable, { ...file, collector });
  return collector.found(file.bases);
}

/** What the function of that name at the top of a file may throw; `undefined` where there isn't just one. */
export function raisingNamed(root: SyntaxNode, name: string): Raising | undefined {
  const callable = fileDefinitions(root).functions.get(name);
  return callable === undefined ? undefined : raisingOf(callable);
}

interface Context {
  readonly functions: ReadonlyMap<string, SyntaxNode | undefined>;
  readonly bases: ReadonlyMap<string, readonly string[]>;
  readonly collector: RaisingCollector;
}

function fileDefinitions(root: SyntaxNode): Pick<Context, 'functions' | 'bases'> {
  const functions = new Map<string, SyntaxNode | undefined>();
  const bases = new Map<string, readonly string[]>();
  for (const statement of root.namedChildren) {
    const node =
      statement.type === 'export_statement' ? statement.childForFieldName('declaration') : statement;
    if (node === null) continue;
    const name = node.childForFieldName('name')?.text ?? '';
    if (/^(?:generator_)?function_declaration$/.test(node.type)) {
      functions.set(name, functions.has(name) ? undefined : node);
    }
    if (node.type === 'class_declaration') bases.set(name, baseNames(node));
    if (node.type !== 'lexical_declaration') continue;
    for (const declarator of node.namedChildren) {
      const value = declarator.childForFieldName('value');
      const own = declarator.childForFieldName('name')?.text ?? '';
      if (value !== null && functionTypes.has(value.type))
        functions.set(own, functions.has(own) ? undefined : value);
    }
  }
  return { functions, bases };
}

function baseNames(node: SyntaxNode): readonly string[] {
  const heritage = node.children.find(({ type }) => type === 'class_heritage');
  const name = /^extends\s+([\w$.]+)/.exec(heritage?.text ?? '')?.[1];
  return name === undefined ? [] : [name.split('.').at(-1) ?? name];
}

function collect(callable: SyntaxNode, context: Context): void {
  const { collector } = context;
  const body = callable.childForFieldName('body');
  if (!collector.enters(callable.id) || body === null) return;
  const list = callable.childForFieldName('parameters');
  collectNode(body, context);
  for (const part of list === null ? [body] : [list, body]) {
    walk(part, (node) => {
      collectNode(node, context);
      return true;
    });
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
      collectCall(node, node.childForFieldName('constructor'), context);
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
  const { functions, collector } = context;
  const name = called?.text ?? '';
  if (node.parent?.type === 'throw_statement') return;
  const isOwn = called?.type === 'identifier' && functions.has(name) && !isShadowed(name, called);
  const own = isOwn ? functions.get(name) : undefined;
  const language = isOwn ? undefined : builtIn.find(([pattern]) => pattern.test(name))?.[1];
  if (own !== undefined) collect(own, context);
  else if (language !== undefined) collector.may(language);
  else if (called?.type === 'identifier' && !functions.has(name) && !isShadowed(name, called))
    collector.imported.add(name);
  else collector.isWhole = false;
}
