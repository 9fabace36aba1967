import type { SourceTree } from '../language-reader.ts';
import { emptyOutline, type ImportBinding } from '../module-outline.ts';
import { type LocalBinding, type NameAt, originOf, plainPathOf } from '../name-at.ts';
import type { SyntaxNode } from '../parser.ts';
import { writeImport, writeImportFrom } from './outline-imports.ts';

/** The name under an offset with what it hangs on, explained by the document's imports. */
export function nameAt(tree: SourceTree, offset: number): NameAt | undefined {
  const node = nodeAt(tree, offset);
  if (node === undefined) return undefined;
  const imports = importsOf(tree);
  const taken = imports.find(({ quote: { span } }) => span.start <= offset && offset <= span.end);
  const own = { start: node.startIndex, end: node.endIndex };
  if (isInImport(node)) {
    const origin =
      taken === undefined
        ? moduleOrigin(node)
        : { specifier: taken.specifier, imported: taken.imported, names: [] };
    return { written: node.text, span: own, ...(origin === undefined ? {} : { origin }) };
  }
  if (isDeclared(node)) return { written: node.text, span: own };
  const whole = chainOf(node);
  const path = pathOf(whole);
  const origin =
    path === undefined ? undefined : originOf(path, imports, (name) => bindingOf(tree, node, name));
  const span = { start: whole.startIndex, end: whole.endIndex };
  return { written: whole.text, span, ...(origin === undefined ? {} : { origin }) };
}

function nodeAt(tree: SourceTree, offset: number): SyntaxNode | undefined {
  for (const at of [offset, offset - 1]) {
    const node = at < 0 ? null : tree.root.namedDescendantForIndex(at, at);
    if (node?.type === 'identifier') return node;
  }
  return undefined;
}

/** Imports at the top and inside functions. */
function importsOf(tree: SourceTree): readonly ImportBinding[] {
  const outline = emptyOutline();
  for (const node of tree.capture('[(import_statement) (import_from_statement)] @import')) {
    if (node.type === 'import_statement') writeImport(node, outline);
    else writeImportFrom(node, outline);
  }
  return outline.imports;
}

function isInImport(node: SyntaxNode): boolean {
  for (let at = node.parent; at !== null; at = at.parent) {
    if (/^import_/.test(at.type)) return true;
    if (/statement$/.test(at.type)) return false;
  }
  return false;
}

/** The module that `from module import …` names, up to the part under the cursor. */
function moduleOrigin(node: SyntaxNode): NameAt['origin'] {
  const dotted = node.parent;
  if (dotted?.type !== 'dotted_name' || dotted.parent?.type === 'relative_import') return undefined;
  const specifier = dotted.text.slice(0, node.endIndex - dotted.startIndex);
  return { specifier, imported: '*', names: [] };
}

function chainOf(node: SyntaxNode): SyntaxNode {
  const parent = node.parent;
  return parent?.type === 'attribute' && parent.childForFieldName('attribute')?.id === node.id
    ? parent
    : node;
}

/** The names of a chain; an object that is made on the spot stands for its class. */
function pathOf(chain: SyntaxNode): readonly string[] | undefined {
  const plain = plainPathOf(chain.text);
  if (plain !== undefined) return plain;
  const object = chain.childForFieldName('object');
  const property = chain.childForFieldName('attribute')?.text;
  const made = object?.type === 'call' ? classOf(object) : undefined;
  return made === undefined || property === undefined ? undefined : [...made, property];
}

/** The class that a call makes an object of: by custom its name begins with a capital. */
function classOf(call: SyntaxNode): readonly string[] | undefined {
  const path = plainPathOf(call.childForFieldName('function')?.text ?? '');
  return path !== undefined && /^_?[A-Z]/.test(path.at(-1) ?? '') ? path : undefined;
}

/** Whether the name is declared here rather than used. */
function isDeclared(node: SyntaxNode): boolean {
  const parent = node.parent;
  if (parent === null) return false;
  if (parent.type === 'keyword_argument') return parent.childForFieldName('name')?.id === node.id;
  if (parent.type === 'parameters' || parent.type === 'lambda_parameters') return true;
  if (/^(?:typed|default|typed_default)_parameter$/.test(parent.type)) {
    return (parent.childForFieldName('name') ?? parent.namedChild(0))?.id === node.id;
  }
  return (
    /^(?:function|class)_definition$/.test(parent.type) && parent.childForFieldName('name')?.id === node.id
  );
}

function bindingOf(tree: SourceTree, at: SyntaxNode, name: string): LocalBinding {
  for (let node = at.parent; node !== null; node = node.parent) {
    if (node.type !== 'function_definition' && node.type !== 'lambda') continue;
    const bound = parameterBinding(node, name);
    if (bound !== undefined) return bound;
  }
  const word = new RegExp(`(?:^|[^\\w.])${name}(?!\\w)`);
  const targets = tree
    .capture(
      `[(assignment left: (_) @target) (augmented_assignment left: (_) @target) (for_statement left: (_) @target)
        (for_in_clause left: (_) @target) (as_pattern_target) @target (named_expression name: (_) @target)
        (function_definition name: (_) @target) (class_definition name: (_) @target)]`,
    )
    .filter((node) => word.test(node.text) && !/^(?:attribute|subscript)$/.test(node.type));
  const [only, ...others] = targets;
  if (only === undefined) return { type: 'none' };
  return others.length > 0 || only.text !== name ? { type: 'other' } : targetBinding(only);
}

function parameterBinding(callable: SyntaxNode, name: string): LocalBinding | undefined {
  const list = callable.childForFieldName('parameters');
  for (const parameter of list?.namedChildren ?? []) {
    const named =
      parameter.type === 'identifier'
        ? parameter
        : (parameter.childForFieldName('name') ?? parameter.namedChild(0));
    if (named?.text.replace(/^\*+/, '') !== name) continue;
    const path = plainPathOf(typeText(parameter));
    return path === undefined ? { type: 'other' } : { type: 'path', path };
  }
  return undefined;
}

/** A type's plain name, the quotes of a forward reference and `| None` taken off. */
function typeText(node: SyntaxNode): string {
  const type = node.childForFieldName('type')?.text ?? '';
  return type
    .replace(/^(['"])(.*)\1$/, '$2')
    .replace(/^(?:\w+\.)?Optional\[(.*)\]$/, '$1')
    .replace(/\s*\|\s*None$/, '');
}

function targetBinding(target: SyntaxNode): LocalBinding {
  const parent = target.parent;
  const other: LocalBinding = { type: 'other' };
  if (parent === null) return other;
  const annotated = parent.type === 'assignment' ? plainPathOf(typeText(parent)) : undefined;
  if (annotated !== undefined) return { type: 'path', path: annotated };
  let value = parent.type === 'as_pattern' ? parent.namedChild(0) : parent.childForFieldName('right');
  if (parent.type !== 'as_pattern' && parent.type !== 'assignment') return other;
  if (value?.type === 'await') value = value.namedChild(0);
  const path = value?.type === 'call' ? classOf(value) : plainPathOf(value?.text ?? '');
  const isName = value?.type === 'call' || value?.type === 'attribute' || value?.type === 'identifier';
  return path === undefined || !isName ? other : { type: 'path', path };
}
