import type { Cancellation } from '../../platform/index.ts';
import { type DeclaredMatch, declaredAt } from '../declared/declared-unit.ts';
import type { EvidenceTools } from '../evidence-tools.ts';
import { type LoadedModule, type ModuleRead, readModule } from '../loaded-module.ts';
import type { InstalledPackage } from '../symbol-facts.ts';
import type { JavaSource } from './java-source.ts';

/** A file of Java and the package that it belongs to. */
export interface JavaFile {
  readonly path: string;
  readonly owner: InstalledPackage;
}

/** A class, interface or enum in its file. */
export interface JavaType {
  readonly module: LoadedModule;
  /** With the classes around it: `Map.Entry`. */
  readonly path: string;
}

/** Members of a name that a type has, and whether it may have more than could be followed. */
export interface JavaMembers {
  readonly matches: readonly DeclaredMatch[];
  readonly isPartial: boolean;
}

/** All the sources that some folders see. */
export class JavaTypes {
  readonly #tools: EvidenceTools;
  readonly #cancellation: Cancellation;
  readonly #byName = new Map<string, JavaFile[]>();

  constructor(tools: EvidenceTools, sources: readonly JavaSource[], cancellation: Cancellation) {
    this.#tools = tools;
    this.#cancellation = cancellation;
    for (const { files, owner } of sources) {
      for (const path of files) {
        const name = path.slice(path.lastIndexOf('/') + 1);
        const known = this.#byName.get(name);
        if (known === undefined) this.#byName.set(name, [{ path, owner }]);
        else known.push({ path, owner });
      }
    }
  }

  /** The files that declare a class of that name, in packages that end with the given one. */
  filesOf(name: string, inside: readonly string[]): readonly JavaFile[] {
    const folder = inside.length === 0 ? '/' : `/${inside.join('/')}/`;
    return (this.#byName.get(`${name}.java`) ?? []).filter(({ path }) =>
      `/${path.slice(0, path.lastIndexOf('/') + 1)}`.endsWith(folder),
    );
  }

  /** The declarations of a file, or why it can't be read. */
  read({ path, owner }: JavaFile): Promise<ModuleRead> {
    return readModule(this.#tools, { path, owner }, this.#cancellation);
  }

  /** A member with what a type inherits under its name; overridden ones are left out. */
  async membersOf(type: JavaType, name: string): Promise<JavaMembers> {
    const matches: DeclaredMatch[] = [];
    const seen = new Set<string>();
    let isPartial = false;
    let level = [type];
    for (let depth = 0; level.length > 0 && depth < 8; depth++) {
      const next: JavaType[] = [];
      for (const one of level) {
        const key = `${one.module.path} ${one.path}`;
        if (seen.has(key)) continue;
        seen.add(key);
        const own = declaredAt([one.module], `${one.path}.${name}`);
        matches.push(...own.filter((match) => isNew(matches, match, depth)));
        const bases = await this.#basesOf(one);
        next.push(...bases.found);
        isPartial ||= bases.isPartial;
      }
      level = next;
    }
    return { matches, isPartial };
  }

  async #basesOf(
    type: JavaType,
  ): Promise<{ readonly found: readonly JavaType[]; readonly isPartial: boolean }> {
    const found: JavaType[] = [];
    let isPartial = false;
    const names = declaredAt([type.module], type.path).flatMap(({ record }) => record.bases);
    for (const name of names) {
      const base = await this.#resolve(type, name);
      if (base === undefined) isPartial = true;
      else found.push(base);
    }
    return { found, isPartial };
  }

  /** What a type's source means by a name: a class beside or inside it, an import, its package, `java.lang`. */
  async #resolve({ module, path }: JavaType, written: string): Promise<JavaType | undefined> {
    const [first = '', ...rest] = written.split('.');
    const outer = path.split('.');
    for (let depth = outer.length; depth >= 0; depth--) {
      const near = [...outer.slice(0, depth), written].join('.');
      if (near !== path && declaredAt([module], near).length > 0) return { module, path: near };
    }
    const parts = [first, ...rest];
    const capital = parts.findIndex((part) => /^\p{Lu}/u.test(part));
    if (capital > 0) return this.#declared(parts.slice(0, capital), parts.slice(capital));
    const { text } = module.source;
    const imported = new RegExp(`^import\\s+([\\w.]+)\\.${first}\\s*;`, 'm').exec(text)?.[1];
    const stars = [...text.matchAll(/^import\s+([\w.]+)\.\*\s*;/gm)].map(([, name = '']) => name);
    const own = /^package\s+([\w.]+)\s*;/m.exec(text)?.[1] ?? '';
    for (const place of imported === undefined ? [own, 'java.lang', ...stars] : [imported]) {
      const inside = place.split('.').filter((part) => part !== '');
      const found = await this.#declared(inside, parts);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  async #declared(inside: readonly string[], names: readonly string[]): Promise<JavaType | undefined> {
    const path = names.join('.');
    for (const file of this.filesOf(names[0] ?? '', inside)) {
      const { module } = await this.read(file);
      if (module !== undefined && declaredAt([module], path).length > 0) return { module, path };
    }
    return undefined;
  }
}

/** What a base declares with as many parameters is overridden. */
function isNew(known: readonly DeclaredMatch[], match: DeclaredMatch, depth: number): boolean {
  if (depth === 0) return true;
  const countOf = ({ record }: DeclaredMatch) => record.signatures[0]?.parameters.length;
  return !known.some((one) => countOf(one) === countOf(match)) && !isPrivate(match);
}

/** Whether a member can't be seen from outside of its class. */
export function isPrivate({ module, record }: DeclaredMatch): boolean {
  return /(?:^|\s)private\s/.test(
    module.source.text.slice(record.head.start, record.head.end).split('(')[0] ?? '',
  );
}
