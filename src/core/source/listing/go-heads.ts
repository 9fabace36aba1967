import type { BraceSyntax, FoundHead } from './brace-syntax.ts';
import type { ListedKind } from './listing.ts';

const method = /func\s+\(\s*(?:\w+\s+)?\*?\s*(\w+)(?:\[[^\]\n]*\])?\s*\)\s*(\w+)/y;
const declaration = /(func|type|const|var)\s+([A-Za-z_]\w*)(?:\s+(struct|interface)\b)?/y;
const group = /(?:const|var|type)\s*(?=\()/y;
const member = /([A-Za-z_]\w*)(?=[\s(,=])/y;

/** Go. */
export const goSyntax: BraceSyntax = {
  hashComments: false,
  templates: false,
  regularExpressions: false,
  singleQuotes: true,
  documents: /\/[/*]/y,
  head: (text, at, holder) => (holder === undefined ? topHead(text, at) : memberHead(text, at, holder)),
};

function topHead(text: string, at: number): FoundHead | undefined {
  method.lastIndex = at;
  const own = method.exec(text);
  if (own !== null) {
    const [whole, owner = '', name = ''] = own;
    const end = at + whole.length;
    return { name, start: end - name.length, kind: 'member', holds: false, owner, end };
  }
  group.lastIndex = at;
  const grouped = group.exec(text);
  if (grouped !== null) {
    const end = at + grouped[0].length;
    return { name: '', start: at, kind: 'variable', holds: true, bracket: '(', end };
  }
  declaration.lastIndex = at;
  const found = declaration.exec(text);
  if (found === null) return undefined;
  const [whole, word = '', name = '', holding] = found;
  const kind = word === 'func' ? 'function' : word === 'type' ? kindOf(holding) : 'variable';
  const start = at + whole.indexOf(name, word.length);
  return { name, start, kind, holds: holding !== undefined, end: at + whole.length };
}

function kindOf(word: string | undefined): ListedKind {
  return word === undefined ? 'type' : word === 'struct' ? 'class' : 'interface';
}

function memberHead(text: string, at: number, holder: ListedKind): FoundHead | undefined {
  member.lastIndex = at;
  const name = member.exec(text)?.[1];
  if (name === undefined) return undefined;
  const kind = holder === 'variable' ? 'variable' : 'member';
  return { name, start: at, kind, holds: false, end: at + name.length };
}
