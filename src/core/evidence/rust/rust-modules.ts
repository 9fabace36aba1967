import { dirname, join } from 'pathe';
import type { Cancellation } from '../../platform/index.ts';
import type { DeclaredMatch } from '../declared/declared-unit.ts';
import type { EvidenceTools } from '../evidence-tools.ts';
import { type LoadedModule, readModule } from '../loaded-module.ts';
import { type CargoProject, type Crate, cratesNamed } from './crates.ts';
import { declaredModules, type ModuleDeclaration, type UsedName, usedNames } from './use-statements.ts';

/** A module of a crate: a file, or a part of one. */
export interface RustModule {
  readonly crate: Crate;
  readonly file: string;
  /** The folder that its own modules lie in. */
  readonly folder: string;
  /** The modules inside the file around it. */
  readonly inline: readonly string[];
  /** Its own text. */
  readonly text: string;
  /** The module around it; absent for the root. */
  readonly outer?: RustModule;
}

/** What a path leads to. */
export type RustPlace =
  | { readonly type: 'module'; readonly module: RustModule }
  | { readonly type: 'item'; readonly module: RustModule; readonly name: string };

const deepest = 12;

/** Follows paths through the modules of crates, `use` statements included. */
export class RustModules {
  readonly #tools: EvidenceTools;
  readonly #project: CargoProject | undefined;
  readonly #cancellation: Cancellation;

  constructor(tools: EvidenceTools, project: CargoProject | undefined, cancellation: Cancellation) {
    this.#tools = tools;
    this.#project = project;
    this.#cancellation = cancellation;
  }

  /** The root module of a crate; `undefined` when its file can't be read. */
  async root(crate: Crate): Promise<RustModule | undefined> {
    const text = await this.#tools.files.readText(crate.root);
    if (text === undefined) return undefined;
    return { crate, file: crate.root, folder: dirname(crate.root), inline: [], text };
  }

  /**
   * What one name means inside a module, as others see it; several where platforms or features decide, none when
   * nothing there is called so. A module and a function may share a name.
   */
  async steps(module: RustModule, name: string, prefers: RustPlace['type']): Promise<readonly RustPlace[]> {
    return this.#steps(module, name, { prefers, seen: new Set(), depth: 0 });
  }

  async #steps(module: RustModule, name: string, search: StepSearch): Promise<readonly RustPlace[]> {
    const { prefers, seen, depth } = search;
    const key = `${module.file} ${module.inline.join('.')} ${name} ${prefers}`;
    if (depth > deepest || seen.has(key)) return [];
    seen.add(key);
    const inner = (await this.#inner(module, name)).map((one) => modulePlace(one));
    if (prefers === 'module' && inner.length > 0) return inner;
    if (await this.#declares(module, name)) return [{ type: 'item', module, name }];
    const used = usedNames(module.text);
    for (const isPublic of [true, false]) {
      const seenAs = used.filter((one) => one.isPublic === isPublic);
      const found = await this.#brought(module, { name, used: seenAs }, search);
      if (found.length > 0) return found;
    }
    return inner;
  }

  /** What `use` statements bring in under a name: by itself, else with all of a module. */
  async #brought(
    module: RustModule,
    { name, used }: { readonly name: string; readonly used: readonly UsedName[] },
    search: StepSearch,
  ): Promise<readonly RustPlace[]> {
    const next = { ...search, depth: search.depth + 1 };
    const found: RustPlace[] = [];
    for (const one of used) {
      if (one.name === name) found.push(...(await this.#follow(module, one.path, next)));
    }
    for (const one of found.length > 0 ? [] : used) {
      if (one.name !== '*') continue;
      for (const place of await this.#follow(module, one.path, { ...next, prefers: 'module' })) {
        if (place.type === 'module') found.push(...(await this.#steps(place.module, name, next)));
      }
    }
    return found;
  }

  /** Whether macros of a module, or of what it hands on as a whole, may write items that no declaration shows. */
  async mayHideItems(module: RustModule, depth = 0): Promise<boolean> {
    if (/!\s*[{(]/.test(module.text)) return true;
    for (const one of depth > 2 ? [] : usedNames(module.text)) {
      if (one.name !== '*' || !one.isPublic) continue;
      const search: StepSearch = { prefers: 'module', seen: new Set(), depth: 0 };
      for (const place of await this.#follow(module, one.path, search)) {
        if (place.type === 'module' && (await this.mayHideItems(place.module, depth + 1))) return true;
      }
    }
    return false;
  }

  /** Whether a module declares a name; a type that a macro writes shows by its members alone. */
  async #declares(module: RustModule, name: string): Promise<boolean> {
    if (!module.text.includes(name)) return false;
    const read = await this.read(module.file, module.crate);
    const path = [...module.inline, name].join('.');
    return (read?.record.symbols ?? []).some((one) => {
      const plain = plainPath(one.path);
      return plain === path || (plain.startsWith(`${path}.`) && /^\p{Lu}/u.test(name));
    });
  }

  /** The declarations of a file; `undefined` when it can't be read. */
  async read(path: string, { owner }: Crate): Promise<LoadedModule | undefined> {
    return (await readModule(this.#tools, { path, owner }, this.#cancellation)).module;
  }

  async #follow(
    from: RustModule,
    path: readonly string[],
    search: StepSearch,
  ): Promise<readonly RustPlace[]> {
    const [first = '', ...rest] = path;
    if (rest.length === 0) return this.#start(from, first, search);
    let places = await this.#start(from, first, { ...search, prefers: 'module' });
    for (const [i, name] of rest.entries()) {
      const isLast = i === rest.length - 1;
      const next: RustPlace[] = [];
      for (const place of places) {
        if (place.type !== 'module') continue;
        if (name === 'super') next.push(...placeOf(place.module.outer));
        else {
          const prefers = isLast ? search.prefers : 'module';
          next.push(
            ...(await this.#steps(place.module, name, { ...search, prefers, depth: search.depth + 1 })),
          );
        }
      }
      places = next;
    }
    return places;
  }

  async #start(from: RustModule, first: string, search: StepSearch): Promise<readonly RustPlace[]> {
    if (first === 'self') return placeOf(from);
    if (first === 'super') return placeOf(from.outer);
    if (first === 'crate') return placeOf(rootOf(from));
    const inner = await this.#inner(from, first);
    if (inner.length > 0) return inner.map((one) => modulePlace(one));
    const name = first.replace(/_crate$/, '').replace(/^r#/, '');
    const [crate, ...others] = await cratesNamed(this.#tools, this.#project, name);
    if (crate !== undefined && others.length === 0) return placeOf(await this.root(crate));
    return from.outer === undefined
      ? []
      : this.#steps(rootOf(from), first, { ...search, depth: search.depth + 1 });
  }

  async #inner(module: RustModule, name: string): Promise<readonly RustModule[]> {
    const found: RustModule[] = [];
    for (const one of declaredModules(module.text, name)) {
      const inner = await this.#innerAt(module, name, one);
      if (inner !== undefined) found.push(inner);
    }
    return found;
  }

  async #innerAt(
    module: RustModule,
    name: string,
    { text, path }: ModuleDeclaration,
  ): Promise<RustModule | undefined> {
    const folder = join(module.folder, name);
    if (text !== undefined)
      return { ...module, inline: [...module.inline, name], folder, text, outer: module };
    const moved = path === undefined ? [] : [join(dirname(module.file), path)];
    for (const file of [...moved, join(module.folder, `${name}.rs`), join(module.folder, name, 'mod.rs')]) {
      const read = await this.#tools.files.readText(file);
      if (read !== undefined)
        return { crate: module.crate, file, folder, inline: [], text: read, outer: module };
    }
    return undefined;
  }
}

/** How a name is looked for. */
interface StepSearch {
  readonly prefers: RustPlace['type'];
  /** What was looked at. */
  readonly seen: Set<string>;
  readonly depth: number;
}

function modulePlace(module: RustModule): RustPlace {
  return { type: 'module', module };
}

function placeOf(module: RustModule | undefined): readonly RustPlace[] {
  return module === undefined ? [] : [modulePlace(module)];
}

function rootOf(module: RustModule): RustModule {
  return module.outer === undefined ? module : rootOf(module.outer);
}

/** The declarations of a path, where types are written without their parameters: `Vec<T, A>` is `Vec`. */
export function declaredRust(module: LoadedModule, path: string): readonly DeclaredMatch[] {
  return module.record.symbols
    .filter((record) => plainPath(record.path) === path)
    .map((record) => ({ module, record }));
}

/** A path without the parameters of its types. */
export function plainPath(path: string): string {
  if (!/[<&[ ]/.test(path)) return path;
  let plain = path;
  for (let next = ''; next !== plain; ) {
    next = plain;
    plain = plain.replace(/(?:::)?<[^<>]*>/g, '');
  }
  return plain.replace(/&(?:'\w+ )?(?:mut )?/g, '').replace(/\b\w+::/g, '');
}
