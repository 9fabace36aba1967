import { declaredFacts } from '../declared/declared-facts.ts';
import { type DeclaredMatch, declaredAt } from '../declared/declared-unit.ts';
import type { EvidenceTools } from '../evidence-tools.ts';
import { foldersAround } from '../folders-around.ts';
import { readModule, textModule } from '../loaded-module.ts';
import type { PackageQuery } from '../package-query.ts';
import type { InstalledPackage, SymbolFacts } from '../symbol-facts.ts';
import type { SymbolLookup } from '../symbol-lookup.ts';
import { cProjectFiles, type HeaderFolder, headerFolders } from './header-folders.ts';
import { headersNaming, levels, type NamedHeader } from './header-index.ts';
import { headerOwner, plainName } from './header-owner.ts';
import { type ManPage, manPageOf } from './man-page.ts';
import { declarationsOf } from './prototypes.ts';

/** Looks a name up in the headers and man pages that some folders see; `undefined` when none declares it. */
export async function lookUpC(
  tools: EvidenceTools,
  text: string,
  query: PackageQuery,
): Promise<SymbolLookup | undefined> {
  const parts = text.split('.').filter((part) => part !== '');
  if (query.isBare || !parts.every((part) => /^[A-Za-z_]\w*$/.test(part))) return undefined;
  const folders = await headerFolders(tools, query.from);
  const page = parts.length > 1 ? undefined : await pageFor(tools, folders, { name: text, query });
  const isOwn = folders.some(({ isSystem }) => !isSystem) || (await isProject(tools, query.from));
  for (const level of levels) {
    // A word of another language is not worth reading everything that the machine has.
    if (level === 'deep' && (!isOwn || page !== undefined)) break;
    const name = parts[0] ?? '';
    const headers = await headersNaming(tools, folders, { name, level, cancellation: query.cancellation });
    const found =
      parts.length > 1
        ? await membersIn(tools, headers, { parts, query })
        : await plainIn(tools, headers, name);
    const asked = ofPackage(found, query.package);
    if (asked.length > 0) return chosen(asked, { page, name: parts.join('::') });
  }
  const [owner, plain] = parts;
  // “compress in zlib”: what stands in front may be the library.
  if (parts.length === 2 && plain !== undefined && owner !== undefined) {
    return lookUpC(tools, plain, { ...query, package: owner });
  }
  return chosen([], { page, name: parts.join('::') });
}

async function isProject({ files }: EvidenceTools, from: readonly string[]): Promise<boolean> {
  for (const folder of foldersAround(from)) {
    const entries = (await files.list(folder)) ?? [];
    if (entries.some(({ name }) => cProjectFiles.test(name))) return true;
  }
  return false;
}

interface HeaderMatches {
  readonly header: NamedHeader;
  readonly owner: InstalledPackage;
  readonly matches: readonly DeclaredMatch[];
}

async function plainIn(
  tools: EvidenceTools,
  headers: readonly NamedHeader[],
  name: string,
): Promise<readonly HeaderMatches[]> {
  const found: HeaderMatches[] = [];
  for (const header of headers) {
    const text = await tools.files.readText(header.path);
    const records = text === undefined ? [] : declarationsOf(text, name);
    if (text === undefined || records.length === 0) continue;
    const owner = await headerOwner(tools, header);
    const module = textModule({ path: header.path, owner }, text, records);
    const own = records.filter(({ path }) => path === name);
    found.push({ header, owner, matches: own.map((record) => ({ module, record })) });
  }
  return found;
}

/** Members of classes, structures and namespaces, which a parser finds. */
async function membersIn(
  tools: EvidenceTools,
  headers: readonly NamedHeader[],
  { parts, query }: { readonly parts: readonly string[]; readonly query: PackageQuery },
): Promise<readonly HeaderMatches[]> {
  const found: HeaderMatches[] = [];
  const member = parts.at(-1) ?? '';
  for (const header of headers.slice(0, 60)) {
    const text = await tools.files.readText(header.path);
    if (text === undefined || !text.includes(member)) continue;
    const owner = await headerOwner(tools, header);
    const { module } = await readModule(tools, { path: header.path, owner }, query.cancellation);
    const matches = module === undefined ? [] : declaredAt([module], parts.join('.'));
    if (matches.length > 0) found.push({ header, owner, matches });
  }
  return found;
}

/** C's own library, which has its names in headers of several owners. */
const cLibrary = /^(?:c|libc|glibc)$/i;

function ofPackage(found: readonly HeaderMatches[], asked: string | undefined): readonly HeaderMatches[] {
  if (asked === undefined || cLibrary.test(asked)) return found;
  const wanted = plainName(asked);
  const isOwned = ({ owner }: HeaderMatches) =>
    plainName(owner.name) === wanted || owner.name.toLowerCase() === asked.toLowerCase();
  const partsOf = ({ header }: HeaderMatches) => header.path.split('/');
  const isCalled = (part: string) => part === asked || plainName(part) === wanted;
  // A library, then a folder, then a header that another library calls after it.
  for (const fits of [
    isOwned,
    (one: HeaderMatches) => partsOf(one).slice(0, -1).some(isCalled),
    (one: HeaderMatches) => isCalled(partsOf(one).at(-1) ?? ''),
  ]) {
    const fitting = found.filter(fits);
    if (fitting.length > 0) return fitting;
  }
  return [];
}

function pageFor(
  tools: EvidenceTools,
  folders: readonly HeaderFolder[],
  { name, query: { package: asked, from } }: { readonly name: string; readonly query: PackageQuery },
): Promise<ManPage | undefined> {
  if (asked !== undefined && !cLibrary.test(asked)) return Promise.resolve(undefined);
  const own = folders.filter(({ isSystem }) => !isSystem).map(({ folder }) => folder);
  return manPageOf(tools, [...own, ...from], name);
}

/** Parts of a library that its own headers include, and other languages' takes on it. */
const inner = /\/(?:bits|c\+\+|asm|asm-generic|linux|gnu|internal|detail|private|typecheck[\w-]*\.h)(?:\/|$)/;

function chosen(
  all: readonly HeaderMatches[],
  { page, name }: { readonly page: ManPage | undefined; readonly name: string },
): SymbolLookup | undefined {
  const isFunction = ({ matches }: HeaderMatches) =>
    matches.some(({ record }) => record.signatures[0]?.returns !== undefined);
  const isCalled = ({ matches }: HeaderMatches) => matches.some(({ record }) => record.signatures.length > 0);
  const functions = all.filter(isFunction);
  const called = all.filter(isCalled);
  // `#define f g` renames what another header declares.
  const candidates = functions.length > 0 ? functions : called.length > 0 ? called : all;
  const outer = candidates.filter(({ header }) => !inner.test(header.path));
  const kept = outer.length > 0 ? outer : candidates;
  const own = kept.filter(({ header }) => !header.folder.isSystem);
  const found = own.length > 0 ? own : kept;
  const [first] = found;
  const fromPage = page === undefined ? undefined : factsOf(page.matches, page.module.owner, name);
  if (first === undefined) return fromPage === undefined ? undefined : { type: 'found', symbol: fromPage };
  const owners = new Map(found.map((one) => [`${one.owner.name} ${one.owner.version}`, one]));
  const said = new Set(
    found.map(({ matches }) => JSON.stringify(matches.map(({ record }) => saidOf(record)))),
  );
  if (owners.size > 1 && said.size > 1) {
    return {
      type: 'ambiguous',
      candidates: [...owners.values()].map(({ owner }) => `${name} in ${owner.name}`),
    };
  }
  const facts = factsOf(
    found.flatMap(({ matches }) => matches),
    first.owner,
    name,
  );
  if (facts === undefined) return undefined;
  return { type: 'found', symbol: withPage(facts, fromPage) };
}

function saidOf({ signatures, initial }: DeclaredMatch['record']): unknown {
  const parameters = signatures.map((one) => one.parameters.map(({ name, type }) => [name, type?.value]));
  return [parameters, signatures.map(({ returns }) => returns?.value), initial?.value];
}

function factsOf(
  matches: readonly DeclaredMatch[],
  owner: InstalledPackage,
  name: string,
): SymbolFacts | undefined {
  const [first, ...rest] = matches;
  if (first === undefined) return undefined;
  const facts = declaredFacts({ package: owner, name, matches: [first, ...rest] });
  // A macro has no place for a mark of deprecation.
  const isMacro = /^#/.test(facts.head.quote) && facts.deprecated === undefined;
  return isMacro ? { ...facts, isDeprecationUnknown: true } : facts;
}

/** A header whose names are kept out of the way of others (`__s`) leaves them to the page. */
function withPage(facts: SymbolFacts, page: SymbolFacts | undefined): SymbolFacts {
  if (page === undefined) return facts;
  const raises = page.raises === undefined ? {} : { raises: page.raises };
  // A header shows what it was set to show; the page knows of the other forms.
  const deprecated = facts.deprecated === undefined ? {} : { deprecated: facts.deprecated };
  if (page.overloads > 1) return { ...page, ...deprecated, ...raises };
  const own = facts.parameters ?? [];
  const isHidden =
    own.length > 0 && own.every(({ name, kind }) => kind === 'rest' || name === '' || name.startsWith('__'));
  const isSame = own.length === page.parameters?.length && page.overloads === 1;
  if (!isHidden || !isSame || page.parameters === undefined) return { ...facts, ...raises };
  return { ...page, ...deprecated, ...raises };
}
