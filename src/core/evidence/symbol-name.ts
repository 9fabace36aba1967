import { type Ecosystem, ecosystems } from './symbol-facts.ts';

/** A symbol as somebody wrote it, tidied. */
export interface SymbolName {
  /** Set where the name says it: `npm:retry`. */
  readonly ecosystem?: Ecosystem;
  /** Whether it says that a member belongs to what a class makes: `Array.prototype.map`, `Session#get`. */
  readonly isInstance?: true;
  /** With dots between members and slashes between the parts of a package: `@scope/pkg/sub.Class.member`. */
  readonly text: string;
}

/** Takes call brackets, `new`, backticks, `prototype` and the like off a symbol's name. */
export function tidySymbol(written: string): SymbolName {
  let text = written
    .trim()
    .replaceAll('`', '')
    .replace(/^new\s+/, '');
  const ecosystem = ecosystems.find((one) => text.startsWith(`${one}:`) && text[one.length + 1] !== ':');
  const isInstance = /\.prototype\.|[\w$]#[\w$]/.test(text);
  text = text
    .slice(ecosystem === undefined ? 0 : ecosystem.length + 1)
    .replace(/\([^()]*\)/g, '')
    .replaceAll(/#|::|\?\.|\\/g, '.')
    .replace(/\.prototype\./g, '.')
    .replace(/^node:/, '')
    .replace(/\.+$/, '')
    .trim();
  return { text, ...(ecosystem === undefined ? {} : { ecosystem }), ...(isInstance ? { isInstance } : {}) };
}

/** A package and the names below it that a qualified name may mean. */
export interface NameReading {
  readonly package: string;
  /** `.`, or `./sub` of an npm package. */
  readonly subpath: string;
  readonly names: readonly string[];
}

/**
 * The ways to read a qualified npm name, the shortest package first: dots may belong to the package's name
 * (`socket.io.Server`).
 */
export function npmReadings(text: string): readonly NameReading[] {
  const parts = text.split('/');
  const isScoped = text.startsWith('@');
  if (isScoped && parts.length < 2) return [];
  const head = isScoped ? `${parts[0]}/` : '';
  const [own = '', ...below] = isScoped ? parts.slice(1) : parts;
  if (below.length > 0) {
    const last = below.at(-1) ?? '';
    const [file = '', ...names] = last.split('.');
    const subpath = ['.', ...below.slice(0, -1), file].join('/');
    return [{ package: head + own, subpath, names }];
  }
  const pieces = own.split('.');
  return pieces.map((_, i) => ({
    package: head + pieces.slice(0, i + 1).join('.'),
    subpath: '.',
    names: pieces.slice(i + 1),
  }));
}
