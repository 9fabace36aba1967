import type { ConstantLookup } from '../constant-values.ts';
import type { CodeValue } from '../declaration.ts';
import type { SourceTree } from '../language-reader.ts';
import { codeValueOf } from './values.ts';

/** The `const`s on a file's top level whose value is a literal; followed on demand, one step deep. */
export function constantsOf(tree: SourceTree): ConstantLookup {
  let nodes: ReadonlyMap<string, CodeValue> | undefined;
  return (name) => {
    nodes ??= readConstants(tree);
    return nodes.get(name);
  };
}

function readConstants(tree: SourceTree): ReadonlyMap<string, CodeValue> {
  const found = new Map<string, CodeValue>();
  for (const statement of tree.root.namedChildren) {
    const list =
      statement.type === 'export_statement' ? statement.childForFieldName('declaration') : statement;
    if (list?.type !== 'lexical_declaration' || list.child(0)?.type !== 'const') continue;
    for (const declarator of list.namedChildren) {
      const name = declarator.childForFieldName('name');
      const value = declarator.childForFieldName('value');
      if (name?.type !== 'identifier' || value === null) continue;
      const code = codeValueOf(value, () => undefined);
      const known = code.literal !== undefined && code.literal.type !== 'name';
      if (known) found.set(name.text, { ...code, quote: whole(declarator.text, declarator.startIndex) });
    }
  }
  return found;
}

function whole(text: string, start: number): CodeValue['quote'] {
  return { text, span: { start, end: start + text.length } };
}
