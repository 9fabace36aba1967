import { dirname, join } from 'pathe';
import type { Cancellation, Message } from '../../platform/index.ts';
import { message } from '../../platform/index.ts';
import type { EvidenceTools } from '../evidence-tools.ts';
import { type LoadedModule, type ModuleFile, type ModuleRead, readModule } from '../loaded-module.ts';
import type { ModuleHost } from '../module-host.ts';
import { locateNpmPackage, type NpmPackage } from './locate-package.ts';
import { declarationFile, scriptFile } from './module-file.ts';
import { declarationEntry, scriptEntry } from './package-entry.ts';

/** A package's module for a subpath, or why there is none. */
export type PackageModule =
  | { readonly module: LoadedModule; readonly problem?: undefined }
  | { readonly module?: undefined; readonly problem: Message | undefined };

const typescript = /\.[cm]?tsx?$/;

/** Modules of `node_modules`: declarations where a package or its `@types` has them, else JavaScript. */
export class NpmHost implements ModuleHost {
  readonly ecosystem = 'npm';
  readonly running = this;
  readonly #tools: EvidenceTools;
  readonly #cancellation: Cancellation;
  readonly #reads = new Map<string, Promise<ModuleRead>>();
  /** The package and subpath that a module was reached by, by the module's path. */
  readonly #entries = new Map<string, { readonly found: NpmPackage; readonly subpath: string }>();

  constructor(tools: EvidenceTools, cancellation: Cancellation) {
    this.#tools = tools;
    this.#cancellation = cancellation;
  }

  /** The module with which a package, or a subpath of it (`./sub`), begins. */
  async entry(found: NpmPackage, subpath: string): Promise<PackageModule> {
    const entry = await this.#entry(found, subpath);
    if (entry.module !== undefined) this.#entries.set(entry.module.path, { found, subpath });
    return entry;
  }

  async #entry(found: NpmPackage, subpath: string): Promise<PackageModule> {
    const { files } = this.#tools;
    const own = await declarationEntry(files, found, subpath);
    if (own.path !== undefined) return this.#whole({ path: own.path, owner: found.installed }, found);
    const types = await this.#typesPackage(found);
    const foreign = types === undefined ? undefined : await declarationEntry(files, types, subpath);
    if (types !== undefined && foreign?.path !== undefined) {
      return this.#whole({ path: foreign.path, owner: types.installed }, found);
    }
    if (own.problem !== undefined) return { problem: own.problem };
    const script = await scriptEntry(files, found, subpath);
    if (script !== undefined) return this.#whole({ path: script, owner: found.installed }, found);
    const missing = subpath === '.' && found.manifest.main !== undefined ? found.manifest.main : undefined;
    return {
      problem:
        missing === undefined
          ? undefined
          : message('evidence.npm.file-missing', { package: found.installed.name, file: missing }),
    };
  }

  async resolve(specifier: string, from: LoadedModule): Promise<LoadedModule | undefined> {
    if (specifier.startsWith('.')) return this.#relative(specifier, from);
    if (from.record.symbols.some((one) => one.scope === specifier)) return { ...from, scope: specifier };
    const { name, subpath } = splitSpecifier(specifier);
    const found = await locateNpmPackage(this.#tools.files, name, [dirname(from.path)]);
    if (found?.type === 'found') return (await this.entry(found.package, subpath)).module;
    const types = await locateNpmPackage(this.#tools.files, typesName(name), [dirname(from.path)]);
    if (types?.type === 'found') return (await this.entry(types.package, subpath)).module;
    return (await this.builtIn(specifier, [dirname(from.path)]))?.module;
  }

  /** A module of Node itself, as `@types/node` declares it; `undefined` when that isn't installed. */
  async builtIn(
    specifier: string,
    from: readonly string[],
  ): Promise<{ readonly module: LoadedModule; readonly found: NpmPackage } | undefined> {
    const name = specifier.replace(/^node:/, '');
    if (!/^[a-z_]+(?:\/[a-z_]+)*$/.test(name)) return undefined;
    const located = await locateNpmPackage(this.#tools.files, typesName('node'), from);
    if (located?.type !== 'found') return undefined;
    const { installed } = located.package;
    const path = join(installed.root, `${name}.d.ts`);
    if ((await this.#tools.files.stat(path))?.kind !== 'file') return undefined;
    const { module } = await this.#read({ path, owner: installed });
    const scopes = [`node:${name}`, name].map((scope) => ({
      scope,
      size: module?.record.symbols.filter((one) => one.scope === scope).length ?? 0,
    }));
    const fullest = scopes.sort((a, b) => b.size - a.size)[0];
    if (module === undefined || fullest === undefined || fullest.size === 0) return undefined;
    return { module: { ...module, scope: fullest.scope }, found: located.package };
  }

  async submodule(): Promise<undefined> {
    return undefined;
  }

  async implementation(module: LoadedModule, name?: string): Promise<LoadedModule | undefined> {
    if (!typescript.test(module.path)) return undefined;
    const entry = this.#entries.get(module.path);
    if (entry === undefined) return undefined;
    const { found, subpath } = entry;
    const path = name === undefined ? subpath : `${subpath}/${name}`;
    const script = await scriptEntry(this.#tools.files, found, path);
    if (script === undefined) return undefined;
    return (await this.#read({ path: script, owner: found.installed })).module;
  }

  async #relative(specifier: string, from: LoadedModule): Promise<LoadedModule | undefined> {
    const path = join(dirname(from.path), specifier);
    const { files } = this.#tools;
    const file = typescript.test(from.path)
      ? await declarationFile(files, path)
      : await scriptFile(files, path);
    if (file === undefined || !`${file}/`.startsWith(`${from.owner.root}/`)) return undefined;
    return (await this.#read({ path: file, owner: from.owner })).module;
  }

  /** `@types/name`, installed beside the package or around it. */
  async #typesPackage({ installed }: NpmPackage): Promise<NpmPackage | undefined> {
    const around = installed.root.replace(/\/node_modules\/(?:@[^/]+\/)?[^/]+$/, '');
    const found = await locateNpmPackage(this.#tools.files, typesName(installed.name), [
      around,
      installed.root,
    ]);
    return found?.type === 'found' ? found.package : undefined;
  }

  /** The file, or the `declare module` block in it that is meant. */
  async #whole(file: ModuleFile, { installed }: NpmPackage): Promise<PackageModule> {
    const read = await this.#read(file);
    if (read.module === undefined) {
      const at = file.path.slice(file.owner.root.length + 1);
      return { problem: message('evidence.npm.unreadable', { package: file.owner.name, file: at }) };
    }
    const { module } = read;
    const isBlock = module.record.symbols.some((one) => one.scope === installed.name);
    const hasOwn = module.record.exports.some((one) => one.scope === '');
    return { module: isBlock && !hasOwn ? { ...module, scope: installed.name } : module };
  }

  #read(file: ModuleFile): Promise<ModuleRead> {
    const known = this.#reads.get(file.path);
    if (known !== undefined) return known;
    const reading = readModule(this.#tools, file, this.#cancellation);
    this.#reads.set(file.path, reading);
    return reading;
  }
}

/** The name under which declarations of a package are published apart: `@types/name`, `@types/scope__name`. */
export function typesName(name: string): string {
  return `@types/${name.replace(/^@([^/]+)\//, '$1__')}`;
}

/** The package and the subpath (`.`, `./sub`) of an import. */
export function splitSpecifier(specifier: string): { readonly name: string; readonly subpath: string } {
  const parts = specifier.split('/');
  const length = specifier.startsWith('@') ? 2 : 1;
  const rest = parts.slice(length).join('/');
  return { name: parts.slice(0, length).join('/'), subpath: rest === '' ? '.' : `./${rest}` };
}
