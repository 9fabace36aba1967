import type { BraceSyntax, FoundHead } from './brace-syntax.ts';
import type { ListedKind } from './listing.ts';

const macro = /#\s*define\s+([A-Za-z_]\w*)/y;
const type =
  /(?:typedef\s+)?(struct|enum|union|class|namespace)\s+(?:[A-Z_][A-Z_\d]+\s+)?([A-Za-z_]\w*)(?=[\s:{]*[{:])/y;
const linkage = /extern\s+"C"\s*(?=\{)/y;
const callable = /(?:[A-Za-z_][\w:<>,]*[\s*&]+){1,8}?([A-Za-z_]\w*)\s*(?=\()/y;
const statement =
  /(?:return|else|if|for|while|switch|case|goto|using|typedef|template|public|private|protected)\b/y;

/** C and C++: what headers declare. */
export const cSyntax: BraceSyntax = {
  hashComments: false,
  templates: false,
  regularExpressions: false,
  singleQuotes: true,
  documents: /\/\*[*!]|\/\/[/!]/y,
  head(text, at, holder) {
    const found = macroHead(text, at) ?? typeHead(text, at);
    if (found !== undefined || holder === 'enum') return found;
    return callableHead(text, at, holder);
  },
};

function macroHead(text: string, at: number): FoundHead | undefined {
  macro.lastIndex = at;
  const found = macro.exec(text);
  if (found?.[1] === undefined) return undefined;
  const start = at + found[0].length - found[1].length;
  return { name: found[1], start, kind: 'macro', holds: false, end: endOfDirective(text, at) };
}

/** A line that ends with a backslash goes on. */
function endOfDirective(text: string, at: number): number {
  for (let end = text.indexOf('\n', at); end >= 0; end = text.indexOf('\n', end + 1)) {
    if (!/\\\r?$/.test(text.slice(Math.max(at, end - 2), end))) return end;
  }
  return text.length;
}

function typeHead(text: string, at: number): FoundHead | undefined {
  linkage.lastIndex = at;
  const linked = linkage.exec(text);
  if (linked !== null) {
    return { name: '', start: at, kind: 'namespace', holds: true, end: at + linked[0].length };
  }
  type.lastIndex = at;
  const found = type.exec(text);
  if (found?.[2] === undefined) return undefined;
  const kinds: Readonly<Record<string, ListedKind>> = { enum: 'enum', namespace: 'namespace' };
  const end = at + found[0].length;
  return {
    name: found[2],
    start: end - found[2].length,
    kind: kinds[found[1] ?? ''] ?? 'class',
    holds: true,
    end,
  };
}

function callableHead(text: string, at: number, holder: ListedKind | undefined): FoundHead | undefined {
  statement.lastIndex = at;
  if (statement.test(text)) return undefined;
  callable.lastIndex = at;
  const found = callable.exec(text);
  if (found?.[1] === undefined) return undefined;
  const end = at + found[0].trimEnd().length;
  const kind = holder === undefined || holder === 'namespace' ? 'function' : 'member';
  return { name: found[1], start: end - found[1].length, kind, holds: false, end };
}
