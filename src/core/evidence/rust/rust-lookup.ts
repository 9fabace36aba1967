import { declaredFacts } from '../declared/declared-facts.ts';
import type { DeclaredMatch } from '../declared/declared-unit.ts';
import type { EvidenceTools } from '../evidence-tools.ts';
import { evidenceAt } from '../loaded-module.ts';
import { nearNames } from '../near-names.ts';
import type { PackageQuery } from '../package-query.ts';
import type { SymbolFacts } from '../symbol-facts.ts';
import type { SymbolLookup } from '../symbol-lookup.ts';
import { futureTypes, publicTypes, textsOf } from './crate-types.ts';
import { type CargoProject, type Crate, cargoProject, cratesNamed, standardCrates } from './crates.ts';
import { declaredRust, plainPath, type RustModule, RustModules, type RustPlace } from './rust-modules.ts';
import { rustNature } from './rust-nature.ts';

interface Search {
  readonly tools: EvidenceTools;
  readonly project: CargoProject | undefined;
  readonly modules: RustModules;
  readonly query: PackageQuery;
}

/** Looks a name up in the crates that some folders see; `undefined` when none answers to it. */
export async function lookUpRust(
  tools: EvidenceTools,
  text: string,
  query: PackageQuery,
): Promise<SymbolLookup | undefined> {
  const project = await cargoProject(tools, query.from);
  const modules = new RustModules(tools, project, query.cancellation);
  const search: Search = { tools, project, modules, query };
  const parts = text.split(/[./]/).filter((part) => part !== '');
  const { package: asked } = query;
  const [first = ''] = parts;
  // `alloc` and `core` come with `std`.
  const isInside = asked === 'std' && /^(?:alloc|core)$/.test(first);
  const crateName = asked === undefined || asked === 'rust' || isInside ? first : asked;
  const isWritten = first.replaceAll('-', '_') === crateName.replaceAll('-', '_');
  const crates = await cratesNamed(tools, project, crateName);
  if (crates.length > 0) {
    const names = isWritten ? parts.slice(1) : parts;
    const lookups = [];
    for (const crate of crates) lookups.push(await lookUpInCrate(search, crate, names));
    const found = oneOf(lookups, crates, names);
    // “`alloc::vec::Vec` in std”: the crates behind `std` come with it.
    const isBehind = first === 'std' && /^(?:alloc|core)$/.test(names[0] ?? '') && found?.type !== 'found';
    return (isBehind ? await lookUpRust(tools, names.join('.'), query) : undefined) ?? found;
  }
  if (asked !== undefined && asked !== 'rust') return undefined;
  return /^\p{Lu}/u.test(first) && parts.length > 1 ? lookUpType(search, parts) : undefined;
}

/** Several versions of a crate decide only what all of them would say from the same words. */
function oneOf(
  lookups: readonly (SymbolLookup | undefined)[],
  crates: readonly Crate[],
  names: readonly string[],
): SymbolLookup | undefined {
  const found = lookups.filter((one) => one?.type === 'found');
  if (found.length <= 1) return found[0] ?? lookups.find((one) => one !== undefined);
  const candidates = crates.map(
    ({ name, owner }) => `${[name, ...names].join('::')} (${owner.name} ${owner.version ?? '?'})`,
  );
  return { type: 'ambiguous', candidates };
}

async function lookUpInCrate(
  search: Search,
  crate: Crate,
  names: readonly string[],
): Promise<SymbolLookup | undefined> {
  const root = await search.modules.root(crate);
  if (root === undefined) return undefined;
  let modules: readonly RustModule[] = [root];
  for (const [i, name] of names.entries()) {
    const prefers = i === names.length - 1 ? 'item' : 'module';
    const places: RustPlace[] = [];
    for (const at of modules) places.push(...(await search.modules.steps(at, name, prefers)));
    const items = places.filter((place) => place.type === 'item');
    if (items.length > 0) {
      const rest = names.slice(i + 1);
      const named = items.map(({ module, name: own }) => ({
        module,
        name: own,
        crate,
        holders: names.slice(0, i),
      }));
      return agreedLookup(search, named, rest);
    }
    const [at = root] = modules;
    if (places.length === 0) {
      const isWhole = i === 0 && /^\p{Lu}/u.test(name);
      const hidden = isWhole ? await lookUpHidden(search, crate, names) : undefined;
      return hidden ?? missing(search, at, { crate, names, at: i });
    }
    modules = places.map(({ module }) => module);
  }
  const [at = root] = modules;
  return search.query.isBare ? undefined : wholeModule(search, at, { crate, names });
}

/** What platforms or features declare differently decides only what all of them say alike. */
async function agreedLookup(
  search: Search,
  items: readonly Item[],
  rest: readonly string[],
): Promise<SymbolLookup | undefined> {
  const lookups: SymbolLookup[] = [];
  const places = new Map(
    items.map((one) => [`${one.module.file} ${one.module.inline.join('.')} ${one.name}`, one]),
  );
  for (const item of places.values()) {
    const lookup = await itemLookup(search, item, rest);
    if (lookup !== undefined) lookups.push(lookup);
  }
  const found = lookups.flatMap((one) => (one.type === 'found' ? [one.symbol] : []));
  const [first, ...others] = found;
  if (first === undefined || others.every((one) => saidBy(one) === saidBy(first))) {
    return lookups.find((one) => one.type === 'found') ?? lookups[0];
  }
  const variants = [
    ...new Set(
      found.map(({ name, head, package: { root } }) => `${name} (${head.path.slice(root.length + 1)})`),
    ),
  ];
  const isOneKind = others.every(({ kind }) => kind === first.kind);
  const matches = [];
  for (const item of isOneKind ? places.values() : []) matches.push(...(await matchesOf(search, item, rest)));
  const [match, ...more] = matches;
  if (match === undefined) return { type: 'ambiguous', candidates: variants };
  const facts = declaredFacts({ package: first.package, name: first.name, matches: [match, ...more] });
  return { type: 'found', symbol: { ...facts, variants } };
}

function saidBy({ kind, parameters, returns, type, default: value, deprecated }: SymbolFacts): string {
  // `::c_int` and `c_int` are the same.
  const plain = (written: string | undefined) => written?.replaceAll(/(?:\b\w+)?::/g, '');
  const taken = parameters?.map((one) => [one.name, plain(one.type?.value)]);
  return JSON.stringify([
    kind,
    taken,
    plain(returns?.value),
    plain(type?.value),
    value?.value,
    deprecated?.value,
  ]);
}

/** A module as a whole: its first line stands for it. */
async function wholeModule(
  search: Search,
  at: RustModule,
  { crate, names }: { readonly crate: Crate; readonly names: readonly string[] },
): Promise<SymbolLookup | undefined> {
  const module = await search.modules.read(at.file, at.crate);
  if (module === undefined) return undefined;
  const end = /^.*/.exec(module.source.text)?.[0].length ?? 0;
  const name = names.length === 0 && crate.owner.name === crate.name ? '' : [crate.name, ...names].join('::');
  const head = evidenceAt(module, { start: 0, end: Math.max(end, 1) });
  const symbol = { package: crate.owner, name, kind: 'module', head, overloads: 1, isAsync: false } as const;
  return { type: 'found', symbol };
}

interface Item {
  readonly module: RustModule;
  readonly name: string;
  readonly crate: Crate;
  /** The modules by which it was asked for. */
  readonly holders: readonly string[];
}

/** The declarations of an item, or of a member of it, those that others see where there are any. */
async function matchesOf(
  search: Search,
  { module, name }: Pick<Item, 'module' | 'name'>,
  rest: readonly string[],
): Promise<readonly DeclaredMatch[]> {
  const file = await search.modules.read(module.file, module.crate);
  if (file === undefined) return [];
  const path = [name, ...rest].join('.');
  const own = declaredRust(file, [...module.inline, path].join('.'));
  return visible(own.length > 0 || rest.length !== 1 ? own : await memberElsewhere(search, module, path));
}

async function itemLookup(
  search: Search,
  { module, name, crate, holders }: Item,
  rest: readonly string[],
): Promise<SymbolLookup | undefined> {
  const { modules } = search;
  const label = [...holders, name, ...rest].join('::');
  const file = await modules.read(module.file, module.crate);
  if (file === undefined) return undefined;
  const [first, ...others] = await matchesOf(search, { module, name }, rest);
  if (first !== undefined) {
    const facts = declaredFacts({ package: crate.owner, name: label, matches: [first, ...others] });
    const nature = await rustNature(facts, () => futureTypes(search.tools, module.crate));
    return { type: 'found', symbol: { ...facts, ...nature } };
  }
  const prefix = `${[...module.inline, name].join('.')}.`;
  const members = file.record.symbols
    .map((one) => plainPath(one.path))
    .filter((one) => one.startsWith(prefix))
    .map((one) => one.slice(prefix.length));
  const nearest = nearNames(rest.at(-1) ?? '', members).map((one) => [...holders, name, one].join('::'));
  // Traits, macros and other types that it gives way to may hold it.
  return { type: 'no-such-symbol', package: crate.owner, symbol: label, nearest, isPartial: true };
}

/** What is `pub` where anything is. */
function visible(matches: readonly DeclaredMatch[]): readonly DeclaredMatch[] {
  const open = matches.filter(({ module, record }) =>
    /^pub\b(?!\()/.test(module.source.text.slice(record.head.start, record.head.end)),
  );
  return open.length > 0 ? open : matches;
}

/** A type may have members in any file of its crate that doesn't declare another type of that name. */
async function memberElsewhere(
  search: Search,
  { crate, file }: RustModule,
  path: string,
): Promise<readonly DeclaredMatch[]> {
  const [type = '', member = ''] = path.split('.');
  const found: DeclaredMatch[] = [];
  for (const { path: other, text } of await textsOf(search.tools, crate)) {
    if (other === file || !text.includes(member) || declares(text, type)) continue;
    if (!new RegExp(`\\bimpl\\b[^{;]*\\b${type}\\b`).test(text)) continue;
    const module = await search.modules.read(other, crate);
    if (module !== undefined) found.push(...declaredRust(module, path));
  }
  return found;
}

function declares(text: string, type: string): boolean {
  return new RegExp(`\\b(?:struct|enum|union|trait|type)\\s+${type}\\b`).test(text);
}

/** `Vec::with_capacity`: a public type of the standard library or of a crate that the project names. */
async function lookUpType(search: Search, parts: readonly string[]): Promise<SymbolLookup | undefined> {
  const { tools, project } = search;
  const crates = [...(await standardCrates(tools))];
  for (const name of project?.named ?? []) crates.push(...(await cratesNamed(tools, project, name)));
  const found: { readonly crate: Crate; readonly lookup: SymbolLookup }[] = [];
  let other: SymbolLookup | undefined;
  for (const crate of crates) {
    const lookup = await lookUpHidden(search, crate, parts);
    if (lookup?.type === 'found') found.push({ crate, lookup });
    else if (lookup?.type === 'ambiguous') return lookup;
    else other ??= lookup;
  }
  const [first, ...others] = found;
  if (first === undefined) return other;
  if (others.length === 0) return first.lookup;
  return { type: 'ambiguous', candidates: found.map(({ crate }) => [crate.name, ...parts].join('::')) };
}

/** A public type wherever in the crate it is declared; several that have the member are to choose from. */
async function lookUpHidden(
  search: Search,
  crate: Crate,
  [type = '', ...rest]: readonly string[],
): Promise<SymbolLookup | undefined> {
  const found: SymbolLookup[] = [];
  const files: string[] = [];
  for (const path of (await publicTypes(search.tools, crate)).get(type) ?? []) {
    const text = (await search.tools.files.readText(path)) ?? '';
    const module: RustModule = { crate, file: path, folder: '', inline: [], text };
    const lookup = await itemLookup(search, { module, name: type, crate, holders: [] }, rest);
    if (lookup !== undefined) found.push(lookup);
    if (lookup?.type === 'found') files.push(path.slice(crate.root.lastIndexOf('/') + 1));
  }
  if (files.length > 1) {
    const label = [type, ...rest].join('::');
    return { type: 'ambiguous', candidates: files.map((file) => `${label} (${crate.name}/${file})`) };
  }
  return found.find((one) => one.type === 'found') ?? found[0];
}

async function missing(
  { modules, query }: Search,
  module: RustModule,
  { crate, names, at }: { readonly crate: Crate; readonly names: readonly string[]; readonly at: number },
): Promise<SymbolLookup | undefined> {
  if (query.isBare) return undefined;
  const file = await modules.read(module.file, module.crate);
  const holders = names.slice(0, at);
  const available = (file?.record.symbols ?? [])
    .map(({ path }) => plainPath(path))
    .filter((one) => !one.includes('.'));
  const nearest = nearNames(names[at] ?? '', available).map((name) =>
    [crate.name, ...holders, name].join('::'),
  );
  // Macros write items that no declaration shows.
  return {
    type: 'no-such-symbol',
    package: crate.owner,
    symbol: [crate.name, ...names].join('::'),
    nearest,
    ...((await modules.mayHideItems(module)) ? { isPartial: true } : {}),
  };
}
