import type { SyntaxNode } from '../parser.ts';

/** Whether some code assigns to a name, or to a property of that name. */
export function isAssignedIn(nodes: readonly SyntaxNode[], name: string): boolean {
  const escaped = name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const assigned = new RegExp(`(?<![\\w$])${escaped}\\s*(?:[-+*/%|&^]|<<|>>|\\?\\?|\\|\\|)?=(?![=>])`);
  return nodes.some(({ text }) => assigned.test(text));
}
