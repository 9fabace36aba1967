import type { Modifier } from '../declaration.ts';
import type { SourceTree } from '../language-reader.ts';
import { codeChildren, type SyntaxNode } from '../parser.ts';

/** The class of this file with that name, or `undefined`. */
export type ClassLookup = (name: string) => SyntaxNode | undefined;

/**
 * Whether a node is a method that a base of its class may have too. A base class of the same file that has neither
 * such a method nor a base itself shows that it doesn't.
 */
export function mayOverride(
  node: SyntaxNode,
  modifiers: ReadonlySet<Modifier>,
  classes: ClassLookup,
): boolean {
  const isMethod = node.type === 'method_definition' || node.type === 'method_signature';
  if (!isMethod || modifiers.has('static') || modifiers.has('constructor')) return false;
  const name = node.childForFieldName('name');
  const owner = node.parent?.parent;
  if (name === null || owner === null || owner === undefined || name.type.startsWith('private')) return false;
  return baseMayHave(owner, { method: name.text, classes, seen: new Set() });
}

interface Search {
  readonly method: string;
  readonly classes: ClassLookup;
  /** Bases already followed, against circles. */
  readonly seen: Set<string>;
}

function baseMayHave(owner: SyntaxNode, search: Search): boolean {
  const { method, classes, seen } = search;
  const base = baseOf(owner);
  if (base === undefined) return false;
  const found = seen.has(base) ? undefined : classes(base);
  if (found === undefined) return true;
  seen.add(base);
  const members = found.childForFieldName('body')?.namedChildren ?? [];
  const isThere = members.some((member) => member.childForFieldName('name')?.text === method);
  return isThere || baseMayHave(found, search);
}

/** The base class as written, or `undefined` when there is none. */
function baseOf(owner: SyntaxNode): string | undefined {
  const heritage = owner.children.find(
    ({ type }) => type === 'class_heritage' || type === 'extends_type_clause',
  );
  if (heritage === undefined) return undefined;
  const clause = codeChildren(heritage).find(({ type }) => type !== 'implements_clause');
  if (clause?.type !== 'extends_clause') return clause?.text;
  return clause.childForFieldName('value')?.text ?? clause.text;
}

/** The classes on a file's top level by their names; read on demand. */
export function classesOf(tree: SourceTree): ClassLookup {
  let nodes: ReadonlyMap<string, SyntaxNode> | undefined;
  return (name) => {
    nodes ??= readClasses(tree.root);
    return nodes.get(name);
  };
}

function readClasses(root: SyntaxNode): ReadonlyMap<string, SyntaxNode> {
  const found = new Map<string, SyntaxNode>();
  for (const statement of root.namedChildren) {
    const node =
      statement.type === 'export_statement' ? statement.childForFieldName('declaration') : statement;
    const name = node?.type === 'class_declaration' ? node.childForFieldName('name')?.text : undefined;
    if (node !== null && name !== undefined) found.set(name, node);
  }
  return found;
}
