import { bindOnce, FileClasses, oncePerTree } from '../file-classes.ts';
import { codeChildren, type SyntaxNode, walk } from '../parser.ts';
import { targetsIn } from './targets.ts';

/** The functions and classes at the top of a file; a name that is bound twice leads nowhere. */
export class FileDefinitions extends FileClasses {
  readonly #top = new Map<string, SyntaxNode | undefined>();
  readonly #own = new Map<number, OwnNames>();
  readonly #targets = new Map<number, ReturnType<typeof targetsIn>>();
  /** Those of the file that a node is in. */
  static readonly of = oncePerTree((root) => new FileDefinitions(root));

  private constructor(root: SyntaxNode) {
    super();
    for (const node of definitionsIn(root)) {
      const name = nameOf(node);
      bindOnce(this.#top, name, node);
      if (node.type === 'class_definition') this.bases.set(name, baseNames(node));
    }
  }

  /** The names that a function binds itself. */
  ownNames(definition: SyntaxNode): OwnNames {
    const known = this.#own.get(definition.id) ?? ownNames(definition);
    this.#own.set(definition.id, known);
    return known;
  }

  /** Where a function gives a name a value, but for its parameters. */
  targetsOf(name: string, definition: SyntaxNode): readonly SyntaxNode[] {
    const known = this.#targets.get(definition.id) ?? targetsIn(definition);
    this.#targets.set(definition.id, known);
    return known.get(name) ?? [];
  }

  /** The one function or class of that name, or `undefined`. */
  at(name: string): SyntaxNode | undefined {
    return this.#top.get(name);
  }

  /** The one class of that name, or `undefined`. */
  classAt(name: string): SyntaxNode | undefined {
    const found = this.#top.get(name);
    return found?.type === 'class_definition' ? found : undefined;
  }

  knows(name: string): boolean {
    return this.#top.has(name);
  }

  protected derivedFrom(holder: SyntaxNode): readonly string[] {
    return baseNames(holder).filter((base) => base !== 'object');
  }

  protected membersAt(holder: SyntaxNode, name: string): readonly SyntaxNode[] {
    return membersOf(holder).filter((member) => nameOf(member) === name);
  }

  protected calledOf(member: SyntaxNode): SyntaxNode {
    return member;
  }
}

/** The functions and classes right in a scope. */
export function definitionsIn(scope: SyntaxNode): readonly SyntaxNode[] {
  return codeChildren(scope).flatMap((statement) => {
    const node =
      statement.type === 'decorated_definition' ? statement.childForFieldName('definition') : statement;
    return node?.type === 'function_definition' || node?.type === 'class_definition' ? [node] : [];
  });
}

/** The functions and classes right in a class. */
export function membersOf(holder: SyntaxNode): readonly SyntaxNode[] {
  return definitionsIn(holder.childForFieldName('body') ?? holder);
}

/** The name of a definition. */
export function nameOf(definition: SyntaxNode): string {
  return definition.childForFieldName('name')?.text ?? '';
}

/** The bases of a class, by their last names. */
export function baseNames(node: SyntaxNode): readonly string[] {
  const list = node.childForFieldName('superclasses');
  return list === null ? [] : codeChildren(list).map((base) => lastName(base.text));
}

/** The last part of a dotted name. */
export function lastName(dotted: string): string {
  return dotted.split('.').at(-1) ?? dotted;
}

/** The innermost node of a type around a node, or `undefined`. */
export function around(node: SyntaxNode, type: string): SyntaxNode | undefined {
  for (let at = node.parent; at !== null; at = at.parent) if (at.type === type) return at;
  return undefined;
}

/** Names that a function binds itself: parameters, variables, nested functions. */
export interface OwnNames {
  readonly bound: ReadonlySet<string>;
  readonly nested: ReadonlySet<string>;
}

function ownNames(definition: SyntaxNode): OwnNames {
  const bound = new Set<string>();
  const nested = new Set<string>();
  const list = definition.childForFieldName('parameters');
  if (list !== null) {
    walk(list, (node) => {
      if (node.type === 'identifier') bound.add(node.text);
      return true;
    });
  }
  walk(definition.childForFieldName('body') ?? definition, (node) => {
    if (node.type === 'assignment' || node.type === 'for_statement' || node.type === 'named_expression') {
      const left = node.childForFieldName('left') ?? node.childForFieldName('name');
      if (left?.type === 'identifier') bound.add(left.text);
      for (const part of left === null ? [] : left.namedChildren) {
        if (part.type === 'identifier') bound.add(part.text);
      }
    }
    if (node.type === 'function_definition') nested.add(nameOf(node));
    return true;
  });
  return { bound, nested };
}
