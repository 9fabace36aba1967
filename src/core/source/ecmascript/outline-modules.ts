import { quoteOf } from '../constant-values.ts';
import { codeChildren, type SyntaxNode } from '../parser.ts';
import {
  type OutlineContext,
  textOfString,
  writeMembers,
  writeReference,
  writeSymbol,
} from './outline-symbols.ts';

const plainPath = /^(?!(?:true|false|null|undefined|this)$)[A-Za-z_$][\w$]*(?:\.[\w$]+)*$/;

/** Writes the names that an import binds. */
export function writeImport(node: SyntaxNode, context: OutlineContext): void {
  const { outline, scope } = context;
  if (node.type === 'import_alias') {
    writeAlias(node, context);
    return;
  }
  const clause = codeChildren(node)[0];
  const source = node.childForFieldName('source');
  if (clause?.type === 'import_require_clause') {
    const specifier = clause.childForFieldName('source');
    const local = codeChildren(clause)[0];
    if (specifier !== null && local !== undefined) {
      const imported = { specifier: textOfString(specifier), imported: '=', scope, quote: quoteOf(node) };
      outline.imports.push({ local: local.text, ...imported });
    }
    return;
  }
  if (source === null) return;
  const specifier = textOfString(source);
  if (clause?.type !== 'import_clause') {
    outline.companions.push(specifier);
    return;
  }
  const bind = (local: string, imported: string, part: SyntaxNode) =>
    outline.imports.push({ local, specifier, imported, scope, quote: quoteOf(part) });
  for (const part of codeChildren(clause)) {
    if (part.type === 'identifier') bind(part.text, 'default', part);
    if (part.type === 'namespace_import') bind(codeChildren(part)[0]?.text ?? '', '*', part);
    if (part.type !== 'named_imports') continue;
    for (const item of codeChildren(part)) {
      const { name, alias } = namesOf(item);
      bind(alias, name, item);
    }
  }
}

/** `import Q = a.b.c` gives a path of this module another name. */
function writeAlias(node: SyntaxNode, { outline, scope, exported }: OutlineContext): void {
  const [name, target] = codeChildren(node);
  if (name === undefined || target === undefined || exported === undefined) return;
  outline.exports.push({ type: 'local', exported: name.text, local: target.text, scope });
}

/** The names of one part of an import or export clause, outside names in quotes included. */
function namesOf(item: SyntaxNode): { readonly name: string; readonly alias: string } {
  const plain = (node: SyntaxNode | null) => {
    if (node === null) return '';
    return node.type === 'string' ? textOfString(node) : node.text;
  };
  const name = plain(item.childForFieldName('name'));
  const alias = item.childForFieldName('alias');
  return { name, alias: alias === null ? name : plain(alias) };
}

/**
 * Writes what an export statement gives besides a declaration. How it exports the declaration that it has comes
 * back.
 */
export function writeExport(node: SyntaxNode, context: OutlineContext): 'named' | 'default' {
  const { outline, scope } = context;
  const words = new Set(node.children.map((child) => child.type));
  const source = node.childForFieldName('source');
  const exported = words.has('default') ? 'default' : 'named';
  if (source !== null) {
    writeReexport(node, textOfString(source), context);
    return exported;
  }
  const value = node.childForFieldName('value');
  if (value !== null) writeDefault(node, value, context);
  for (const child of codeChildren(node)) {
    if (words.has('=') && plainPath.test(child.text)) {
      outline.exports.push({ type: 'local', exported: '=', local: child.text, scope });
    }
    if (child.type !== 'export_clause') continue;
    for (const item of codeChildren(child)) {
      const { name, alias } = namesOf(item);
      outline.exports.push({ type: 'local', exported: alias, local: name, scope });
    }
  }
  return exported;
}

/** `export { a as b }` inside a namespace: members that are other names of what stands around it. */
export function writeNamespaceExports(node: SyntaxNode, context: OutlineContext): void {
  for (const clause of codeChildren(node)) {
    if (clause.type !== 'export_clause') continue;
    for (const item of codeChildren(clause)) {
      const { name, alias } = namesOf(item);
      writeReference(quoteOf(item), { name: alias, target: name }, context);
    }
  }
}

function writeReexport(node: SyntaxNode, specifier: string, { outline, scope }: OutlineContext): void {
  const parts = codeChildren(node);
  const namespace = parts.find((part) => part.type === 'namespace_export');
  const clause = parts.find((part) => part.type === 'export_clause');
  if (namespace !== undefined) {
    const exported = codeChildren(namespace)[0]?.text ?? '';
    outline.exports.push({ type: 'from', exported, imported: '*', specifier, scope });
  } else if (clause === undefined) {
    outline.exports.push({ type: 'star', specifier, scope });
  } else {
    for (const item of codeChildren(clause)) {
      const { name, alias } = namesOf(item);
      outline.exports.push({ type: 'from', exported: alias, imported: name, specifier, scope });
    }
  }
}

/** `export default x`, and functions, classes and objects without a name. */
function writeDefault(node: SyntaxNode, value: SyntaxNode, context: OutlineContext): void {
  const { outline, scope } = context;
  const give = (local: string) => outline.exports.push({ type: 'local', exported: 'default', local, scope });
  if (plainPath.test(value.text)) {
    give(value.text);
    return;
  }
  const word = node.children.find((child) => child.type === 'default');
  const name = value.childForFieldName('name') ?? word;
  if (name === undefined) return;
  if (value.type === 'object') {
    writeMembers(value, { ...context, prefix: 'default.' });
    give('default');
  } else {
    const path = writeSymbol(value, context, { name: quoteOf(name) });
    if (path !== undefined) give(path);
  }
}
