import type { LoadedModule } from './loaded-module.ts';
import type { Ecosystem } from './symbol-facts.ts';

/** How modules of an ecosystem lead to each other; one implementation each. Reads every file once. */
export interface ModuleHost {
  readonly ecosystem: Ecosystem;
  /** The same modules with what runs in place of what only declares. */
  readonly running: ModuleHost;
  /** The module that an import of another one names, or `undefined` when it isn't installed or can't be read. */
  resolve(specifier: string, from: LoadedModule): Promise<LoadedModule | undefined>;
  /** The module of that name inside a package's folder; `undefined` where folders don't make modules. */
  submodule(module: LoadedModule, name: string): Promise<LoadedModule | undefined>;
  /**
   * The module that runs where this one only declares, or `undefined` when there is none; with a name the file of
   * that name beside it.
   */
  implementation(module: LoadedModule, name?: string): Promise<LoadedModule | undefined>;
}
