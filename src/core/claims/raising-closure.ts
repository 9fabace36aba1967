import type { Evidence } from '../evidence/index.ts';
import { type Raising, SourceText } from '../source/index.ts';
import type { CheckSubject } from './check.ts';
import { importedName } from './imported-name.ts';
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
export async function raisingClosure(raising: Raising, subject: CheckSubject): Promise<RaisingClosure> {
  if (raising.imported.size === 0) return { ...raising, elsewhere: [] };
  const closure = new Closure(raising, subject);
  await closure.follow(raising, { text: subject.text });
  return closure.found();
}

class Closure {
  readonly #own: Raising;
  readonly #subject: CheckSubject;
  readonly #elsewhere: { name: string; place: Evidence }[] = [];
  readonly #builtIn: Set<string>;
  readonly #names: Set<string>;
  readonly #bases: Map<string, readonly string[]>;
  readonly #visited = new Set<string>();
  #isWhole: boolean;

  constructor(own: Raising, subject: CheckSubject) {
    this.#own = own;
    this.#subject = subject;
    this.#builtIn = new Set(own.builtIn);
    this.#names = new Set(own.names);
    this.#bases = new Map(own.bases);
    this.#isWhole = own.isWhole;
  }

  /** Follows what a function of a module calls; the module without a path is the one that is checked. */
  async follow(
    raising: Raising,
    { path, text }: { readonly path?: string; readonly text: string },
  ): Promise<void> {
    for (const name of raising.imported)
      await this.#enter(name, path === undefined ? { text } : { path, text });
  }

  async #enter(name: string, from: { readonly path?: string; readonly text: string }): Promise<void> {
    const target = isBoundOnce(name, from.text) ? importedName(name, from.text) : undefined;
    const module = target && (await this.#subject.around?.module(target.specifier, from.path));
    if (target === undefined || module === undefined) {
      this.#isWhole = false;
      return;
    }
    const key = `${module.path}\0${target.name}`;
    if (this.#visited.has(key)) return;
    this.#visited.add(key);
    if (this.#visited.size > maximumFunctions) {
      this.#isWhole = false;
      return;
    }
    const raising = await this.#subject.readRaising(module, target.name);
    // A module may hand on what it imports itself.
    if (raising === undefined) await this.#enter(target.name, module);
    else await this.#add(raising, module);
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

/** Whether nothing but an import may give a name its value. */
function isBoundOnce(name: string, text: string): boolean {
  const word = name.replaceAll('$', String.raw`\$`);
  return !new RegExp(
    String.raw`(?:^|[;\s])(?:(?:var|let|const|def|class|function|global)\s+${word}\b|${word}\s*(?::[^=\n]+)?=(?![=>]))`,
  ).test(text);
}
