import { bindOnce, FileClasses, oncePerTree } from '../file-classes.ts';
import type { SyntaxNode } from '../parser.ts';
import { functionTypes } from './scope.ts';

/** The functions and classes at the top of a file; a name that is bound twice leads nowhere. */
export class FileDefinitions extends FileClasses {
  readonly #functions = new Map<string, SyntaxNode | undefined>();
  readonly #classes = new Map<string, SyntaxNode | undefined>();
  /** Constants that hold an object of a class, by the name of the class. */
  readonly #objects = new Map<string, string>();
  readonly #exported = new Map<string, SyntaxNode>();
  /** Those of the file that a node is in. */
  static readonly of = oncePerTree((root) => new FileDefinitions(root));

  private constructor(root: SyntaxNode) {
    super();
    for (const statement of root.namedChildren) {
      const node =
        statement.type === 'export_statement' ? statement.childForFieldName('declaration') : statement;
      if (statement.type === 'export_statement' && node === null) this.#readClause(statement);
      else if (node !== null) this.#readStatement(node);
    }
  }

  #readStatement(node: SyntaxNode): void {
    const name = node.childForFieldName('name')?.text ?? '';
    if (/^(?:generator_)?function_declaration$/.test(node.type)) bindOnce(this.#functions, name, node);
    else if (/^(?:abstract_)?class_declaration$/.test(node.type)) {
      bindOnce(this.#classes, name, node);
      const base = baseName(node);
      this.bases.set(name, base === undefined ? [] : [base.split('.').at(-1) ?? base]);
    } else if (node.type === 'lexical_declaration') {
      for (const declarator of node.namedChildren) this.#readVariable(declarator, node);
    } else if (node.type === 'expression_statement') {
      const assignment = node.namedChildren[0];
      if (assignment?.type === 'assignment_expression') this.#readCommonJs(assignment);
    }
  }

  #readVariable(declarator: SyntaxNode, statement: SyntaxNode): void {
    const value = declarator.childForFieldName('value');
    const name = declarator.childForFieldName('name')?.text ?? '';
    if (value === null) return;
    if (functionTypes.has(value.type)) bindOnce(this.#functions, name, value);
    const made = value.type === 'new_expression' ? value.childForFieldName('constructor') : null;
    if (made?.type === 'identifier' && statement.text.startsWith('const '))
      this.#objects.set(name, made.text);
  }

  /** `export { moor as sail }`. */
  #readClause(statement: SyntaxNode): void {
    if (statement.childForFieldName('source') !== null) return;
    for (const clause of statement.namedChildren.filter(({ type }) => type === 'export_clause')) {
      for (const one of clause.namedChildren) {
        const name = one.childForFieldName('name');
        const alias = one.childForFieldName('alias') ?? name;
        if (name !== null && alias !== null) this.#exported.set(alias.text, name);
      }
    }
  }

  /** `exports.sail = moor`, `module.exports = { sail: moor }`. */
  #readCommonJs(assignment: SyntaxNode): void {
    const left = assignment.childForFieldName('left')?.text ?? '';
    const right = assignment.childForFieldName('right');
    if (right === null) return;
    const name = /^(?:module\.)?exports\.([\w$]+)$/.exec(left)?.[1];
    if (name !== undefined) this.#exported.set(name, right);
    if (left !== 'module.exports' || right.type !== 'object') return;
    for (const one of right.namedChildren) {
      const value = one.type === 'pair' ? one.childForFieldName('value') : one;
      const key = one.childForFieldName('key') ?? one.childForFieldName('name') ?? one;
      if (value !== null) this.#exported.set(key.text, value);
    }
  }

  /** The one function of that name, or `undefined`. */
  functionAt(name: string): SyntaxNode | undefined {
    return this.#functions.get(name);
  }

  /** The one class of that name, or `undefined`. */
  classAt(name: string): SyntaxNode | undefined {
    return this.#classes.get(name);
  }

  /** The name of the class of the object that a constant of the file holds, or `undefined`. */
  objectAt(name: string): string | undefined {
    return this.#objects.get(name);
  }

  knows(name: string): boolean {
    return this.#functions.has(name) || this.#classes.has(name) || this.#objects.has(name);
  }

  /** The function or class that the file gives others under a name, or `undefined`. */
  exportedAt(name: string): SyntaxNode | undefined {
    const node = this.#exported.get(name);
    if (node !== undefined && functionTypes.has(node.type)) return node;
    const own = node?.text ?? name;
    return this.functionAt(own) ?? this.classAt(own);
  }

  protected derivedFrom(holder: SyntaxNode): readonly string[] {
    const base = baseName(holder);
    return base === undefined ? [] : [base];
  }

  protected membersAt(holder: SyntaxNode, name: string): readonly SyntaxNode[] {
    return membersOf(holder).filter((member) => memberName(member) === name);
  }

  protected calledOf(member: SyntaxNode): SyntaxNode | undefined {
    if (member.type === 'method_definition') return isAccessor(member) ? undefined : member;
    const value = member.childForFieldName('value');
    return value !== null && functionTypes.has(value.type) ? value : undefined;
  }
}

/** The base of a class as written, or `undefined`. */
function baseName(node: SyntaxNode): string | undefined {
  const heritage = node.children.find(({ type }) => type === 'class_heritage');
  return /^extends\s+([^\s<{]+)/.exec(heritage?.text ?? '')?.[1];
}

/** What stands in the body of a class. */
export function membersOf(holder: SyntaxNode): readonly SyntaxNode[] {
  return holder.childForFieldName('body')?.namedChildren ?? [];
}

function memberName(member: SyntaxNode): string | undefined {
  return (member.childForFieldName('name') ?? member.childForFieldName('property'))?.text;
}

/** Whether a member is read like a field, and runs a function. */
export function isAccessor(member: SyntaxNode): boolean {
  return member.type === 'method_definition' && member.children.some(({ type }) => /^[gs]et$/.test(type));
}
