import type { BraceSyntax, FoundHead } from './brace-syntax.ts';
import type { ListedKind } from './listing.ts';

const declaration =
  /(?:pub(?:\([^)\n]*\))?\s+)?(?:(?:default|unsafe|async|const|extern(?:\s+"[^"\n]*")?)\s+)*(fn|struct|enum|union|trait|type|mod|static|const|macro_rules!)\s+(?:mut\s+)?([A-Za-z_]\w*)/y;
const implementation =
  /(?:unsafe\s+)?impl\b(?:\s*<[^{}\n]*?>(?=\s))?\s+(?:[^{};]*?\bfor\s+)?&?(?:\w+::)*([A-Za-z_]\w*)/y;
const field = /pub(?:\([^)\n]*\))?\s+([a-z_]\w*)(?=\s*:)/y;
const variant = /([A-Z]\w*)(?=\s*[,({=\n}])/y;

const kinds: Readonly<Record<string, ListedKind>> = {
  fn: 'function',
  struct: 'class',
  union: 'class',
  enum: 'enum',
  trait: 'interface',
  type: 'type',
  mod: 'namespace',
  'macro_rules!': 'macro',
};
const holding: ReadonlySet<ListedKind> = new Set(['class', 'enum', 'interface', 'namespace']);

/** Rust. */
export const rustSyntax: BraceSyntax = {
  hashComments: false,
  templates: false,
  regularExpressions: false,
  singleQuotes: false,
  documents: /\/\/\/(?!\/)|\/\*\*(?!\*)/y,
  head(text, at, holder) {
    implementation.lastIndex = at;
    const owner = implementation.exec(text);
    if (owner?.[1] !== undefined) {
      const end = at + owner[0].length;
      return { name: '', start: at, kind: 'class', holds: true, owner: owner[1], end };
    }
    declaration.lastIndex = at;
    const found = declaration.exec(text);
    if (found !== null) return declarationHead(found, at, holder);
    return holder === 'class' || holder === 'enum' ? partHead(text, at, holder) : undefined;
  },
};

function declarationHead(found: RegExpExecArray, at: number, holder: ListedKind | undefined): FoundHead {
  const [whole, word = '', name = ''] = found;
  const kind = kinds[word] ?? 'variable';
  const isMember = kind === 'function' && holder !== undefined && holder !== 'namespace';
  const end = at + whole.length;
  return { name, start: end - name.length, kind: isMember ? 'member' : kind, holds: holding.has(kind), end };
}

function partHead(text: string, at: number, holder: ListedKind): FoundHead | undefined {
  const expression = holder === 'enum' ? variant : field;
  expression.lastIndex = at;
  const found = expression.exec(text);
  if (found?.[1] === undefined) return undefined;
  const end = at + found[0].length;
  return { name: found[1], start: end - found[1].length, kind: 'member', holds: false, end };
}
