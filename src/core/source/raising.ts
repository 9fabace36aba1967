import type { Quote } from './span.ts';

/** What a function may raise, as far as its file tells: its own body and the functions of the file that it calls. */
export interface Raising {
  /** The classes that are raised, and the statements that do it. */
  readonly raised: readonly { readonly name: string; readonly quote: Quote }[];
  /** Exceptions of the language itself that its operations and calls of built-in functions may raise. */
  readonly builtIn: ReadonlySet<string>;
  /** Every name that the code uses. */
  readonly names: ReadonlySet<string>;
  /** Names that are called and that neither the function, nor its file, nor the language declares: imported ones. */
  readonly imported: ReadonlySet<string>;
  /** Whether nothing else is called but the file's own functions and the language's. */
  readonly isWhole: boolean;
  /** The base classes, by their last names, of each class of the file. */
  readonly bases: ReadonlyMap<string, readonly string[]>;
}

/** Collects what one function, and those that it calls, may raise. */
export class RaisingCollector {
  readonly raised: { name: string; quote: Quote }[] = [];
  readonly builtIn = new Set<string>();
  readonly names = new Set<string>();
  readonly imported = new Set<string>();
  isWhole = true;
  readonly #visited = new Set<number>();

  /** Whether a function, by the id of its node, comes for the first time. */
  enters(id: number): boolean {
    if (this.#visited.has(id)) return false;
    this.#visited.add(id);
    return true;
  }

  /** Remembers exceptions of the language that an operation may raise. */
  may(exceptions: readonly string[]): void {
    for (const one of exceptions) this.builtIn.add(one);
  }

  /** What was found. */
  found(bases: Raising['bases']): Raising {
    const { raised, builtIn, names, imported, isWhole } = this;
    return { raised, builtIn, names, imported, isWhole, bases };
  }
}
