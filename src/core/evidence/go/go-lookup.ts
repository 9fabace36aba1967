import { declaredFacts } from '../declared/declared-facts.ts';
import { namesBelow, readUnit } from '../declared/declared-unit.ts';
import type { EvidenceTools } from '../evidence-tools.ts';
import { nearNames } from '../near-names.ts';
import type { PackageQuery } from '../package-query.ts';
import type { SymbolLookup } from '../symbol-lookup.ts';
import { goFiles, groupDeprecation, packageDeprecation, wholePackage } from './go-files.ts';
import { namesOfPath } from './go-imports.ts';
import { goMatches } from './go-matches.ts';
import { type GoView, goPackageAt, goPackagesNamed } from './go-packages.ts';
import { type GoPackage, goProject, goRoot } from './go-places.ts';

/** Looks a name up in the Go packages that some folders see; `undefined` when none answers to it. */
export async function lookUpGo(
  tools: EvidenceTools,
  text: string,
  query: PackageQuery,
): Promise<SymbolLookup | undefined> {
  const project = await goProject(tools, query.from);
  const view: GoView = { tools, project, standard: await goRoot(tools, project?.toolchain) };
  const outcomes: { readonly candidate: GoCandidate; readonly lookup: SymbolLookup }[] = [];
  for (const candidate of await candidatesOf(view, text, query)) {
    const lookup = await lookUpNames(view, candidate, query);
    if (lookup !== undefined) outcomes.push({ candidate, lookup });
  }
  const found = outcomes.filter(({ lookup }) => lookup.type === 'found');
  if (found.length > 1) {
    const candidates = found.map(({ candidate: { at, names } }) => [at.path, ...names].join('.'));
    return { type: 'ambiguous', candidates };
  }
  return (found[0] ?? outcomes[0])?.lookup;
}

interface GoCandidate {
  readonly at: GoPackage;
  readonly names: readonly string[];
}

/** The packages and the names below them that a text may mean. */
async function candidatesOf(
  view: GoView,
  text: string,
  { package: asked, isBare }: PackageQuery,
): Promise<readonly GoCandidate[]> {
  const parts = text.split('.').filter((part) => part !== '');
  if (asked !== undefined && asked !== 'go') {
    const called = [asked, lastName(asked), ...namesOfPath(asked)];
    const front = called.find((name) => text === name || text.startsWith(`${name}.`)) ?? '';
    const names = text
      .slice(front.length)
      .split('.')
      .filter((part) => part !== '');
    const own = await readPath(view, asked, names);
    if (own.length > 0 || isBare) return own;
    const [first = '', ...rest] = parts;
    const inner = await goPackageAt(view, `${asked}/${first}`);
    return inner === undefined ? [] : [{ at: inner, names: rest }];
  }
  const slash = text.lastIndexOf('/');
  if (slash < 0) return readName(view, parts);
  const [last = '', ...names] = text.slice(slash + 1).split('.');
  return readPath(view, text.slice(0, slash + 1) + last, names);
}

/** Dots may belong to the last part of an import path: `gopkg.in/yaml.v3.Unmarshal`. */
async function readPath(
  view: GoView,
  path: string,
  names: readonly string[],
): Promise<readonly GoCandidate[]> {
  for (let i = 0; i <= Math.min(1, names.length); i++) {
    const at = await goPackageAt(view, [path, ...names.slice(0, i)].join('.'));
    if (at !== undefined) return [{ at, names: names.slice(i) }];
  }
  return path.includes('/') ? [] : readName(view, [path, ...names]);
}

async function readName(view: GoView, parts: readonly string[]): Promise<readonly GoCandidate[]> {
  const [first, ...names] = parts;
  // A name alone is a package of the path itself; code writes a package in front of everything else.
  if (first === undefined) return [];
  if (names.length === 0) {
    const at = await goPackageAt(view, first);
    return at === undefined ? [] : [{ at, names }];
  }
  return (await goPackagesNamed(view, first)).map((at) => ({ at, names }));
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

async function lookUpNames(
  view: GoView,
  { at, names }: GoCandidate,
  { cancellation, isBare }: PackageQuery,
): Promise<SymbolLookup | undefined> {
  const { tools } = view;
  const unit = { files: await goFiles(tools, at.folder), owner: at.owner };
  const label = [lastName(at.path), ...names].join('.');
  const [top] = names;
  if (top === undefined) return isBare ? undefined : wholePackage(tools, at);
  const { modules } = await readUnit(tools, unit, { word: names.at(-1) ?? top, cancellation });
  const held = await goMatches(view, { unit, modules, names, cancellation });
  const [first, ...rest] = held.matches;
  if (first !== undefined) {
    const facts = declaredFacts({ package: at.owner, name: label, matches: [first, ...rest] });
    const around = facts.deprecated ?? (await groupDeprecation(tools, at, facts.head));
    const deprecated = around ?? (await packageDeprecation(tools, at));
    return { type: 'found', symbol: deprecated === undefined ? facts : { ...facts, deprecated } };
  }
  if (isBare) return undefined;
  const all = await readUnit(tools, unit, { cancellation });
  const [problem] = all.problems;
  if (all.modules.length === 0) {
    return problem === undefined ? undefined : { type: 'broken', name: at.path, problem };
  }
  const holder = names.slice(0, -1).join('.');
  const nearest = nearNames(names.at(-1) ?? '', namesBelow(all.modules, holder));
  // A module that is needed and not fetched may be the one that is meant.
  const isUnfetched = view.project?.modules.some(({ root }) => root === undefined) ?? false;
  const isPartial = held.isPartial || all.problems.length > 0 || isUnfetched;
  return {
    type: 'no-such-symbol',
    package: at.owner,
    symbol: label,
    nearest: nearest.map((name) => [lastName(at.path), ...names.slice(0, -1), name].join('.')),
    ...(isPartial ? { isPartial: true } : {}),
  };
}
