import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fact, Truth } from './fact.ts';
import { type Built, builtCrates, rustLibrary } from './rust-crates.ts';
import {
  callSchema,
  constantSchema,
  implementationSchema,
  implementedSchema,
  importSchema,
  listSchema,
  type RustItem,
  variantSchema,
  variantsSchema,
  writtenType,
} from './rust-json.ts';

/** What rustdoc of Debian says of some of Debian's crates and of `alloc`; a sentence where it isn't installed. */
export function rustTruth(root: string): Truth | string {
  const all = builtCrates(root);
  if (typeof all === 'string') return all;
  const facts: Fact[] = [];
  const names = new Map<string, Set<string>>();
  const handedOn = facade();
  for (const one of all) new Walk(one, { facts, names, handedOn }).read();
  return { facts, names };
}

/** Modules of `alloc` that `std` hands on as a whole. */
function facade(): ReadonlySet<string> {
  const text = readFileSync(join(rustLibrary, 'std/src/lib.rs'), 'utf8');
  return new Set([...text.matchAll(/^pub use alloc_crate::(\w+);/gm)].map(([, name = '']) => name));
}

interface Found {
  readonly facts: Fact[];
  readonly names: Map<string, Set<string>>;
  readonly handedOn: ReadonlySet<string>;
}

/** Goes through the public modules of a crate, what they hand on included. */
class Walk {
  readonly #built: Built;
  readonly #found: Found;
  readonly #seen = new Set<string>();

  constructor(one: Built, found: Found) {
    this.#built = one;
    this.#found = found;
  }

  read(): void {
    this.#module(this.#built.crate.root, [this.#built.name]);
  }

  #item(id: string | null): RustItem | undefined {
    const item = id === null ? undefined : this.#built.crate.index[id];
    return item?.crate_id === 0 ? item : undefined;
  }

  #module(id: string, path: readonly string[]): void {
    const item = this.#item(id);
    if (item?.kind !== 'module' || path.length > 5 || this.#seen.has(`${id} ${path.length}`)) return;
    this.#seen.add(`${id} ${path.length}`);
    for (const inner of listSchema.parse(item.inner).items) this.#member(inner, path);
  }

  #member(id: string, path: readonly string[]): void {
    const item = this.#item(id);
    if (item === undefined || (item.visibility !== 'public' && item.visibility !== 'default')) return;
    if (item.kind === 'import') {
      const taken = importSchema.parse(item.inner);
      if (taken.glob && taken.id !== null) this.#module(taken.id, path);
      else this.#named(taken.id, [...path, taken.name]);
      return;
    }
    if (item.name !== null) this.#named(id, [...path, item.name]);
  }

  #named(id: string | null, path: readonly string[]): void {
    const item = this.#item(id);
    const [name = ''] = path.slice(-1);
    this.#name(path.slice(0, -1), name);
    if (item === undefined || id === null || item.attrs.some((one) => /\bunstable\(/.test(one))) return;
    if (item.kind === 'module') this.#module(id, path);
    else if (item.kind === 'function' || item.kind === 'method') this.#call(item, path);
    else if (item.kind === 'constant') this.#constant(item, path);
    else if (item.kind === 'enum') this.#variants(item, path);
    if (/^(?:function|method|struct|enum|trait|constant)$/.test(item.kind)) this.#history(item, path);
    if (/^(?:struct|enum|union)$/.test(item.kind)) this.#methods(item, path);
  }

  #add(path: readonly string[], fact: Omit<Fact, 'package' | 'symbol'>): void {
    this.#found.facts.push({ ...fact, package: this.#built.package, symbol: this.#label(path) });
  }

  #name(holder: readonly string[], name: string): void {
    const { names } = this.#found;
    const key = this.#label(holder);
    names.set(key, (names.get(key) ?? new Set()).add(name));
  }

  /** A path as one writes it who uses `std`. */
  #label([first = '', second = '', ...rest]: readonly string[]): string {
    const isHandedOn = first === 'alloc' && this.#found.handedOn.has(second);
    return [isHandedOn ? 'std' : first, second, ...rest].filter((one) => one !== '').join('::');
  }

  /** What a type's own blocks declare; what traits give it, a name of its own may hide. */
  #methods(item: RustItem, path: readonly string[]): void {
    const own = new Map<string, string[]>();
    for (const id of implementedSchema.parse(item.inner).impls) {
      const block = this.#item(id);
      const read = block === undefined ? undefined : implementationSchema.safeParse(block.inner).data;
      for (const member of read?.items ?? []) {
        const name = this.#item(member)?.name;
        if (typeof name === 'string')
          own.set(name, [...(own.get(name) ?? []), read?.trait === null ? member : '']);
      }
    }
    for (const [name, [id = '', ...others]] of own) {
      this.#name(path, name);
      if (others.length === 0 && this.#item(id)?.visibility === 'public') this.#named(id, [...path, name]);
    }
  }

  #call({ inner }: RustItem, path: readonly string[]): void {
    const { decl, header } = callSchema.parse(inner);
    const isMethod = decl.inputs[0]?.[0] === 'self';
    // What a method is called on is not passed.
    const names = decl.inputs.slice(isMethod ? 1 : 0).map(([name]) => name);
    if (names.includes('') || names.includes('_') || decl.c_variadic) return;
    this.#add(path, { aspect: 'parameters', names });
    if (names.length > 1) {
      const ordinal = Math.floor(names.length / 2) + 1;
      this.#add(path, { aspect: 'nth', ordinal, count: names.length, value: [names[ordinal - 1] ?? ''] });
    }
    for (const [parameter, type] of decl.inputs) {
      const written = parameter === 'self' ? undefined : writtenType(type);
      if (written !== undefined) this.#add(path, { aspect: 'type', parameter, value: [written] });
    }
    const back = decl.output === null ? '()' : writtenType(decl.output);
    const isFuture = JSON.stringify(decl.output).includes('Future');
    if (back !== undefined) this.#add(path, { aspect: 'returns', value: [back === '()' ? 'nothing' : back] });
    // What rustc calls unfinished may be a future under another name.
    if (header.async || (!isFuture && !/^async|^event/.test(this.#built.package))) {
      this.#add(path, { aspect: 'async', yes: header.async });
    }
  }

  #constant({ inner }: RustItem, path: readonly string[]): void {
    const { expr, value } = constantSchema.parse(inner);
    const number = value?.replace(/(?:[iu](?:8|16|32|64|128|size)|f32|f64)$/, '');
    const text = /^(?:b?"[^"\\]{1,40}"|true|false)$/.test(expr) ? expr.replace(/^b/, '') : undefined;
    if (number !== undefined && /^-?[\d_.]+$/.test(number)) {
      this.#add(path, { aspect: 'constant', value: [number.replaceAll('_', '')] });
    } else if (text !== undefined) this.#add(path, { aspect: 'constant', value: [text] });
  }

  #variants({ inner }: RustItem, path: readonly string[]): void {
    const items = variantsSchema.parse(inner).variants.map((id) => this.#item(id));
    const isPlain = items.every(
      (one) => one !== undefined && variantSchema.safeParse(one.inner).data?.variant_kind === 'plain',
    );
    const names = items.flatMap((one) => one?.name ?? []);
    if (isPlain && names.length > 1) this.#add(path, { aspect: 'allowed', names });
  }

  #history({ deprecation, attrs }: RustItem, path: readonly string[]): void {
    this.#add(path, { aspect: 'deprecated', yes: deprecation !== null });
    if (deprecation?.since != null) {
      this.#add(path, { aspect: 'deprecated-since', value: [deprecation.since] });
    }
    const stable = attrs.map((one) => /\bstable\([^)]*since = "([\d.]+)"/.exec(one)?.[1]).find((one) => one);
    if (stable !== undefined) this.#add(path, { aspect: 'since', value: [stable] });
  }
}
