import { ecosystemCalled } from '../evidence/index.ts';
import type { SymbolPhrase } from './question.ts';

/** One name of a phrase such as “the get method of the class Session in requests 2.31”. */
export interface NamedPart {
  readonly name: string;
  /** Said to be a package, library or module, or what something comes “from”. */
  readonly isPackage: boolean;
  readonly version?: string;
}

/** The symbol that nested names mean, the innermost first; `undefined` when there is none. */
export function symbolOfParts(parts: readonly NamedPart[]): SymbolPhrase | undefined {
  const version = parts.find((part) => part.version !== undefined)?.version;
  const names = parts.map(partOf);
  const last = names.at(-1);
  const ecosystem = last === undefined ? undefined : ecosystemCalled(last.name);
  const rest = ecosystem !== undefined && names.length > 1 ? names.slice(0, -1) : names;
  let name = '';
  let owner: string | undefined;
  for (const part of rest) {
    if (part.name === '') continue;
    if (part.isPackage) owner = part.name;
    else if (name === '') name = part.name;
    else if (name !== part.name && !isPrefix(part.name, name)) name = `${part.name}.${name}`;
  }
  if (name === '' && owner === undefined) return undefined;
  return {
    ...splitPackage(name, owner),
    ...(ecosystem === undefined || rest === names ? {} : { ecosystem }),
    ...(version === undefined ? {} : { version }),
  };
}

/** Names with a slash, an at sign or a dash can only be packages; what follows their first dot is inside them. */
function splitPackage(name: string, owner: string | undefined): Pick<SymbolPhrase, 'name' | 'package'> {
  if (owner !== undefined) return { name: withoutPrefix(name, owner), package: owner };
  if (!/[/@-]/.test(name)) return { name };
  const dot = name.indexOf('.', name.lastIndexOf('/') + 1);
  return dot < 0 ? { name: '', package: name } : { name: name.slice(dot + 1), package: name.slice(0, dot) };
}

/** Whether a qualified name begins with a name, however a package's name is spelt in it: `Jinja2`, `jinja2.Template`. */
function isPrefix(outer: string, name: string): boolean {
  const plain = (text: string) => text.toLowerCase().replaceAll(/[-_]/g, '-');
  return ['.', '::', '\\'].some((joint) => plain(name).startsWith(plain(outer) + joint));
}

function withoutPrefix(name: string, owner: string): string {
  if (name === owner) return '';
  return name.startsWith(`${owner}.`) ? name.slice(owner.length + 1) : name;
}

function partOf(part: NamedPart): NamedPart {
  return { ...part, isPackage: part.isPackage || (/[/@-]/.test(part.name) && !part.name.includes('.')) };
}
