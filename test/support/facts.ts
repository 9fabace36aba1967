import type { AskTools } from '../../src/core/ask/index.ts';
import type {
  Evidence,
  FactValue,
  InstalledPackage,
  ParameterFacts,
  SymbolFacts,
  SymbolLookup,
} from '../../src/core/evidence/index.ts';
import { SourceText } from '../../src/core/source/index.ts';
import { decodeUtf8, nodeFileSystem } from '../../src/node/file-system.ts';

/** One declaration file of a package, from which facts quote. */
export class Declarations {
  readonly owner: InstalledPackage;
  readonly path: string;
  readonly #source: SourceText;

  constructor(owner: InstalledPackage, file: string, text: string) {
    this.owner = owner;
    this.path = `${owner.root}/${file}`;
    this.#source = new SourceText(text);
  }

  /** The first place of some words; fails when they aren't there. */
  quote(words: string): Evidence {
    const start = this.#source.text.indexOf(words);
    if (start < 0) throw new Error(`no such words: ${words}`);
    const range = this.#source.rangeOf({ start, end: start + words.length });
    const version = this.owner.version === undefined ? {} : { version: this.owner.version };
    return { path: this.path, range, quote: words, package: this.owner.name, ...version };
  }

  value(value: string, words = value): FactValue {
    return { value, evidence: [this.quote(words)] };
  }

  parameter(
    words: string,
    facts: Omit<ParameterFacts, 'kind' | 'optional' | 'evidence'> & Partial<ParameterFacts>,
  ): ParameterFacts {
    return { kind: 'plain', optional: false, evidence: this.quote(words), ...facts };
  }

  symbol(head: string, facts: Pick<SymbolFacts, 'name'> & Partial<SymbolFacts>): SymbolFacts {
    return {
      package: this.owner,
      kind: 'function',
      head: this.quote(head),
      overloads: 1,
      isAsync: false,
      ...facts,
    };
  }
}

/** What a lookup of these symbols comes to; names without a package in front are found too. */
export function fakeTools(symbols: readonly SymbolFacts[], cursor?: AskTools['symbolAtCursor']): AskTools {
  return {
    findSymbol: async ({ symbol, package: owner }): Promise<SymbolLookup> => {
      const found = symbols.filter(
        (one) =>
          (owner === undefined || owner === one.package.name) &&
          (symbol === one.name || symbol === `${one.package.name}.${one.name}`),
      );
      const [only, ...others] = found;
      if (only !== undefined && others.length === 0) return { type: 'found', symbol: only };
      if (only !== undefined) {
        return { type: 'ambiguous', candidates: found.map((one) => `${one.package.name}.${one.name}`) };
      }
      const home = symbols.find(
        (one) => one.package.name === owner || symbol.startsWith(`${one.package.name}.`),
      );
      if (home === undefined) return { type: 'not-installed', name: symbol, nearest: [] };
      const name = symbol.replace(`${home.package.name}.`, '');
      return { type: 'no-such-symbol', package: home.package, symbol: name, nearest: [home.name] };
    },
    symbolAtCursor: cursor ?? (async () => undefined),
    files: nodeFileSystem,
    decode: decodeUtf8,
    clock: () => 0,
  };
}
