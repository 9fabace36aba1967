import { dirname, join } from 'pathe';
import { type Cancellation, type Message, message } from '../../platform/index.ts';
import type { EvidenceTools } from '../evidence-tools.ts';
import { type LoadedModule, type ModuleRead, readModule } from '../loaded-module.ts';
import type { Located } from '../located.ts';
import type { ModuleHost } from '../module-host.ts';
import type { InstalledPackage } from '../symbol-facts.ts';
import { distributionOfFile, readDistribution } from './distributions.ts';
import type { PythonRoot } from './environments.ts';
import { pythonFile, sourceBeside } from './module-file.ts';

/** A module by its dotted name, or why its files tell nothing. */
export type PythonModule =
  | { readonly module: LoadedModule; readonly problem?: undefined }
  | { readonly module?: undefined; readonly problem: Message };

/** What a host reads from. */
export interface PythonHostOptions {
  readonly tools: EvidenceTools;
  readonly roots: readonly PythonRoot[];
  readonly cancellation: Cancellation;
  /** Whether stubs are read where there are some. */
  readonly wanted?: 'any' | 'sources';
}

/** Modules of Python's search path: stubs where a package has them, else sources. */
export class PythonHost implements ModuleHost {
  readonly ecosystem = 'python';
  readonly #tools: EvidenceTools;
  readonly #cancellation: Cancellation;
  readonly #roots: readonly PythonRoot[];
  readonly #wanted: 'any' | 'sources';
  readonly #reads = new Map<string, Promise<ModuleRead>>();
  readonly #owners = new Map<string, Promise<Located<InstalledPackage>>>();

  constructor({ tools, roots, cancellation, wanted = 'any' }: PythonHostOptions) {
    this.#tools = tools;
    this.#roots = roots;
    this.#cancellation = cancellation;
    this.#wanted = wanted;
  }

  get running(): PythonHost {
    if (this.#wanted === 'sources') return this;
    const options = { tools: this.#tools, roots: this.#roots, cancellation: this.#cancellation };
    return new PythonHost({ ...options, wanted: 'sources' });
  }

  /** The module of a dotted name; `undefined` when no root has it. */
  async find(dotted: string): Promise<PythonModule | undefined> {
    const { files } = this.#tools;
    const inside = dotted.replaceAll('.', '/');
    for (const root of this.#roots) {
      const [top = '', ...rest] = inside.split('/');
      const stubs = join(root.folder, `${top}-stubs`, ...rest);
      const path =
        (this.#wanted === 'any' ? await pythonFile(files, stubs) : undefined) ??
        (await pythonFile(files, join(root.folder, inside), this.#wanted));
      if (path === undefined) continue;
      const owner = await this.#ownerOf(root, path);
      if (owner.type === 'broken') return { problem: owner.problem };
      const read = await this.#read(path, owner.package);
      if (read.module !== undefined) return read;
      const file = path.slice(root.folder.length + 1);
      return { problem: message('evidence.python.unreadable', { package: owner.package.name, file }) };
    }
    return undefined;
  }

  async resolve(specifier: string, from: LoadedModule): Promise<LoadedModule | undefined> {
    const relative = /^(\.+)(.*)$/.exec(specifier);
    if (relative === null) return (await this.find(specifier))?.module;
    let folder = dirname(from.path);
    for (let level = 1; level < (relative[1] ?? '').length; level++) folder = dirname(folder);
    const rest = (relative[2] ?? '').replaceAll('.', '/');
    return this.#inside(rest === '' ? folder : join(folder, rest), from);
  }

  async submodule(module: LoadedModule, name: string): Promise<LoadedModule | undefined> {
    if (!/\/__init__\.pyi?$/.test(module.path) || !/^\w+$/.test(name)) return undefined;
    return this.#inside(join(dirname(module.path), name), module);
  }

  async implementation(module: LoadedModule): Promise<LoadedModule | undefined> {
    const path = await sourceBeside(this.#tools.files, module.path);
    return path === undefined ? undefined : (await this.#read(path, module.owner)).module;
  }

  async #inside(path: string, from: LoadedModule): Promise<LoadedModule | undefined> {
    const file = await pythonFile(this.#tools.files, path, this.#wanted);
    if (file === undefined || !file.startsWith(`${from.owner.root}/`)) return undefined;
    return (await this.#read(file, from.owner)).module;
  }

  #ownerOf(root: PythonRoot, path: string): Promise<Located<InstalledPackage>> {
    const top = path
      .slice(root.folder.length + 1)
      .split('/')
      .slice(0, 2)
      .join('/');
    const key = `${root.folder}\n${top}`;
    const known = this.#owners.get(key);
    if (known !== undefined) return known;
    const finding = this.#findOwner(root, path);
    this.#owners.set(key, finding);
    return finding;
  }

  async #findOwner(
    { folder, kind, version, owner }: PythonRoot,
    path: string,
  ): Promise<Located<InstalledPackage>> {
    if (owner !== undefined) return { type: 'found', package: owner };
    const known = version === undefined ? {} : { version };
    if (kind === 'library') {
      return { type: 'found', package: { ecosystem: 'python', name: 'python', root: folder, ...known } };
    }
    const distribution = await distributionOfFile(this.#tools.files, folder, path);
    if (distribution !== undefined) return readDistribution(this.#tools.files, distribution);
    const name = (path.slice(folder.length + 1).split('/')[0] ?? '').replace(/\.pyi?$/, '');
    return { type: 'found', package: { ecosystem: 'python', name, root: folder } };
  }

  #read(path: string, owner: InstalledPackage): Promise<ModuleRead> {
    const known = this.#reads.get(path);
    if (known !== undefined) return known;
    const reading = readModule(this.#tools, { path, owner }, this.#cancellation);
    this.#reads.set(path, reading);
    return reading;
  }
}
