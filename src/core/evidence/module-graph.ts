import { Additions } from './additions.ts';
import type { Entity, SymbolEntity } from './entity.ts';
import type { LoadedModule } from './loaded-module.ts';
import type { ModuleHost } from './module-host.ts';
import type { SymbolRecord } from './module-record.ts';

/** Follows names through modules, re-exports, types and bases. Circles end in `undefined`. */
export class ModuleGraph {
  readonly host: ModuleHost;
  readonly #open = new Set<string>();
  readonly #additions: Additions;

  constructor(host: ModuleHost) {
    this.host = host;
    this.#additions = new Additions(host);
  }

  /** The declarations of a path, in the order of the file. */
  recordsOf({
    module,
    path,
  }: {
    readonly module: LoadedModule;
    readonly path: string;
  }): readonly SymbolRecord[] {
    return module.record.symbols.filter((one) => one.path === path && one.scope === module.scope);
  }

  /** What a module gives under a name; `=` is the module as a whole, `default` its default export. */
  exportOf(module: LoadedModule, name: string): Promise<Entity | undefined> {
    return this.#once(`export ${module.path} ${module.scope} ${name}`, () =>
      this.host.ecosystem === 'python' ? this.#pythonExport(module, name) : this.#exportOf(module, name),
    );
  }

  /**
   * A member of a class, interface, namespace, object or module, inherited ones included. What has a type by its
   * name (`object`) has the members of the type, but not those of a namespace that is called like it; `made` leaves
   * static ones out as well.
   */
  memberOf(entity: Entity, name: string, of: MemberOf = 'value'): Promise<Entity | undefined> {
    if (entity.type === 'module') return this.exportOf(entity.module, name);
    const { module, path } = entity;
    return this.#once(`member ${module.path} ${module.scope} ${path} ${name} ${of}`, () =>
      this.#memberOf(entity, name, of),
    );
  }

  /** What a dotted name means inside a module; `within` is the path of the declaration that writes it. */
  async localOf(module: LoadedModule, dotted: string, within = ''): Promise<Entity | undefined> {
    return this.#once(`local ${module.path} ${module.scope} ${within} ${dotted}`, async () => {
      const imported = /^import\(["']([^"']+)["']\)\.?(.*)$/.exec(dotted);
      if (imported !== null) return this.#importedType(module, imported[1] ?? '', imported[2] ?? '');
      const holders = within.split('.').slice(0, -1);
      for (let depth = holders.length; depth >= 0; depth--) {
        const path = [...holders.slice(0, depth), dotted].join('.');
        const entity: Entity = { type: 'symbol', module, path };
        if (path !== within && this.#isDeclared(entity)) return entity;
      }
      const [first = '', ...rest] = dotted.split('.');
      let entity = await this.#bindingOf(module, first, dotted);
      for (const name of rest) entity = entity === undefined ? undefined : await this.memberOf(entity, name);
      return entity ?? this.#aroundOf(module, dotted);
    });
  }

  /** A declaration with those that other files of its package add to it. */
  async partsOf(entity: SymbolEntity): Promise<readonly SymbolEntity[]> {
    return [entity, ...(await this.#additions.of(entity))];
  }

  /** What an entity is another name of, or what its type is; the entity itself is not among them. */
  async leadsOf(entity: Entity, by: 'aliases' | 'types' | 'bases'): Promise<readonly Entity[]> {
    if (entity.type === 'module') return [];
    const found: Entity[] = [];
    for (const part of await this.partsOf(entity)) {
      for (const name of new Set(this.recordsOf(part).flatMap((record) => record[by]))) {
        const target = name === 'this' ? holderOf(part) : await this.localOf(part.module, name, part.path);
        if (target !== undefined) found.push(target);
      }
    }
    return found;
  }

  /** Whether a path has declarations, or holds some as a namespace does. */
  #isDeclared({ module, path }: SymbolEntity): boolean {
    const inside = `${path}.`;
    return module.record.symbols.some(
      (one) => one.scope === module.scope && (one.path === path || one.path.startsWith(inside)),
    );
  }

  async #once(key: string, find: () => Promise<Entity | undefined>): Promise<Entity | undefined> {
    if (this.#open.has(key)) return undefined;
    this.#open.add(key);
    try {
      return await find();
    } finally {
      this.#open.delete(key);
    }
  }

  async #exportOf(module: LoadedModule, name: string): Promise<Entity | undefined> {
    const own = module.record.exports.filter((one) => one.scope === module.scope);
    for (const one of own) {
      if (one.type === 'star' || one.exported !== name) continue;
      const entity =
        one.type === 'local'
          ? await this.localOf(module, one.local)
          : await this.#takenFrom(module, one.specifier, one.imported);
      if (entity !== undefined) return entity;
    }
    if (name === '=') return { type: 'module', module };
    const whole = own.some((one) => one.type !== 'star' && one.exported === '=')
      ? await this.exportOf(module, '=')
      : undefined;
    if (whole !== undefined && name === 'default') return whole;
    const member = whole === undefined ? undefined : await this.memberOf(whole, name);
    return (
      member ??
      (await this.#starOf(module, name)) ??
      this.#ambientOf(module, name) ??
      this.#additions.topOf(module, name)
    );
  }

  async #starOf(module: LoadedModule, name: string): Promise<Entity | undefined> {
    if (name === 'default') return undefined;
    for (const one of module.record.exports) {
      if (one.type !== 'star' || one.scope !== module.scope) continue;
      const target = await this.host.resolve(one.specifier, module);
      if (target === undefined || !isGiven(target, name)) continue;
      const entity = await this.#starred(target, name);
      if (entity !== undefined) return entity;
    }
    return undefined;
  }

  /** What stands at the top of a declaration file without an export in front of it is given too. */
  #ambientOf(module: LoadedModule, name: string): Entity | undefined {
    const isDeclarations = module.scope !== '' || /\.d\.[cm]?ts$/.test(module.path);
    const entity: Entity = { type: 'symbol', module, path: name };
    return isDeclarations && this.#isDeclared(entity) ? entity : undefined;
  }

  async #takenFrom(module: LoadedModule, specifier: string, imported: string): Promise<Entity | undefined> {
    const target = await this.host.resolve(specifier, module);
    if (target === undefined) return undefined;
    return imported === '*' ? { type: 'module', module: target } : this.exportOf(target, imported);
  }

  async #bindingOf(module: LoadedModule, name: string, dotted: string): Promise<Entity | undefined> {
    for (const one of module.record.imports) {
      if (one.local !== name || (one.scope !== module.scope && one.scope !== '')) continue;
      const entity = await this.#takenFrom(module, one.specifier, one.imported);
      if (entity !== undefined) return entity;
    }
    const entity: Entity = { type: 'symbol', module, path: name };
    return name !== dotted && this.#isDeclared(entity) ? entity : undefined;
  }

  /** `import('./x.js').Name` in a type. */
  async #importedType(module: LoadedModule, specifier: string, dotted: string): Promise<Entity | undefined> {
    let entity = await this.#takenFrom(module, specifier, '*');
    for (const name of dotted.split('.').filter((one) => one !== '')) {
      entity = entity === undefined ? undefined : await this.memberOf(entity, name);
    }
    return entity;
  }

  /** A `declare module` block sees the names of its file, and of the module that it adds to. */
  async #aroundOf(module: LoadedModule, dotted: string): Promise<Entity | undefined> {
    if (module.scope === '') return undefined;
    const file = await this.localOf({ ...module, scope: '' }, dotted);
    if (file !== undefined) return file;
    const added = await this.host.resolve(module.scope, module);
    if (added === undefined || (added.path === module.path && added.scope === module.scope)) return undefined;
    return (await this.exportOf(added, dotted)) ?? this.localOf(added, dotted);
  }

  async #memberOf(entity: SymbolEntity, name: string, of: MemberOf): Promise<Entity | undefined> {
    for (const { module, path } of await this.partsOf(entity)) {
      const own: SymbolEntity = { type: 'symbol', module, path: `${path}.${name}` };
      const isHeld =
        of === 'value'
          ? this.#isDeclared(own)
          : this.recordsOf(own).some(
              (one) => isObjectMember(one) && !(of === 'made' && isStatic(module, one)),
            );
      if (isHeld) return own;
    }
    const isTypeof = this.recordsOf(entity).some(({ type }) => /\btypeof\b/.test(type?.value ?? ''));
    const made = of === 'made' ? of : 'object';
    const held = { aliases: of, types: isTypeof ? 'value' : made, bases: of } as const;
    for (const by of ['aliases', 'types', 'bases'] as const) {
      for (const target of await this.leadsOf(entity, by)) {
        const member = await this.memberOf(target, name, held[by]);
        if (member !== undefined) return member;
      }
    }
    return undefined;
  }

  /** A star import takes the names that a Python module binds, but not the modules inside its folder. */
  #starred(target: LoadedModule, name: string): Promise<Entity | undefined> {
    if (this.host.ecosystem !== 'python') return this.exportOf(target, name);
    return this.#once(`export ${target.path} ${target.scope} ${name}`, () => this.#pythonName(target, name));
  }

  async #pythonExport(module: LoadedModule, name: string): Promise<Entity | undefined> {
    if (name === '=' || name === '*') return { type: 'module', module };
    const bound = await this.#pythonName(module, name);
    if (bound !== undefined) return bound;
    const inner = await this.host.submodule(module, name);
    return inner === undefined ? undefined : { type: 'module', module: inner };
  }

  async #pythonName(module: LoadedModule, name: string): Promise<Entity | undefined> {
    const entity: Entity = { type: 'symbol', module, path: name };
    const records = this.recordsOf(entity);
    const isImported = module.record.imports.some(({ local }) => local === name);
    // A variable beside an import of the same name stands in for what couldn't be imported.
    if (records.length > 0 && !(isImported && records.every(({ kind }) => kind === 'variable')))
      return entity;
    const bound = await this.#bindingOf(module, name, name);
    return bound ?? (isImported ? undefined : this.#starOf(module, name));
  }
}

/** What a member is looked for in: a value, what a type makes, that without what is static. */
type MemberOf = 'value' | 'object' | 'made';

/** Whether a member belongs to its class rather than to what the class makes. */
export function isStatic({ source }: LoadedModule, { head }: SymbolRecord): boolean {
  return /^(?:(?:public|protected|async|override|readonly|declare)\s+)*static\b/.test(
    source.text.slice(head.start, head.end),
  );
}

function isObjectMember({ kind }: SymbolRecord): boolean {
  return kind === 'method' || kind === 'property';
}

/** What declares a member: `this` in its type. */
function holderOf({ module, path }: SymbolEntity): SymbolEntity | undefined {
  const end = path.lastIndexOf('.');
  return end < 0 ? undefined : { type: 'symbol', module, path: path.slice(0, end) };
}

/** Whether a star import takes the name: what `__all__` lists; in Python else everything without an underscore. */
function isGiven({ path, record }: LoadedModule, name: string): boolean {
  if (record.listed !== undefined) return record.listed.includes(name);
  return !/\.pyi?$/.test(path) || !name.startsWith('_');
}
