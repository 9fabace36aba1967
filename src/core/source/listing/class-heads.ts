import type { BraceSyntax, FoundHead } from './brace-syntax.ts';
import type { ListedKind } from './listing.ts';

const modifiers =
  '(?:(?:public|protected|internal|static|final|abstract|sealed|non-sealed|partial|open|data|readonly|inner|inline|value|annotation|override|operator|suspend|infix|const|lateinit|companion|export)\\s+)*';
const type = new RegExp(
  `${modifiers}(class|interface|enum|record|struct|object|@interface|trait|namespace|typealias)\\s+(?:class\\s+|struct\\s+)?([\\w.\\\\]+)`,
  'y',
);
/** Of Kotlin and PHP, whose functions have a word of their own. */
const worded = new RegExp(
  `${modifiers}(fun|function|val|var|const)\\s+&?(?:<[^>\\n]*>\\s*)?(?:[\\w<>?]+\\.)?([A-Za-z_]\\w*)`,
  'y',
);
/** Types and modifiers, then a name that is called, given a value or ended. */
const member = /(?:[\w.$<>[\]?,&*]+\s+){1,8}?\$?([A-Za-z_]\w*)\s*(?=[(;={])/y;
const hidden = /private\b|return\b|new\b|throw\b|using\b|import\b|package\b/y;
const enumerator = /([A-Z]\w*)(?=\s*[,;(={}\n])/y;

const kinds: Readonly<Record<string, ListedKind>> = {
  interface: 'interface',
  '@interface': 'interface',
  enum: 'enum',
  typealias: 'type',
};

/** Java, C#, Kotlin and PHP: classes with members behind modifiers and types. */
export const classSyntax: BraceSyntax = {
  hashComments: false,
  templates: false,
  regularExpressions: false,
  singleQuotes: true,
  documents: /\/\*\*|\/\/\/(?!\/)/y,
  head(text, at, holder) {
    hidden.lastIndex = at;
    if (hidden.test(text)) return undefined;
    return typeHead(text, at) ?? wordedHead(text, at, holder) ?? memberHead(text, at, holder);
  },
};

/** With comments behind `#`, too. */
export const phpSyntax: BraceSyntax = { ...classSyntax, hashComments: true };

function typeHead(text: string, at: number): FoundHead | undefined {
  type.lastIndex = at;
  const found = type.exec(text);
  if (found === null) return undefined;
  const [whole, word = '', name = ''] = found;
  const end = at + whole.length;
  if (word === 'namespace') return { name: '', start: at, kind: 'namespace', holds: true, end };
  const kind = kinds[word] ?? 'class';
  return { name, start: end - name.length, kind, holds: kind !== 'type', end };
}

function wordedHead(text: string, at: number, holder: ListedKind | undefined): FoundHead | undefined {
  worded.lastIndex = at;
  const found = worded.exec(text);
  if (found === null) return undefined;
  const [whole, word = '', name = ''] = found;
  const isTop = holder === undefined || holder === 'namespace';
  const own = word.startsWith('fun') ? 'function' : 'variable';
  const end = at + whole.length;
  return { name, start: end - name.length, kind: isTop ? own : 'member', holds: false, end };
}

function memberHead(text: string, at: number, holder: ListedKind | undefined): FoundHead | undefined {
  if (holder === undefined || holder === 'namespace') return undefined;
  for (const expression of holder === 'enum' ? [enumerator, member] : [member]) {
    expression.lastIndex = at;
    const found = expression.exec(text);
    if (found?.[1] === undefined) continue;
    const end = at + found[0].trimEnd().length;
    return { name: found[1], start: end - found[1].length, kind: 'member', holds: false, end };
  }
  return undefined;
}
