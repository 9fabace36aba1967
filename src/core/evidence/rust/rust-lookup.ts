import { declaredFacts } from '../declared/declared-facts.ts';
import type { DeclaredMatch } from '../declared/declared-unit.ts';
import type { EvidenceTools } from '../evidence-tools.ts';
import { evidenceAt } from '../loaded-module.ts';
import { nearNames } from '../near-names.ts';
import type { PackageQuery } from '../package-query.ts';
import type { SymbolLookup } from '../symbol-lookup.ts';
import { walkFolders } from '../walk-folders.ts';
import { type CargoProject, type Crate, cargoProject, cratesNamed, standardCrates } from './crates.ts';
import { declaredRust, plainPath, type RustModule, RustModules } from './rust-modules.ts';

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
  const crateName = asked === undefined || asked === 'rust' ? first : asked;
  const isWritten = first.replaceAll('-', '_') === crateName.replaceAll('-', '_');
  const crates = await cratesNamed(tools, project, crateName);
  if (crates.length > 0) {
    const names = isWritten ? parts.slice(1) : parts;
    const lookups = [];
    for (const crate of crates) lookups.push(await lookUpInCrate(search, crate, names));
    return oneOf(lookups, crates, names);
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
  let at: RustModule = root;
  for (const [i, name] of names.entries()) {
    const place = await search.modules.step(at, name);
    if (place === undefined) {
      const isWhole = i === 0 && /^\p{Lu}/u.test(name);
      const hidden = isWhole ? await lookUpHidden(search, crate, names) : undefined;
      return hidden ?? missing(search, at, { crate, names, at: i });
    }
    if (place.type === 'item') {
      const rest = names.slice(i + 1);
      const holders = names.slice(0, i);
      return itemLookup(search, { module: place.module, name: place.name, crate, holders }, rest);
    }
    at = place.module;
  }
  return search.query.isBare ? undefined : wholeModule(search, at, { crate, names });
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

async function itemLookup(
  search: Search,
  { module, name, crate, holders }: Item,
  rest: readonly string[],
): Promise<SymbolLookup | undefined> {
  const { modules } = search;
  const label = [...holders, name, ...rest].join('::');
  const path = [name, ...rest].join('.');
  const file = await modules.read(module.file, module.crate);
  if (file === undefined) return undefined;
  const own = declaredRust(file, [...module.inline, path].join('.'));
  const matches = own.length > 0 || rest.length !== 1 ? own : await memberElsewhere(search, module, path);
  const [first, ...others] = visible(matches);
  if (first !== undefined) {
    return {
      type: 'found',
      symbol: declaredFacts({ package: crate.owner, name: label, matches: [first, ...others] }),
    };
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
  for (const { path: other, text } of await textsOf(search, crate)) {
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

async function textsOf(
  { tools: { files } }: Search,
  crate: Crate,
): Promise<readonly { readonly path: string; readonly text: string }[]> {
  const root = crate.root.slice(0, crate.root.lastIndexOf('/'));
  const walk = {
    root,
    most: 1500,
    deepest: 10,
    isSkipped: (name: string) => /^(?:tests?|benches|examples|\..*)$/.test(name),
  };
  const found: { readonly path: string; readonly text: string }[] = [];
  for await (const { inside, names } of walkFolders(files, walk)) {
    for (const name of names) {
      if (!name.endsWith('.rs')) continue;
      const path = inside === '' ? `${root}/${name}` : `${root}/${inside}/${name}`;
      const text = await files.readText(path);
      if (text !== undefined) found.push({ path, text });
    }
  }
  return found;
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

/** The files that declare each public type of a crate; a version of a crate never changes, so they are read once. */
function publicTypes(search: Search, crate: Crate): Promise<PublicTypes> {
  const all = known.get(search.tools.archives) ?? new Map<string, Promise<PublicTypes>>();
  known.set(search.tools.archives, all);
  const types = all.get(crate.root) ?? readTypes(search, crate);
  all.set(crate.root, types);
  return types;
}

type PublicTypes = ReadonlyMap<string, readonly string[]>;
const known = new WeakMap<object, Map<string, Promise<PublicTypes>>>();

async function readTypes(search: Search, crate: Crate): Promise<PublicTypes> {
  const types = new Map<string, string[]>();
  for (const { path, text } of await textsOf(search, crate)) {
    for (const [, name = ''] of text.matchAll(/\bpub\s+(?:struct|enum|union|trait|type)\s+(\w+)/g)) {
      const paths = types.get(name) ?? [];
      if (!paths.includes(path)) types.set(name, [...paths, path]);
    }
  }
  return types;
}

/** A public type wherever in the crate it is declared; several that have the member are to choose from. */
async function lookUpHidden(
  search: Search,
  crate: Crate,
  [type = '', ...rest]: readonly string[],
): Promise<SymbolLookup | undefined> {
  const found: SymbolLookup[] = [];
  const files: string[] = [];
  for (const path of (await publicTypes(search, crate)).get(type) ?? []) {
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
    ...(/!\s*[{(]/.test(module.text) ? { isPartial: true } : {}),
  };
}
