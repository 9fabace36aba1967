import type { Evidence } from '../evidence/index.ts';
import { type Raising, SourceText } from '../source/index.ts';
import type { CheckSubject } from './check.ts';
import { type ImportedName, importedModule, importedName } from './imported-name.ts';
import type { ModuleText } from './names-around.ts';

/** What a function may raise, with what it calls in other modules of the project. */
export interface RaisingClosure extends Raising {
  /** Classes that functions of other modules raise, and where. */
  readonly elsewhere: readonly { readonly name: string; readonly place: Evidence }[];
}

/** Functions of other modules that are followed at most. */
const maximumFunctions = 40;

/**
 * Follows the imported functions that are called into the project's own modules. Where one of them can't be found, is
 * bound in several ways, or leads on too far, the closure is not whole.
 */
export function raisingClosure(raising: Raising, subject: CheckSubject): Promise<RaisingClosure> {
  const before = known.get(raising);
  if (before !== undefined) return before;
  const closure = new Closure(raising, subject);
  const found = closure.follow(raising, { text: subject.text }).then(() => closure.found());
  known.set(raising, found);
  return found;
}

/** Of the several exceptions that one comment names, all need the same closure. */
const known = new WeakMap<Raising, Promise<RaisingClosure>>();

/** What was found out about the imports of a source that is checked, and of the modules that it leads to. */
interface Imports {
  readonly bindings: Map<string, Binding>;
  readonly modules: Map<string, Promise<ModuleText | undefined>>;
}

/** By what reads the modules of one check. */
const knownImports = new WeakMap<CheckSubject['readRaising'], Imports>();

interface Binding {
  readonly target?: ImportedName | undefined;
  /** The specifier of a whole module. */
  readonly whole?: string | undefined;
}

function bindingOf(name: string, text: string): Binding {
  if (!isBoundOnce(name, text)) return {};
  const target = importedName(name, text);
  return target === undefined ? { whole: importedModule(name, text) } : { target };
}

/** A module; without a path the one that is checked. */
interface Module {
  readonly path?: string;
  readonly text: string;
}

interface Target {
  readonly module: ModuleText;
  readonly name: string;
}

class Closure {
  readonly #own: Raising;
  readonly #subject: CheckSubject;
  readonly #elsewhere: { name: string; place: Evidence }[] = [];
  readonly #builtIn: Set<string>;
  readonly #names: Set<string>;
  readonly #bases: Map<string, readonly string[]>;
  readonly #visited = new Set<string>();
  readonly #imports: Imports;
  #isWhole: boolean;

  constructor(own: Raising, subject: CheckSubject) {
    this.#own = own;
    this.#subject = subject;
    this.#builtIn = new Set(own.builtIn);
    this.#names = new Set(own.names);
    this.#bases = new Map(own.bases);
    this.#isWhole = own.isWhole;
    this.#imports = knownImports.get(subject.readRaising) ?? { bindings: new Map(), modules: new Map() };
    knownImports.set(subject.readRaising, this.#imports);
  }

  /** Follows what a function of a module calls. */
  async follow(raising: Raising, from: Module): Promise<void> {
    for (const name of raising.imported) await this.#enter(name, from);
  }

  async #enter(name: string, from: Module): Promise<void> {
    for (const target of await this.#targetsOf(name, from)) {
      const key = `${target.module.path}\0${target.name}`;
      if (this.#visited.has(key)) return;
      const raising = await this.#subject.readRaising(target.module, target.name);
      const handedOn =
        raising === undefined ? importedName(firstOf(target.name), target.module.text) : undefined;
      if (raising === undefined && handedOn === undefined) continue;
      this.#visited.add(key);
      if (this.#visited.size > maximumFunctions) break;
      // A module may hand on what it imports itself.
      if (raising === undefined) await this.#enter(target.name, target.module);
      else await this.#add(raising, target.module);
      return;
    }
    this.#isWhole = false;
  }

  /** What a name, or the name behind a dot (`Ship.sail`, `ships.sail`), may mean in other modules, the likeliest first. */
  async #targetsOf(name: string, from: Module): Promise<readonly Target[]> {
    const first = firstOf(name);
    const rest = name.slice(first.length + 1);
    const { target, whole } = this.#bindingOf(first, from);
    const inModule = target === undefined ? [] : [[target.specifier, `${target.name}.${rest}`] as const];
    // Python imports modules out of packages in the same way.
    const specifier =
      target === undefined ? whole : `${target.specifier.replace(/([^.])$/, '$1.')}${target.name}`;
    const asModule = rest === '' || specifier === undefined ? [] : [[specifier, rest] as const];
    const found: Target[] = [];
    for (const [where, what] of [...inModule, ...asModule]) {
      const module = await this.#moduleOf(where, from);
      if (module !== undefined) found.push({ module, name: what.replace(/\.$/, '') });
    }
    return found;
  }

  #bindingOf(name: string, from: Module): Binding {
    const key = `${from.path}\0${name}`;
    const found = this.#imports.bindings.get(key) ?? bindingOf(name, from.text);
    this.#imports.bindings.set(key, found);
    return found;
  }

  #moduleOf(specifier: string, { path }: Module): Promise<ModuleText | undefined> {
    const key = `${path}\0${specifier}`;
    const { around } = this.#subject;
    const found =
      this.#imports.modules.get(key) ?? around?.module(specifier, path) ?? Promise.resolve(undefined);
    this.#imports.modules.set(key, found);
    return found;
  }

  async #add(raising: Raising, module: ModuleText): Promise<void> {
    const source = new SourceText(module.text);
    for (const { name, quote } of raising.raised) {
      const place = { path: module.path, range: source.rangeOf(quote.span), quote: quote.text };
      this.#elsewhere.push({ name, place });
    }
    for (const one of raising.builtIn) this.#builtIn.add(one);
    for (const one of raising.names) this.#names.add(one);
    for (const [name, bases] of raising.bases) if (!this.#bases.has(name)) this.#bases.set(name, bases);
    if (!raising.isWhole) this.#isWhole = false;
    await this.follow(raising, module);
  }

  found(): RaisingClosure {
    return {
      ...this.#own,
      builtIn: this.#builtIn,
      names: this.#names,
      bases: this.#bases,
      isWhole: this.#isWhole,
      elsewhere: this.#elsewhere,
    };
  }
}

function firstOf(name: string): string {
  return name.split('.')[0] ?? name;
}

/** Whether nothing but an import may give a name its value. */
function isBoundOnce(name: string, text: string): boolean {
  const word = name.replaceAll('$', String.raw`\$`);
  const required = new RegExp(String.raw`(?:var|let|const)\s+${word}\s*=\s*require\(`, 'g');
  return !new RegExp(
    String.raw`(?:^|[;\s])(?:(?:var|let|const|def|class|function|global)\s+${word}\b|${word}\s*(?::[^=\n]+)?=(?![=>]))`,
  ).test(text.replaceAll(required, ''));
}
