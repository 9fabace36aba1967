import type { SymbolEntity } from './entity.ts';
import type { LoadedModule } from './loaded-module.ts';
import type { ModuleHost } from './module-host.ts';

/**
 * What the files of a package add to the interfaces and namespaces of another of its files, in `declare module`
 * blocks: `declare module "./index" { interface Static { … } }`.
 */
export class Additions {
  readonly #host: ModuleHost;
  readonly #known = new Map<string, Promise<readonly LoadedModule[]>>();

  constructor(host: ModuleHost) {
    this.#host = host;
  }

  /** The same declaration in the blocks that add to its module, and in that module where it stands in one. */
  async of({ module, path }: SymbolEntity): Promise<readonly SymbolEntity[]> {
    if (this.#host.ecosystem === 'python') return [];
    const base = await this.#baseOf(module);
    if (base === undefined) return [];
    const prefix = wholePrefix(base);
    const isBase = base.path === module.path && base.scope === module.scope;
    const outside = isBase && prefix !== '' && path.startsWith(prefix) ? path.slice(prefix.length) : path;
    const others = (await this.#blocksOf(base))
      .filter((block) => block.path !== module.path || block.scope !== module.scope)
      .map((block): SymbolEntity => ({ type: 'symbol', module: block, path: outside }));
    const inside: readonly SymbolEntity[] = isBase
      ? []
      : [outside, prefix + outside].map((one) => ({ type: 'symbol', module: base, path: one }));
    return [...others, ...inside].filter(isDeclared);
  }

  /** A name that only the blocks declare. */
  async topOf(module: LoadedModule, name: string): Promise<SymbolEntity | undefined> {
    if (this.#host.ecosystem === 'python' || module.scope !== '') return undefined;
    const found = (await this.#blocksOf(module)).map(
      (block): SymbolEntity => ({ type: 'symbol', module: block, path: name }),
    );
    return found.find(isDeclared);
  }

  async #baseOf(module: LoadedModule): Promise<LoadedModule | undefined> {
    if (module.scope === '') return module;
    return module.scope.startsWith('.')
      ? this.#host.resolve(module.scope, { ...module, scope: '' })
      : undefined;
  }

  #blocksOf(base: LoadedModule): Promise<readonly LoadedModule[]> {
    const known = this.#known.get(base.path);
    if (known !== undefined) return known;
    const finding = this.#findBlocks(base);
    this.#known.set(base.path, finding);
    return finding;
  }

  async #findBlocks(base: LoadedModule): Promise<readonly LoadedModule[]> {
    const blocks: LoadedModule[] = [];
    for (const companion of base.record.companions) {
      const file = await this.#host.resolve(companion, base);
      for (const scope of new Set(file?.record.symbols.map((one) => one.scope))) {
        if (file === undefined || !scope.startsWith('.')) continue;
        if ((await this.#host.resolve(scope, file))?.path === base.path) blocks.push({ ...file, scope });
      }
    }
    return blocks;
  }
}

/** The path in front of everything that the module gives as a whole: `_.` for `export = _`. */
function wholePrefix({ record }: LoadedModule): string {
  const whole = record.exports.find(
    (one) => one.type === 'local' && one.exported === '=' && one.scope === '',
  );
  return whole?.type === 'local' ? `${whole.local}.` : '';
}

function isDeclared({ module, path }: SymbolEntity): boolean {
  const inside = `${path}.`;
  return module.record.symbols.some(
    (one) => one.scope === module.scope && (one.path === path || one.path.startsWith(inside)),
  );
}
