import { type CalledMethod, methodOf, type Receiver, receiverNamed } from '../called-method.ts';
import { codeChildren, type SyntaxNode } from '../parser.ts';
import { around, type FileDefinitions } from './file-definitions.ts';

/**
 * The method that `object.name` means: of the class around it (`self`, `super()`), of one that the file or the function names (`Ship.sail`,
 * `Ship().sail`, a variable that is made once, an annotated parameter), or a function of an imported module. `undefined`
 * where nobody can tell.
 */
export function calledMethod(called: SyntaxNode, file: FileDefinitions): CalledMethod | undefined {
  const object = called.childForFieldName('object');
  const name = called.childForFieldName('attribute')?.text ?? '';
  const receiver = object === null ? undefined : receiverOf(object, file);
  const method = receiver === undefined ? undefined : methodOf(receiver, name, file);
  // A class inside of a class is called like a method of it.
  return method?.kind === 'own' && method.node.type !== 'function_definition' ? undefined : method;
}

function receiverOf(object: SyntaxNode, file: FileDefinitions): Receiver | undefined {
  if (object.type === 'call') {
    const made = object.childForFieldName('function');
    if (made?.text === 'super') return superOf(object, file);
    return made?.type === 'identifier' ? classOf(made, file) : undefined;
  }
  if (object.type !== 'identifier') return undefined;
  const definition = around(object, 'function_definition');
  if (/^(?:self|cls)$/.test(object.text)) {
    const holder = around(object, 'class_definition');
    return holder === undefined ? undefined : { holder, known: 'around' };
  }
  if (definition !== undefined && isBoundAround(object, file))
    return variableOf(object, { definition, file });
  return classOf(object, file);
}

function superOf(call: SyntaxNode, file: FileDefinitions): Receiver | undefined {
  const holder = around(call, 'class_definition');
  const base = holder === undefined ? undefined : file.baseOf(holder);
  if (holder === undefined || base === undefined) return undefined;
  // Of an object of a derived class, another class may come next.
  return { holder: base, known: file.isDerivedFrom(holder) ? 'given' : 'exact' };
}

/** The class, or the imported name, that an identifier means where no function binds it. */
function classOf(name: SyntaxNode, file: FileDefinitions): Receiver | undefined {
  return isBoundAround(name, file) ? undefined : receiverNamed(name.text, file);
}

function isBoundAround(name: SyntaxNode, file: FileDefinitions): boolean {
  for (let at = around(name, 'function_definition'); at; at = around(at, 'function_definition')) {
    if (file.targetsOf(name.text, at).length > 0 || parameterOf(name.text, at) !== undefined) return true;
  }
  return false;
}

/** The class of a variable that the function makes once, or of an annotated parameter. */
function variableOf(
  { text }: SyntaxNode,
  { definition, file }: { readonly definition: SyntaxNode; readonly file: FileDefinitions },
): Receiver | undefined {
  const targets = file.targetsOf(text, definition);
  const parameter = parameterOf(text, definition);
  if (parameter !== undefined) {
    const type = parameter.childForFieldName('type');
    const named = type === null ? undefined : /^(["']?)([A-Z_]\w*)\1$/.exec(type.text)?.[2];
    if (named === undefined || targets.length > 0) return undefined;
    const found = receiverNamed(named, file);
    return found === undefined ? undefined : { ...found, known: 'given' };
  }
  const [only] = targets;
  const value = only?.parent?.type === 'assignment' ? only.parent.childForFieldName('right') : null;
  const made = value?.type === 'call' ? value.childForFieldName('function') : null;
  // A function may hand back anything; names of classes begin with a capital letter.
  if (targets.length !== 1 || made?.type !== 'identifier' || !/^_*[A-Z]/.test(made.text)) return undefined;
  return classOf(made, file);
}

function parameterOf(name: string, definition: SyntaxNode): SyntaxNode | undefined {
  const list = definition.childForFieldName('parameters');
  return (list === null ? [] : codeChildren(list)).find((one) => {
    const plain = one.type === 'typed_parameter' ? codeChildren(one)[0] : one.childForFieldName('name');
    return (one.type === 'identifier' ? one : plain)?.text.replace(/^\*+/, '') === name;
  });
}
