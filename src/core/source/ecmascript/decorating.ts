import { codeChildren, type SyntaxNode } from '../parser.ts';
import { functionsAround } from './scope.ts';

/** The decorators of a class's member: children of it in JavaScript, and before it in TypeScript. */
export function decoratorsBefore(member: SyntaxNode): readonly SyntaxNode[] {
  const found = member.namedChildren.filter(({ type }) => type === 'decorator');
  for (let at = member.previousNamedSibling; at?.type === 'decorator'; at = at.previousNamedSibling)
    found.push(at);
  return found;
}

/** The name of what a decorator is, or of what makes it: `checked` in `@checked` and `@checked(3)`. */
export function decoratorName(decorator: SyntaxNode): SyntaxNode | undefined {
  const written = codeChildren(decorator)[0];
  const named = written?.type === 'call_expression' ? written.childForFieldName('function') : written;
  return named?.type === 'identifier' ? named : undefined;
}

/**
 * Whether `method.call(…)` or `method.apply(…)` runs what is decorated: the first parameter of a function around, or
 * `descriptor.value` kept by one. What the decorated function throws is known without it.
 */
export function runsDecorated(called: SyntaxNode): boolean {
  const object = called.childForFieldName('object');
  const way = called.childForFieldName('property')?.text ?? '';
  if (object?.type !== 'identifier' || !/^(?:call|apply)$/.test(way)) return false;
  const [, ...outer] = functionsAround(called);
  return outer.some((callable) => hands(callable, object.text));
}

function hands(callable: SyntaxNode, name: string): boolean {
  const list = callable.childForFieldName('parameters');
  const first = list === null ? undefined : codeChildren(list)[0];
  if ((first?.childForFieldName('pattern') ?? first)?.text === name) return true;
  const body = callable.childForFieldName('body');
  return (body === null ? [] : codeChildren(body)).some(
    (statement) =>
      statement.type === 'lexical_declaration' &&
      new RegExp(String.raw`^const\s+${name.replaceAll('$', String.raw`\$`)}\s*=\s*\w+\.value!?;?$`).test(
        statement.text,
      ),
  );
}
