import { codeChildren, type SyntaxNode, walk } from '../parser.ts';
import { around, type FileDefinitions, nameOf } from './file-definitions.ts';

/** Decorators after which a call still runs the function's own body and nothing else. */
const transparent =
  /^(?:staticmethod|classmethod|property|override|final|overload|(?:typing(?:_extensions)?\.)?(?:override|final)|(?:abc\.)?abstractmethod|(?:functools\.)?(?:lru_cache|cache|cached_property|wraps)\b.*)$/s;

/** Decorators that make a class's `__init__` out of its fields. */
const ofRecords = /^(?:dataclasses\.)?dataclass\b.*$/s;

/** The decorators of a definition that run code of their own. */
export function runningDecorators(definition: SyntaxNode): readonly SyntaxNode[] {
  const { parent } = definition;
  if (parent?.type !== 'decorated_definition') return [];
  const isClass = definition.type === 'class_definition';
  return codeChildren(parent).filter((one) => {
    if (one.type !== 'decorator') return false;
    const written = one.text.slice(1).trim();
    return !(isClass ? ofRecords : transparent).test(written);
  });
}

/** The name of what a decorator is, or of what makes it: `checked` in `@checked` and `@checked(3)`. */
export function decoratorName(decorator: SyntaxNode): SyntaxNode | undefined {
  const written = codeChildren(decorator)[0];
  const named = written?.type === 'call' ? written.childForFieldName('function') : written;
  return named?.type === 'identifier' || named?.type === 'attribute' ? named : undefined;
}

/**
 * Whether a call by a name runs the function that is decorated: it stands in a function that the one around it hands
 * back, and the name is that one's first parameter. What the decorated function raises is known without it.
 */
export function runsDecorated(call: SyntaxNode, name: string, file: FileDefinitions): boolean {
  const inner = around(call, 'function_definition');
  const outer = inner === undefined ? undefined : around(inner, 'function_definition');
  if (inner === undefined || outer === undefined || file.ownNames(inner).bound.has(name)) return false;
  const list = outer.childForFieldName('parameters');
  const first = list === null ? undefined : codeChildren(list)[0];
  const plain = first?.type === 'typed_parameter' ? codeChildren(first)[0] : first;
  const written = plain?.type === 'identifier' ? plain : plain?.childForFieldName('name');
  return written?.text === name && isHandedBack(inner, outer) && !isAssigned(name, outer);
}

function isHandedBack(inner: SyntaxNode, outer: SyntaxNode): boolean {
  const name = nameOf(inner);
  let isReturned = false;
  let isOther = false;
  walk(outer.childForFieldName('body') ?? outer, (node) => {
    if (node.id === inner.id) return false;
    if (node.type === 'call' && node.childForFieldName('function')?.text === name) isOther = true;
    if (node.type === 'return_statement') {
      if (codeChildren(node)[0]?.text === name) isReturned = true;
      else isOther = true;
    }
    return true;
  });
  return isReturned && !isOther;
}

function isAssigned(name: string, outer: SyntaxNode): boolean {
  let isFound = false;
  walk(outer.childForFieldName('body') ?? outer, (node) => {
    if (node.type === 'assignment' && node.childForFieldName('left')?.text === name) isFound = true;
    return !isFound;
  });
  return isFound;
}
