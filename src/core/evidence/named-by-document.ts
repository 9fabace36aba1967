import { goImports, isImportedAs } from './go/go-imports.ts';
import { usedNames } from './rust/use-statements.ts';
import type { Ecosystem } from './symbol-facts.ts';
import type { SymbolQuery } from './symbol-lookup.ts';

/** A name as a document writes it, and the document. */
export interface WrittenName {
  readonly text: string;
  /** From the outside in. */
  readonly path: readonly string[];
}

/** How to look a name up that a document takes from elsewhere. */
export type NamedElsewhere = Pick<SymbolQuery, 'symbol' | 'package' | 'ecosystem'>;

/**
 * What a document means by a name, by its imports; `undefined` where they don't explain it, or where the document
 * declares or binds the name itself.
 */
export function namedByDocument(ecosystem: Ecosystem, name: WrittenName): NamedElsewhere | undefined {
  const [root = ''] = name.path;
  const meant = meanings[ecosystem]?.(name);
  if (meant === undefined || isOwn(name.text, root)) return undefined;
  return { ...meant, ecosystem };
}

type Meant = Pick<NamedElsewhere, 'symbol' | 'package'>;

const meanings: Readonly<Partial<Record<Ecosystem, (name: WrittenName) => Meant | undefined>>> = {
  go: inGo,
  rust: inRust,
  java: inJava,
  c: inC,
  php: inPhp,
  ruby: inRuby,
  dotnet: inDotnet,
};

/** Whether the document declares a name, or binds a variable of that name. */
function isOwn(text: string, name: string): boolean {
  const declared = new RegExp(
    `\\b(?:class|struct|enum|interface|trait|object|record|union|module|mod|type|namespace|func|fun|fn|def|var|let|val|const|static)\\s+(?:mut\\s+)?${name}\\b`,
  );
  return declared.test(text) || new RegExp(`(?<![\\w.])${name}\\s*(?:,[\\w\\s,]*)?:=`).test(text);
}

function inGo({ text, path: [root = '', ...rest] }: WrittenName): Meant | undefined {
  const [only, ...others] = goImports(text)
    .filter((one) => isImportedAs(one, root))
    .map(({ path }) => path);
  if (only === undefined || others.length > 0 || /^\.{1,2}\//.test(only)) return undefined;
  const last = only.split('/').at(-1) ?? only;
  return { symbol: [last, ...rest].join('.'), package: only };
}

const rustPrelude = /^(?:Vec|String|Option|Result|Box)$/;

function inRust({ text, path: [root = '', ...rest] }: WrittenName): Meant | undefined {
  const used = usedNames(text).filter(({ name }) => name === root);
  const [only, ...others] = used;
  if (others.length > 0) return undefined;
  if (only !== undefined) {
    const isLocal = /^(?:crate|self|super)$/.test(only.path[0] ?? '');
    return isLocal ? undefined : { symbol: [...only.path, ...rest].join('::') };
  }
  const isWritten = new RegExp(`(?<!\\w)${root}\\s*::`).test(text);
  const isStandard = /^(?:std|core|alloc)$/.test(root) || rustPrelude.test(root);
  return rest.length > 0 && isWritten && isStandard ? { symbol: [root, ...rest].join('::') } : undefined;
}

const javaLang =
  /^(?:Boolean|Byte|Character|Class|Double|Float|Integer|Iterable|Long|Math|Number|Object|Runtime|Short|String|StringBuilder|System|Thread)$/;

function inJava({ text, path: [root = '', ...rest] }: WrittenName): Meant | undefined {
  const written = new RegExp(`^\\s*import\\s+(?:static\\s+)?([\\w.]+\\.)${root}\\s*(?:;|$)`, 'gm');
  const renamed = new RegExp(`^\\s*import\\s+([\\w.]+)\\s+as\\s+${root}\\s*$`, 'gm');
  const found = [
    ...[...text.matchAll(written)].map(([, outer = '']) => `${outer}${root}`),
    ...[...text.matchAll(renamed)].map(([, whole = '']) => whole),
  ];
  const [only, ...others] = found;
  if (others.length > 0) return undefined;
  if (only !== undefined) return { symbol: [only, ...rest].join('.') };
  return javaLang.test(root) && !isKotlin(text)
    ? { symbol: ['java.lang', root, ...rest].join('.') }
    : undefined;
}

/** Kotlin's own `String` and `Thread` are not Java's. */
function isKotlin(text: string): boolean {
  return /\bfun\s+\w+\s*\(/.test(text);
}

/** In C a header's names need no import of their own: functions that are called, and macros. */
function inC({ text, path: [name = '', ...rest] }: WrittenName): Meant | undefined {
  if (rest.length > 0 || !/^[ \t]*#[ \t]*include\s*<[\w./+-]+>/m.test(text)) return undefined;
  const isMacro = /^[A-Z][A-Z0-9_]{2,}$/.test(name);
  const isCalled = new RegExp(`(?<![\\w.>])${name}\\s*\\(`).test(text);
  const isDefined =
    new RegExp(`\\b${name}\\s*\\([^;{}]*\\)\\s*\\{`).test(text) ||
    new RegExp(`#[ \\t]*define[ \\t]+${name}\\b`).test(text) ||
    new RegExp(
      `^[ \\t]*(?!return\\b|else\\b|case\\b)[A-Za-z_][\\w \\t*]*[ \\t*]${name}\\s*[;=,[(][^;{}]*;`,
      'm',
    ).test(text);
  return (isMacro || isCalled) && !isDefined ? { symbol: name } : undefined;
}

function inPhp({ text, path: [root = '', ...rest] }: WrittenName): Meant | undefined {
  const found = [
    ...text.matchAll(/^\s*use\s+(?:function\s+|const\s+)?\\?([\w\\]+?)(?:\s+as\s+(\w+))?\s*;/gm),
  ].filter(([, whole = '', alias]) => (alias ?? whole.split('\\').at(-1)) === root);
  const [only, ...others] = found;
  const whole = only?.[1];
  return whole === undefined || others.length > 0 ? undefined : { symbol: [whole, ...rest].join('::') };
}

function inRuby({ text, path }: WrittenName): Meant | undefined {
  const [root = ''] = path;
  if (!/^[A-Z]/.test(root) || !/^\s*require\s+["']/m.test(text)) return undefined;
  const at = path.findIndex((name) => !/^[A-Z]/.test(name));
  const constants = at < 0 ? path : path.slice(0, at);
  return { symbol: [constants.join('::'), ...path.slice(constants.length)].join('.') };
}

function inDotnet({ text, path }: WrittenName): Meant | undefined {
  const [root = ''] = path;
  return /^[A-Z]/.test(root) && /^\s*using\s+[\w.]+\s*;/m.test(text) ? { symbol: path.join('.') } : undefined;
}
