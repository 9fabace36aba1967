import type { SyntaxNode } from '../parser.ts';

/** What a declarator is built on: `*f(a)` leads to `f(a)`, `f(a)` to `f`. */
function innerOf(node: SyntaxNode): SyntaxNode | undefined {
  const field = node.childForFieldName('declarator');
  if (field !== null) return field;
  return /^(?:reference|parenthesized|attributed|variadic)_declarator$/.test(node.type)
    ? node.namedChildren.find(({ type }) =>
        /declarator$|identifier$|^(?:operator|destructor)_name$/.test(type),
      )
    : undefined;
}

/** The declarators from the outermost one to the name. */
function chainOf(node: SyntaxNode): readonly SyntaxNode[] {
  const chain: SyntaxNode[] = [];
  for (let at = innerOf(node); at !== undefined && chain.length < 20; at = innerOf(at)) chain.push(at);
  return chain;
}

/** The innermost function of a declaration, the one that its name calls; `undefined` for a variable. */
export function functionDeclarator(node: SyntaxNode): SyntaxNode | undefined {
  return chainOf(node).findLast(({ type }) => type === 'function_declarator');
}

/** The name that a declaration gives; `undefined` where it has none. */
export function declaredName(node: SyntaxNode): SyntaxNode | undefined {
  const last = chainOf(node).at(-1);
  const name = last?.type === 'qualified_identifier' ? innermostName(last) : last;
  return name !== undefined && /identifier$|^(?:operator|destructor)_name$/.test(name.type)
    ? name
    : undefined;
}

/** The last name of `A::B::run`. */
function innermostName(node: SyntaxNode): SyntaxNode {
  const name = node.childForFieldName('name');
  return name?.type === 'qualified_identifier' ? innermostName(name) : (name ?? node);
}

/** Whether what a function hands back is more than its type alone: a pointer or reference to it, an array of it. */
export function isIndirect(node: SyntaxNode): boolean {
  const chain = chainOf(node);
  const end = chain.findIndex(({ type }) => type === 'function_declarator');
  const hasOuterFunction = chain.filter(({ type }) => type === 'function_declarator').length > 1;
  return (
    hasOuterFunction ||
    chain.slice(0, Math.max(0, end)).some(({ type }) => /^(?:pointer|reference)/.test(type))
  );
}
