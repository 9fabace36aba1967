import { throwIfCancelled } from '../../platform/index.ts';
import { ecosystemRegistry } from '../ecosystem-registry.ts';
import type { AskedName } from '../evidence-ecosystem.ts';
import type { EvidenceTools } from '../evidence-tools.ts';
import { nearNames } from '../near-names.ts';
import { projectsAround } from '../project-folders.ts';
import { type Ecosystem, ecosystems } from '../symbol-facts.ts';
import type { SymbolLookup, SymbolQuery } from '../symbol-lookup.ts';
import { namedPackages } from '../workspace-packages.ts';
import { type FoundName, type IndexSource, nameKey } from './evidence-index.ts';
import { foldersSeen } from './installed-sources.ts';
import type { IndexView } from './package-index.ts';

/** A name that no package was named for. */
export interface AcrossQuery extends Omit<SymbolQuery, 'ecosystem' | 'symbol' | 'package'> {
  readonly ecosystem: readonly Ecosystem[];
}

/** Declarations that are read at most, and milliseconds that it may take: somebody waits. */
const mostReads = 24;
const mostMilliseconds = 6000;
const mostFound = 8;

/**
 * Finds a name in all installed packages through the index: the name as it is written at the top of a file, then
 * qualified (`shortcuts.get_object_or_404`). Each declaration is read where it lies and has to be reachable for a user
 * of its package. `undefined` when nothing was found and there is no near name.
 */
export async function findAcross(
  tools: EvidenceTools,
  query: AcrossQuery,
  text: string,
): Promise<SymbolLookup | undefined> {
  const { index } = tools;
  if (index === undefined || text.includes('/') || !/[\p{L}_$]/u.test(text)) return undefined;
  const named = await namedPackages(tools.files, query.from);
  const isNamed = ({ ecosystem, name }: IndexSource) =>
    named.some((one) => one.ecosystem === ecosystem && one.name === ownName(name));
  const { from, cancellation } = query;
  const view = await index.view({ from, cancellation, first: isNamed });
  const hasTime = index.timer(mostMilliseconds);
  const near = await projectsAround(tools.files, from);
  const seen = { ...query, from: await foldersSeen(tools, from) };
  let other: SymbolLookup | undefined;
  for (const ecosystem of [near, ecosystems.filter((one) => !near.includes(one))]) {
    const asked = ecosystem.filter((one) => query.ecosystem.includes(one));
    const search: Search = { tools, view, query: { ...seen, ecosystem: asked }, isNamed, hasTime };
    const declared = declarationsOf(search, text);
    const reached = await reachable(search, declared, text);
    if (reached.found.length > 0) return chosen(search, reached);
    other ??= await suggestion(search, declared, text);
  }
  return other;
}

interface Search {
  readonly tools: EvidenceTools;
  readonly view: IndexView;
  readonly query: AcrossQuery;
  readonly isNamed: (source: IndexSource) => boolean;
  /** False when the time that reading declarations may take is over. */
  readonly hasTime: () => boolean;
}

interface Declared extends FoundName {
  readonly source: IndexSource;
  /** With its module in front, as the code of the ecosystem writes it. */
  readonly qualified: string;
}

function declarationsOf(search: Search, text: string): readonly Declared[] {
  const { view, query } = search;
  const last = text.slice(text.lastIndexOf('.') + 1);
  return view.index.named(nameKey(text), view.scope).flatMap((one) => {
    const source = view.sources.get(one.content);
    if (source === undefined || source.ecosystem === 'documents') return [];
    if (!query.ecosystem.includes(source.ecosystem)) return [];
    const { path } = one;
    if (path.slice(path.lastIndexOf('.') + 1) !== last) return [];
    return [{ ...one, source, qualified: qualifiedName(source, one) }];
  });
}

interface Reached {
  readonly lookup: Extract<SymbolLookup, { readonly type: 'found' }>;
  readonly declared: Declared;
  readonly isNamed: boolean;
}

/** What can be reached of the declarations that answer to a text, and what there was no time to look at. */
interface ReachedAll {
  readonly found: readonly Reached[];
  readonly unread: readonly Declared[];
}

/** The declarations at the top that answer to the text and that a user can reach, each place once. */
async function reachable(search: Search, declared: readonly Declared[], text: string): Promise<ReachedAll> {
  const { isNamed, hasTime } = search;
  const exact = declared.filter(({ path }) => path === text);
  const qualified = text.includes('.')
    ? declared.filter(({ path, qualified: whole }) => path !== text && whole.endsWith(`.${text}`))
    : [];
  const found = new Map<string, Reached>();
  let reads = 0;
  for (const group of [exact, qualified]) {
    const ordered = [...group].sort((a, b) => Number(isNamed(b.source)) - Number(isNamed(a.source)));
    for (const [i, one] of ordered.entries()) {
      if (found.size >= mostFound || reads >= mostReads || !hasTime()) {
        return { found: [...found.values()], unread: ordered.slice(i) };
      }
      reads++;
      const lookup = await readDeclared(search, one);
      if (lookup === undefined) continue;
      const { head } = lookup.symbol;
      const key = `${head.path}:${head.range.start.line}:${head.range.start.character}`;
      if (!found.has(key)) found.set(key, { lookup, declared: one, isNamed: isNamed(one.source) });
    }
    if (found.size > 0) break;
  }
  return { found: [...found.values()], unread: [] };
}

async function readDeclared(
  { tools, query }: Search,
  { source, file, path }: Declared,
): Promise<Reached['lookup'] | undefined> {
  if (source.ecosystem === 'documents') return undefined;
  const { lookUp, indexed } = ecosystemRegistry[source.ecosystem];
  const names = indexed?.askedNames(source, file, path) ?? plainNames(source, file, path);
  for (const { package: owner, symbol } of names) {
    throwIfCancelled(query.cancellation);
    const { ecosystem } = source;
    const lookup = await lookUp(tools, symbol, { ...query, symbol, ecosystem, package: owner });
    if (lookup?.type === 'found' && lookup.symbol.kind !== 'module') return lookup;
  }
  return undefined;
}

/** Below the package itself, below the folder of the file, below the module that the file may be. */
function plainNames({ name }: IndexSource, file: string, path: string): readonly AskedName[] {
  const folder = file.slice(0, Math.max(0, file.lastIndexOf('/')));
  const module = file
    .replace(/^src\//, '')
    .replace(/(?:\/?(?:mod|lib|main))?\.[^./]+$/, '')
    .replaceAll('/', '.');
  return [
    { package: name, symbol: path },
    ...(folder === '' ? [] : [{ package: `${name}/${folder}`, symbol: path }]),
    ...(module === '' ? [] : [{ package: name, symbol: `${module}.${path}` }]),
  ];
}

/**
 * The only one, or the only one of a package that the workspace itself names; else the candidates. What wasn't looked at
 * may be one of them.
 */
function chosen(search: Search, reached: ReachedAll): SymbolLookup {
  const { found, unread } = withoutHidden(reached);
  const named = found.filter((one) => one.isNamed);
  const [only, ...others] = named.length > 0 ? named : found;
  const rivals = named.length > 0 ? unread.filter(({ source }) => search.isNamed(source)) : unread;
  if (only !== undefined && others.length === 0 && rivals.length === 0) return only.lookup;
  const declared = [...(named.length > 0 ? named : found).map((one) => one.declared), ...rivals];
  return { type: 'ambiguous', candidates: [...new Set(declared.map(shownName))].slice(0, mostFound) };
}

/** What a package keeps to itself by its name is not meant where a public one has the name, too. */
function withoutHidden(reached: ReachedAll): ReachedAll {
  const found = reached.found.filter(({ declared }) => !isHidden(declared.qualified));
  if (found.length === 0) return reached;
  return { found, unread: reached.unread.filter(({ qualified }) => !isHidden(qualified)) };
}

const mostKeys = 400;

/** “Did you mean”: members of that name, else names that are spelt nearly so. */
async function suggestion(
  search: Search,
  declared: readonly Declared[],
  text: string,
): Promise<SymbolLookup | undefined> {
  const members = declared.filter(({ path, qualified }) => path.endsWith(`.${text}`) && !isHidden(qualified));
  const near = members.length > 0 ? members : nearDeclarations(search, text);
  const shown: string[] = [];
  for (const one of near.slice(0, mostReads)) {
    if (shown.length >= 3 || !search.hasTime()) break;
    const name = shownName(one);
    if (!shown.includes(name) && (await readDeclared(search, one)) !== undefined) shown.push(name);
  }
  return shown.length === 0 ? undefined : { type: 'not-installed', name: text, nearest: shown };
}

function nearDeclarations(search: Search, text: string): readonly Declared[] {
  const { view } = search;
  const last = text.slice(text.lastIndexOf('.') + 1);
  const key = nameKey(text);
  if (key.length < 4) return [];
  const half = view.index.keysFrom(key.slice(0, Math.ceil(key.length / 2)), view.scope, mostKeys);
  const keys = [
    key,
    ...oneEditAway(key).filter((one) => view.index.named(one, view.scope).length > 0),
    ...half,
  ];
  const isOf = ({ path, qualified }: Declared) => !path.includes('.') && !isHidden(qualified);
  return nearNames(key, [...new Set(keys)])
    .concat(key)
    .flatMap((one) => declarationsLike(search, one))
    .filter(isOf)
    .sort((a, b) => difference(a.path, last) - difference(b.path, last));
}

function declarationsLike({ view, query }: Search, key: string): readonly Declared[] {
  return view.index.named(key, view.scope).flatMap((one) => {
    const source = view.sources.get(one.content);
    if (source === undefined || source.ecosystem === 'documents') return [];
    if (!query.ecosystem.includes(source.ecosystem)) return [];
    return [{ ...one, source, qualified: qualifiedName(source, one) }];
  });
}

function difference(a: string, b: string): number {
  return Math.abs(a.length - b.length) + (a[0]?.toLowerCase() === b[0]?.toLowerCase() ? 0 : 1);
}

const letters = [...'abcdefghijklmnopqrstuvwxyz0123456789'];

/** Keys that differ by a letter in their first half, or by two that are swapped: the prefix finds the others. */
function oneEditAway(key: string): readonly string[] {
  const found = new Set<string>();
  for (let i = 0; i <= key.length / 2; i++) {
    const [before, after] = [key.slice(0, i), key.slice(i)];
    found.add(before + after.slice(1));
    if (after.length > 1) found.add(before + after.slice(1, 2) + after.slice(0, 1) + after.slice(2));
    for (const letter of letters) found.add(before + letter + after).add(before + letter + after.slice(1));
  }
  found.delete(key);
  return [...found];
}

function isHidden(path: string): boolean {
  return path.split('.').some((name) => name.startsWith('_'));
}

function shownName({ source, file, path }: Declared): string {
  const { indexed } = source.ecosystem === 'documents' ? {} : ecosystemRegistry[source.ecosystem];
  const [first] = indexed?.askedNames(source, file, path) ?? [];
  if (first === undefined) return `${source.name}.${path}`;
  return first.symbol === path ? `${first.package}.${path}` : first.symbol;
}

function qualifiedName(source: IndexSource, { file, path }: FoundName): string {
  const stem = file.replace(/(?:\/(?:__init__|index))?(?:\.d)?\.[^./]+$/, '').replaceAll('/', '.');
  return source.ecosystem === 'python' ? `${stem}.${path}` : `${source.name}.${stem}.${path}`;
}

/** The package that declarations published apart are for. */
function ownName(name: string): string {
  return name.replace(/^@types\/(?:([^/]+?)__)?/, (_, scope?: string) =>
    scope === undefined ? '' : `@${scope}/`,
  );
}
