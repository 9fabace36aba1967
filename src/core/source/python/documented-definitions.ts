import type { SourceTree } from '../language-reader.ts';
import type { SyntaxNode } from '../parser.ts';

/**
 * The functions and classes whose body begins with a string, in the order of the text. The text says where such a string may
 * be, so that the tree is asked about few places: a query would visit every node.
 */
export function* documentedDefinitions(tree: SourceTree): Iterable<SyntaxNode> {
  for (let colon = tree.text.indexOf(':'); colon >= 0; colon = tree.text.indexOf(':', colon + 1)) {
    const start = stringBehind(tree.text, colon + 1);
    const definition = start === undefined ? undefined : definitionOf(tree, start);
    if (definition !== undefined) yield definition;
  }
}

/** Where the string begins that is the next thing behind an offset but for comments; `undefined` when there is none. */
function stringBehind(text: string, from: number): number | undefined {
  let at = from;
  for (;;) {
    const character = text.charCodeAt(at);
    if (character === 0x23) {
      at = text.indexOf('\n', at);
      if (at < 0) return undefined;
    } else if (character === 0x20 || (character >= 0x09 && character <= 0x0d) || character === 0x5c) {
      at++;
    } else break;
  }
  opening.lastIndex = at;
  return opening.test(text) ? at : undefined;
}

const opening = /[a-z]{0,2}['"]/iy;

/** The definition whose body begins with the string at an offset. */
function definitionOf({ root }: SourceTree, start: number): SyntaxNode | undefined {
  const mark = root.descendantForIndex(start, start + 1);
  const string = mark?.type === 'string_start' ? mark.parent : null;
  const statement = string?.type === 'string' ? string.parent : null;
  const block = statement?.type === 'expression_statement' ? statement.parent : null;
  const definition = block?.type === 'block' ? block.parent : null;
  const isDefinition = definition?.type === 'function_definition' || definition?.type === 'class_definition';
  return isDefinition && block?.firstNamedChild?.id === statement?.id ? definition : undefined;
}
