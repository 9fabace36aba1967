import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A module whose examples are run, as its callers see it. */
export interface LoadedModule {
  readonly file: string;
  /** Its exports by name; those of a CommonJS module's object too. */
  readonly exports: Readonly<Record<string, unknown>>;
  /** What it exports without a name. */
  readonly main: unknown;
}

/** Imports a module; rejects as the import does. */
export async function loadModule(file: string): Promise<LoadedModule> {
  const space: Record<string, unknown> = await import(pathToFileURL(file).href);
  const main = space.default;
  const own = isHolder(main) ? ownProperties(main) : {};
  const { default: _main, 'module.exports': _whole, ...named } = space;
  return { file, exports: { ...own, ...named }, main };
}

/**
 * The names that an example of a symbol sees: what the module exports, and the package under the name that the example has
 * for it. A name of the language's own stays what it is where the example calls the documented one otherwise.
 */
export async function exampleScope(
  module: LoadedModule,
  { symbol, code }: { readonly symbol: string; readonly code: string },
): Promise<Readonly<Record<string, unknown>>> {
  const { file, exports, main } = module;
  const own = new Map<string, unknown>();
  const isMember = new RegExp(`[\\w$)\\]]\\.${escaped(symbol)}\\b`).test(code);
  for (const [name, value] of Object.entries(exports)) {
    const isHidden = name in globalThis && (name !== symbol || isMember);
    if (isName(name) && !isHidden && !lacksMember(value, membersOf(name, code))) own.set(name, value);
  }
  const value = Object.hasOwn(exports, symbol)
    ? exports[symbol]
    : isMainOf(main, symbol, file)
      ? main
      : undefined;
  if (isName(symbol) && !own.has(symbol) && value !== undefined && !isMember) own.set(symbol, value);
  own.set('require', createRequire(file));
  for (const root of unboundRoots(code, own).filter((name) => !Object.hasOwn(exports, name))) {
    const space = await namespaceFor(root, module, { symbol, code, value });
    if (space !== undefined) own.set(root, space);
  }
  return Object.fromEntries(own);
}

/** Whether an example takes something from an export that it doesn't have. */
function lacksMember(value: unknown, members: readonly string[]): boolean {
  if (members.length === 0) return false;
  // What every function has is not meant.
  return (
    !isHolder(value) ||
    members.some((one) => !Object.hasOwn(value, one) && (!(one in value) || one in Function.prototype))
  );
}

function membersOf(root: string, code: string): readonly string[] {
  return [...code.matchAll(new RegExp(`(?<![\\w$.])${escaped(root)}\\.([\\w$]+)`, 'g'))].map(
    (match) => match[1] ?? '',
  );
}

function isMainOf(main: unknown, symbol: string, file: string): boolean {
  if (typeof main !== 'function') return false;
  return main.name === symbol || new RegExp(`(?:^|[\\\\/])_?${escaped(symbol)}\\.\\w+$`).test(file);
}

/** Names before a dot that are bound nowhere: `_` in `_.chunk([1])`. */
function unboundRoots(code: string, own: ReadonlyMap<string, unknown>): readonly string[] {
  const plain = code.replaceAll(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*/g, '""');
  const roots = new Set(
    [...plain.matchAll(/(?<![\w$.])([A-Za-z_$][\w$]*)\s*\./g)].map((match) => match[1] ?? ''),
  );
  return [...roots].filter((root) => !own.has(root) && !(root in globalThis) && !isDeclared(root, plain));
}

/** Whether code declares a name, takes it as a parameter or gives it a value. */
function isDeclared(name: string, code: string): boolean {
  const bound = `(?:var|let|const|function|class|import)\\s+${name}\\b|[(,{]\\s*${name}\\s*(?=[,)}=])|\\b${name}\\s*=`;
  return new RegExp(bound.replaceAll('$', String.raw`\$`)).test(code.replaceAll(/[=!]==?/g, ' '));
}

interface Wanted {
  readonly symbol: string;
  readonly code: string;
  /** What the module exports under the symbol's name. */
  readonly value: unknown;
}

/**
 * What a package's own name for itself stands for: its main module where that exports the very function that is
 * documented; else the same with this file's function in its place. `undefined` where a member that is used isn't there.
 */
async function namespaceFor(root: string, module: LoadedModule, wanted: Wanted): Promise<unknown> {
  const members = membersOf(root, wanted.code);
  if (!members.includes(wanted.symbol) || wanted.value === undefined) return undefined;
  const main = await packageMain(module.file);
  const space = isHolder(main) ? main : {};
  const isCalled = new RegExp(`(?<![\\w$.])${escaped(root)}\\s*\\(`).test(wanted.code);
  const isChanged = new RegExp(`(?<![\\w$.])${escaped(root)}\\.[\\w$]+\\s*=(?!=)`).test(wanted.code);
  const made =
    Object.hasOwn(space, wanted.symbol) && Reflect.get(space, wanted.symbol) === wanted.value
      ? space
      : isCalled || isChanged
        ? undefined
        : { ...ownProperties(space), ...module.exports, [wanted.symbol]: wanted.value };
  return made !== undefined && members.every((member) => Object.hasOwn(made, member)) ? made : undefined;
}

/** What the package around a file gives those who require it by its name; `undefined` where it can't be loaded. */
async function packageMain(file: string): Promise<unknown> {
  const manifest = manifestAround(dirname(file));
  if (manifest === undefined) return undefined;
  const require = createRequire(manifest);
  try {
    const { name } = JSON.parse(readFileSync(manifest, 'utf8'));
    const entry = entryOf(require, [dirname(manifest), String(name)]);
    if (entry === undefined) return undefined;
    const space: Record<string, unknown> = await import(pathToFileURL(entry).href);
    return space.default ?? space;
  } catch {
    // A package whose entry can't be loaded has no name for itself: its examples are told apart by what they lack.
    return undefined;
  }
}

function entryOf(require: NodeJS.Require, names: readonly string[]): string | undefined {
  for (const name of names) {
    try {
      return require.resolve(name);
    } catch {
      // A package may be entered by its folder, or by its name, which its exports then allow.
    }
  }
  return undefined;
}

function manifestAround(folder: string): string | undefined {
  const manifest = join(folder, 'package.json');
  if (existsSync(manifest)) return manifest;
  return folder === dirname(folder) ? undefined : manifestAround(dirname(folder));
}

function ownProperties(holder: object): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const name of Object.keys(holder)) found[name] = Reflect.get(holder, name);
  return found;
}

function isHolder(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** Words that can't be the name of a parameter, or must stay what they are. */
const reserved =
  /^(?:arguments|await|break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|eval|export|extends|false|finally|for|function|if|import|in|instanceof|let|new|null|package|return|static|super|switch|this|throw|true|try|typeof|undefined|var|void|while|with|yield|implements|interface|private|protected|public)$/;

function isName(text: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(text) && !reserved.test(text);
}

function escaped(text: string): string {
  return text.replaceAll('$', String.raw`\$`);
}
