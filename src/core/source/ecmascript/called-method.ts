import { type CalledMethod, methodOf, type Receiver, receiverNamed } from '../called-method.ts';
import { codeChildren, type SyntaxNode, walk } from '../parser.ts';
import type { FileDefinitions } from './file-definitions.ts';
import { functionsAround, isShadowed, ownerOfThis } from './scope.ts';

/**
 * The method that `object.name` means: of the class around it (`this`, `super`), of one that the file or the function names
 * (`Ship.sail`, `new Ship().sail`, a constant that holds one, an annotated parameter), or a function of an imported
 * module. `undefined` where nobody can tell.
 */
export function calledMethod(called: SyntaxNode, file: FileDefinitions): CalledMethod | undefined {
  const object = called.childForFieldName('object');
  const name = called.childForFieldName('property')?.text ?? '';
  const receiver = object === null ? undefined : receiverOf(object, file);
  return receiver === undefined ? undefined : methodOf(receiver, name, file);
}

/** The class whose `this` stands at a node, or `undefined`. */
export function classAround(node: SyntaxNode): SyntaxNode | undefined {
  const body = ownerOfThis(node)?.parent;
  const holder = body?.type === 'class_body' ? body.parent : null;
  return holder ?? undefined;
}

function receiverOf(object: SyntaxNode, file: FileDefinitions): Receiver | undefined {
  switch (object.type) {
    case 'this': {
      const holder = classAround(object);
      return holder === undefined ? undefined : { holder, known: 'around' };
    }
    case 'super': {
      const holder = classAround(object);
      const base = holder === undefined ? undefined : file.baseOf(holder);
      return base === undefined ? undefined : { holder: base, known: 'exact' };
    }
    case 'parenthesized_expression': {
      const inner = codeChildren(object)[0];
      return inner === undefined ? undefined : receiverOf(inner, file);
    }
    case 'new_expression':
      return madeBy(object, file);
    case 'identifier':
      return isShadowed(object.text, object) ? variableOf(object, file) : namedOf(object.text, file);
    default:
      return undefined;
  }
}

function madeBy(expression: SyntaxNode, file: FileDefinitions): Receiver | undefined {
  const made = expression.childForFieldName('constructor');
  if (made?.type !== 'identifier' || isShadowed(made.text, made)) return undefined;
  return receiverNamed(made.text, file);
}

function namedOf(name: string, file: FileDefinitions): Receiver | undefined {
  const made = file.objectAt(name);
  return receiverNamed(made ?? name, file);
}

/** The class of a constant of a function that holds a new object, or of an annotated parameter. */
function variableOf(name: SyntaxNode, file: FileDefinitions): Receiver | undefined {
  for (const callable of functionsAround(name)) {
    const parameters = callable.childForFieldName('parameters');
    const bound = [
      ...(parameters === null ? [] : codeChildren(parameters)).filter(
        (one) => one.childForFieldName('pattern')?.text === name.text,
      ),
      ...declaratorsOf(callable, name.text),
    ];
    const [only] = bound;
    if (only === undefined) continue;
    if (bound.length > 1) return undefined;
    if (only.type !== 'variable_declarator') return annotated(only, file);
    const value = only.childForFieldName('value');
    const isConstant = only.parent?.text.startsWith('const ') === true;
    return isConstant && value?.type === 'new_expression' ? madeBy(value, file) : undefined;
  }
  return undefined;
}

function annotated(parameter: SyntaxNode, file: FileDefinitions): Receiver | undefined {
  const type = /^:\s*([A-Z]\w*)$/.exec(parameter.childForFieldName('type')?.text ?? '')?.[1];
  const found = type === undefined ? undefined : receiverNamed(type, file);
  return found === undefined ? undefined : { ...found, known: 'given' };
}

function declaratorsOf(callable: SyntaxNode, name: string): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  walk(callable.childForFieldName('body') ?? callable, (node) => {
    if (node.type === 'variable_declarator' && node.childForFieldName('name')?.text === name)
      found.push(node);
    return true;
  });
  return found;
}
