import type { SyntaxNode } from './parser.ts';

/** The classes at the top of a file and what each is derived from: what the languages with classes share. */
export abstract class FileClasses {
  /** The bases, by their last names, of each class. */
  readonly bases = new Map<string, readonly string[]>();

  /** The one class of that name, or `undefined`. */
  abstract classAt(name: string): SyntaxNode | undefined;

  /** Whether the file binds a name at its top. */
  abstract knows(name: string): boolean;

  /** What a class is derived from, by the names that the file may know it by; empty for a class of its own. */
  protected abstract derivedFrom(holder: SyntaxNode): readonly string[];

  /** What stands in a class under a name. */
  protected abstract membersAt(holder: SyntaxNode, name: string): readonly SyntaxNode[];

  /** What runs when a member is called; `undefined` where that isn't written out. */
  protected abstract calledOf(member: SyntaxNode): SyntaxNode | undefined;

  /** The only base of a class, where it is one of this file; `undefined` without one, and where it is elsewhere. */
  baseOf(holder: SyntaxNode): SyntaxNode | undefined {
    const [only, ...more] = this.derivedFrom(holder);
    return only === undefined || more.length > 0 ? undefined : this.classAt(only);
  }

  /** Whether all that a class is derived from stands in this file. */
  isClosed(holder: SyntaxNode): boolean {
    for (const at of this.#lineOf(holder)) if (this.derivedFrom(at).length === 0) return true;
    return false;
  }

  /** Whether a class of the file is derived from this one. */
  isDerivedFrom(holder: SyntaxNode): boolean {
    const name = holder.childForFieldName('name')?.text ?? '';
    return [...this.bases.values()].some((bases) => bases.includes(name));
  }

  /** The method of a class or of its one line of bases in this file; `undefined` where another one may come first. */
  methodIn(holder: SyntaxNode, name: string): SyntaxNode | undefined {
    for (const at of this.#lineOf(holder)) {
      const [only, ...more] = this.membersAt(at, name);
      if (only !== undefined) return more.length > 0 ? undefined : this.calledOf(only);
    }
    return undefined;
  }

  /** A class and the bases above it, each once, as long as each has just one of this file. */
  *#lineOf(holder: SyntaxNode): Generator<SyntaxNode> {
    const seen = new Set<number>();
    for (
      let at: SyntaxNode | undefined = holder;
      at !== undefined && !seen.has(at.id);
      at = this.baseOf(at)
    ) {
      seen.add(at.id);
      yield at;
    }
  }
}

/** Binds a name; one that is bound twice leads nowhere. */
export function bindOnce(bound: Map<string, SyntaxNode | undefined>, name: string, node: SyntaxNode): void {
  bound.set(name, bound.has(name) ? undefined : node);
}

/** Reads something of the file that a node is in, once as long as its tree is alive. */
export function oncePerTree<Found>(read: (root: SyntaxNode) => Found): (node: SyntaxNode) => Found {
  const known = new WeakMap<object, Found>();
  return ({ tree }) => {
    const found = known.get(tree) ?? read(tree.rootNode);
    known.set(tree, found);
    return found;
  };
}
