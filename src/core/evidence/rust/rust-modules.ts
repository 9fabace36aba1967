import { dirname, join } from 'pathe';
import type { Cancellation } from '../../platform/index.ts';
import type { DeclaredMatch } from '../declared/declared-unit.ts';
import type { EvidenceTools } from '../evidence-tools.ts';
import { type LoadedModule, readModule } from '../loaded-module.ts';
import { type CargoProject, type Crate, cratesNamed } from './crates.ts';
import { inlineModule, usedNames } from './use-statements.ts';

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

  /** What one name means inside a module; `undefined` when nothing there is called so. */
  async step(module: RustModule, name: string, depth = 0): Promise<RustPlace | undefined> {
    if (depth > deepest) return undefined;
    const inner = await this.#inner(module, name);
    if (inner !== undefined) return { type: 'module', module: inner };
    if ((await this.declared(module, name)).length > 0) return { type: 'item', module, name };
    const used = usedNames(module.text);
    for (const one of used) {
      if (one.name !== name) continue;
      const place = await this.#follow(module, one.path, depth + 1);
      if (place !== undefined) return place;
    }
    for (const one of used) {
      if (one.name !== '*') continue;
      const place = await this.#follow(module, one.path, depth + 1);
      const found = place?.type === 'module' ? await this.step(place.module, name, depth + 1) : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The declarations of a name in a module; with a member those of the member in the module's file. */
  async declared(module: RustModule, name: string): Promise<readonly DeclaredMatch[]> {
    if (!module.text.includes(name.split('.').at(-1) ?? name)) return [];
    const read = await this.read(module.file, module.crate);
    return read === undefined ? [] : declaredRust(read, [...module.inline, name].join('.'));
  }

  /** The declarations of a file; `undefined` when it can't be read. */
  async read(path: string, { owner }: Crate): Promise<LoadedModule | undefined> {
    return (await readModule(this.#tools, { path, owner }, this.#cancellation)).module;
  }

  async #follow(from: RustModule, path: readonly string[], depth: number): Promise<RustPlace | undefined> {
    const [first = '', ...rest] = path;
    let place = await this.#start(from, first, depth);
    for (const name of rest) {
      if (place?.type !== 'module') return undefined;
      place =
        name === 'super' ? modulePlace(place.module.outer) : await this.step(place.module, name, depth + 1);
    }
    return place;
  }

  async #start(from: RustModule, first: string, depth: number): Promise<RustPlace | undefined> {
    if (first === 'self') return modulePlace(from);
    if (first === 'super') return modulePlace(from.outer);
    if (first === 'crate') return modulePlace(rootOf(from));
    const inner = await this.#inner(from, first);
    if (inner !== undefined) return modulePlace(inner);
    const name = first.replace(/_crate$/, '').replace(/^r#/, '');
    const [crate, ...others] = await cratesNamed(this.#tools, this.#project, name);
    if (crate !== undefined && others.length === 0) return modulePlace(await this.root(crate));
    return from.outer === undefined ? undefined : this.step(rootOf(from), first, depth + 1);
  }

  async #inner(module: RustModule, name: string): Promise<RustModule | undefined> {
    if (!new RegExp(`\\bmod\\s+${name}\\s*[;{]`).test(module.text)) return undefined;
    const text = inlineModule(module.text, name);
    if (text !== undefined) {
      return {
        ...module,
        inline: [...module.inline, name],
        folder: join(module.folder, name),
        text,
        outer: module,
      };
    }
    const elsewhere = new RegExp(`#\\[path\\s*=\\s*"([^"]+)"\\][^;{}]*\\bmod\\s+${name}\\s*;`).exec(
      module.text,
    );
    const moved = elsewhere?.[1] === undefined ? [] : [join(dirname(module.file), elsewhere[1])];
    for (const file of [...moved, join(module.folder, `${name}.rs`), join(module.folder, name, 'mod.rs')]) {
      const read = await this.#tools.files.readText(file);
      if (read === undefined) continue;
      const folder = join(module.folder, name);
      return { crate: module.crate, file, folder, inline: [], text: read, outer: module };
    }
    return undefined;
  }
}

function modulePlace(module: RustModule | undefined): RustPlace | undefined {
  return module === undefined ? undefined : { type: 'module', module };
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
