import { quoteOf } from '../constant-values.ts';
import type { OutlineWriter } from '../module-outline.ts';
import { codeChildren, type SyntaxNode } from '../parser.ts';

/** Writes `import a.b` and `import a.b as c`. */
export function writeImport(node: SyntaxNode, outline: OutlineWriter): void {
  for (const item of codeChildren(node)) {
    const alias = item.childForFieldName('alias');
    const name = (item.type === 'aliased_import' ? item.childForFieldName('name') : item)?.text ?? '';
    const top = name.split('.')[0] ?? name;
    const specifier = alias === null ? top : name;
    const local = alias?.text ?? top;
    outline.imports.push({ local, specifier, imported: '*', scope: '', quote: quoteOf(item) });
    // `import a.b` makes the inner module reachable although it binds the outer one alone.
    if (alias === null && name !== top) outline.companions.push(name);
  }
}

/** Writes `from a import b as c` and `from a import *`. */
export function writeImportFrom(node: SyntaxNode, outline: OutlineWriter): void {
  const module = node.childForFieldName('module_name');
  if (module === null) return;
  const specifier = module.text.replaceAll(/\s/g, '');
  for (const item of codeChildren(node)) {
    if (item.id === module.id) continue;
    if (item.type === 'wildcard_import') {
      outline.exports.push({ type: 'star', specifier, scope: '' });
      continue;
    }
    const imported = (item.type === 'aliased_import' ? item.childForFieldName('name') : item)?.text ?? '';
    const local = item.childForFieldName('alias')?.text ?? imported;
    outline.imports.push({ local, specifier, imported, scope: '', quote: quoteOf(item) });
  }
}
