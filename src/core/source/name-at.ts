import type { ImportBinding } from './module-outline.ts';
import type { Span } from './span.ts';

/** A dotted name under a place of a document. */
export interface NameAt {
  /** As the document writes it, from the first name to the one at the place: `session.get`. */
  readonly written: string;
  readonly span: Span;
  /** The same name as the imports explain it; absent when none does. */
  readonly origin?: NameOrigin;
}

/** A name of another module: `names` lie below what the import took. */
export interface NameOrigin {
  readonly specifier: string;
  /** As in an `ImportBinding`. */
  readonly imported: string;
  readonly names: readonly string[];
}

/** How a document binds the first part of a name, besides by an import. */
export type LocalBinding =
  /** Nothing but imports binds it here. */
  | { readonly type: 'none' }
  /** It stands for something of this type, or is another name of this path. */
  | { readonly type: 'path'; readonly path: readonly string[] }
  /** Something else binds it, or several things do. */
  | { readonly type: 'other' };

/** Explains a dotted name by the imports of a document, through variables that stand for one thing only. */
export function originOf(
  path: readonly string[],
  imports: readonly ImportBinding[],
  bind: (name: string) => LocalBinding,
  depth = 0,
): NameOrigin | undefined {
  const [root, ...rest] = path;
  if (root === undefined || depth > 4) return undefined;
  const found = imports.filter(({ local }) => local === root);
  const local = bind(root);
  if (local.type === 'other' || (local.type === 'path' && found.length > 0)) return undefined;
  if (local.type === 'path') {
    return local.path[0] === root ? undefined : originOf([...local.path, ...rest], imports, bind, depth + 1);
  }
  const [only, ...others] = found;
  if (only === undefined || others.some((one) => one.specifier !== only.specifier)) return undefined;
  return { specifier: only.specifier, imported: only.imported, names: rest };
}

/** A dotted path of plain names, or `undefined` for anything else. */
export function plainPathOf(text: string): readonly string[] | undefined {
  const plain = text.replaceAll('?.', '.').replaceAll(/\s/g, '');
  return /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*$/.test(plain) ? plain.split('.') : undefined;
}
