import type { BraceSyntax, FoundHead } from './brace-syntax.ts';
import type { ListedKind } from './listing.ts';

const name = '[A-Za-z_$\\u0080-\\uffff][\\w$\\u0080-\\uffff]*';
const modifiers = '(?:(?:export|default|declare|abstract|async)\\s+)*';
const declaration = new RegExp(
  `${modifiers}(function\\*?|class|interface|type|const\\s+enum|enum|namespace|module|global|const|let|var)\\b\\s*\\*?\\s*(${name}|["'][^"'\\n]*["']|(?=\\{))`,
  'y',
);
const assignment = new RegExp(
  `(?:(?:module\\.)?exports|this|(${name})(?:\\.prototype)?)\\.(${name})\\s*=(?!=)`,
  'y',
);
const member = new RegExp(
  `(?:(?:public|protected|static|readonly|abstract|declare|override|async|get|set|accessor)\\s+)*(?:\\*\\s*)?(${name})\\s*(?=[?!]?\\s*[(:<=;\\n])`,
  'y',
);
const hidden = /(?:(?:static|readonly|declare|override)\s+)*(?:private\b|#)/y;
const enumerator = new RegExp(`(${name})\\s*(?=[=,}\\n])`, 'y');
const statement = /(?:if|for|while|switch|catch|return|throw|new|constructor)\b/y;

const kinds: Readonly<Record<string, ListedKind>> = {
  function: 'function',
  class: 'class',
  interface: 'interface',
  type: 'type',
  enum: 'enum',
  namespace: 'namespace',
  module: 'namespace',
  global: 'namespace',
};

/** JavaScript and TypeScript, declarations and sources alike. */
export const ecmascriptSyntax: BraceSyntax = {
  hashComments: false,
  templates: true,
  regularExpressions: true,
  singleQuotes: true,
  documents: /\/\*\*/y,
  head: (text, at, holder) =>
    holder === undefined || holder === 'namespace' ? statementHead(text, at) : memberHead(text, at, holder),
};

function statementHead(text: string, at: number): FoundHead | undefined {
  declaration.lastIndex = at;
  const found = declaration.exec(text);
  if (found === null) return assignedHead(text, at);
  const word = (found[1] ?? '').replace(/^const\s+/, '').replace('*', '');
  const kind = kinds[word] ?? 'variable';
  const written = found[2] ?? '';
  const end = at + found[0].length;
  // `declare module 'x'` and `declare global` only hold what counts for itself.
  const own = /^["']/.test(written) || word === 'global' ? '' : written;
  if (own === '' && kind !== 'namespace') return undefined;
  return {
    name: own,
    start: end - written.length,
    kind,
    holds: holding.has(kind) || isTypeOfMembers(text, end, kind),
    end,
  };
}

const holding: ReadonlySet<ListedKind> = new Set(['class', 'interface', 'enum', 'namespace']);
const literal = /\s*(?:<[^={}]*>)?\s*=\s*\{/y;

/** `type Options = { … }` has members as an interface has. */
function isTypeOfMembers(text: string, at: number, kind: ListedKind): boolean {
  if (kind !== 'type') return false;
  literal.lastIndex = at;
  return literal.test(text);
}

function assignedHead(text: string, at: number): FoundHead | undefined {
  assignment.lastIndex = at;
  const found = assignment.exec(text);
  if (found === null) return undefined;
  const [whole, owner, own = ''] = found;
  const start = at + whole.lastIndexOf(own);
  const end = at + whole.length;
  if (owner === undefined) return { name: own, start, kind: 'variable', holds: false, end };
  return { name: own, start, kind: 'member', holds: false, owner, end };
}

function memberHead(text: string, at: number, holder: ListedKind): FoundHead | undefined {
  hidden.lastIndex = at;
  statement.lastIndex = at;
  if (hidden.test(text) || statement.test(text)) return undefined;
  const expression = holder === 'enum' ? enumerator : member;
  expression.lastIndex = at;
  const found = expression.exec(text);
  const own = found?.[1];
  if (found === null || own === undefined) return undefined;
  const end = at + found[0].trimEnd().length;
  return { name: own, start: end - own.length, kind: 'member', holds: false, end };
}
