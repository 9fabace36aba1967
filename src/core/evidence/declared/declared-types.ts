import type { Cancellation } from '../../platform/index.ts';
import type { EvidenceTools } from '../evidence-tools.ts';
import { type LoadedModule, readModule } from '../loaded-module.ts';
import { nearNames } from '../near-names.ts';
import type { InstalledPackage } from '../symbol-facts.ts';
import type { SymbolLookup } from '../symbol-lookup.ts';
import { declaredFacts } from './declared-facts.ts';
import type { DeclaredMatch } from './declared-unit.ts';

/** The sources of a package whose classes may lie in any of its files. */
export interface TypePackage {
  readonly owner: InstalledPackage;
  /** Absolute with `/`. */
  readonly files: readonly string[];
}

/** What differs between languages whose members are named by their classes. */
export interface TypeLanguage {
  /** Whether a text may declare a class, module or function of that name; far cheaper than to parse it. */
  readonly mayDeclare: (text: string, name: string) => boolean;
  /** The names around everything in a file: its namespace. */
  readonly namespaceOf: (text: string) => readonly string[];
  /** Whether names may leave out what stands around them; a file that takes a class from elsewhere names it so. */
  readonly mayShorten: boolean;
  /** What makes an instance: `__construct`. */
  readonly maker: string;
  /** How names are joined in what a person reads. */
  readonly join: (names: readonly string[]) => string;
}

/** A name to look up in some packages. */
export interface TypeSearch {
  readonly tools: EvidenceTools;
  readonly packages: readonly TypePackage[];
  readonly language: TypeLanguage;
  readonly cancellation: Cancellation;
}

interface PlacedMatch {
  /** With its namespace. */
  readonly path: readonly string[];
  readonly match: DeclaredMatch;
}

/** Looks up `Class.member`, `Namespace.Class` and the like; `undefined` when no package declares the class. */
export async function lookUpTypes(
  search: TypeSearch,
  names: readonly string[],
): Promise<SymbolLookup | undefined> {
  const all = await matchesOf(search, names);
  // The whole name of one thing before the end of another one's.
  const whole = all.filter(({ path }) => path.length === names.length);
  const own = whole.length > 0 || !search.language.mayShorten ? whole : all;
  if (own.length > 0) return foundOf(search, own);
  if (names.length < 2) return undefined;
  const holders = (await matchesOf(search, names.slice(0, -1))).filter(
    ({ path }) => search.language.mayShorten || path.length === names.length - 1,
  );
  const [holder] = holders;
  if (holder === undefined) return undefined;
  const inherited = await inheritedFrom(search, holders, { member: names.at(-1) ?? '', depth: 0 });
  if (inherited.matches.length > 0) return foundOf(search, inherited.matches);
  const { join } = search.language;
  const members = membersOf(holders);
  const nearest = nearNames(names.at(-1) ?? '', members).map((name) => join([...names.slice(0, -1), name]));
  return {
    type: 'no-such-symbol',
    package: holder.match.module.owner,
    symbol: join(names),
    nearest,
    ...(inherited.isPartial ? { isPartial: true } : {}),
  };
}

function foundOf({ language: { join, maker } }: TypeSearch, placed: readonly PlacedMatch[]): SymbolLookup {
  const visible = placed.filter(({ match }) => !isPrivate(match));
  const kept = visible.length > 0 ? visible : placed;
  const paths = new Map(
    kept.map(({ path, match }) => [`${match.module.owner.root} ${path.join('.')}`, path]),
  );
  const [first, ...rest] = kept.map(({ match }) => match);
  if (first === undefined || paths.size > 1) {
    return { type: 'ambiguous', candidates: [...new Set([...paths.values()].map(join))] };
  }
  const path = kept[0]?.path ?? [];
  const own = plain(first.record.path);
  const makers = kept.flatMap(({ match: { module } }) =>
    module.record.symbols
      .filter((record) => plain(record.path) === `${own}.${maker}`)
      .map((record) => ({ module, record })),
  );
  const facts = declaredFacts({
    package: first.module.owner,
    name: join(path),
    matches: [first, ...rest],
    makers,
  });
  return { type: 'found', symbol: facts };
}

function isPrivate({ module: { source }, record: { head } }: DeclaredMatch): boolean {
  return /^(?:[\w\s]*\s)?private\s/.test(source.text.slice(head.start, head.end));
}

async function matchesOf(search: TypeSearch, names: readonly string[]): Promise<readonly PlacedMatch[]> {
  const { tools, packages, language, cancellation } = search;
  const found: PlacedMatch[] = [];
  const [last = '', holder] = [names.at(-1), names.at(-2)];
  for (const { owner, files } of packages) {
    for (const path of files) {
      const text = await tools.files.readText(path);
      if (text === undefined || !text.includes(last)) continue;
      if (!language.mayDeclare(text, last) && (holder === undefined || !language.mayDeclare(text, holder)))
        continue;
      const { module } = await readModule(tools, { path, owner }, cancellation);
      if (module !== undefined) found.push(...placedIn(search, module).filter(isCalled(names)));
    }
  }
  return found;
}

function placedIn({ language }: TypeSearch, module: LoadedModule): readonly PlacedMatch[] {
  const namespace = language.namespaceOf(module.source.text);
  return module.record.symbols.map((record) => ({
    path: [...namespace, ...plain(record.path).split('.')],
    match: { module, record },
  }));
}

/** A name may be given without what stands around it. */
function isCalled(names: readonly string[]): (one: PlacedMatch) => boolean {
  return ({ path }) =>
    path.length >= names.length && names.every((name, i) => path.at(i - names.length) === name);
}

function plain(path: string): string {
  return path.replaceAll(/::|\\/g, '.');
}

interface Inherited {
  readonly matches: readonly PlacedMatch[];
  readonly isPartial: boolean;
}

async function inheritedFrom(
  search: TypeSearch,
  holders: readonly PlacedMatch[],
  { member, depth }: { readonly member: string; readonly depth: number },
): Promise<Inherited> {
  let isPartial = false;
  for (const { match } of depth > 6 ? [] : holders) {
    // Mixed-in modules and traits stand in the body, which no reader tells of.
    const { text } = match.module.source;
    isPartial ||= /^\s*(?:include|extend|prepend|use)\s+[A-Z\\]/m.test(text);
    for (const base of match.record.bases) {
      const name = plain(base).split('.').at(-1) ?? base;
      const found = await matchesOf(search, [name]);
      const own = await matchesOf(search, [name, member]);
      if (own.length > 0) return { matches: own, isPartial };
      if (found.length === 0) isPartial = true;
      const further = await inheritedFrom(search, found, { member, depth: depth + 1 });
      if (further.matches.length > 0) return further;
      isPartial ||= further.isPartial;
    }
  }
  return { matches: [], isPartial };
}

function membersOf(holders: readonly PlacedMatch[]): readonly string[] {
  return holders.flatMap(({ match: { module, record } }) =>
    module.record.symbols
      .filter(({ path }) => plain(path).startsWith(`${plain(record.path)}.`))
      .map(({ path }) => plain(path).split('.').at(-1) ?? ''),
  );
}
