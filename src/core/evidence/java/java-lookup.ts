import { declaredFacts } from '../declared/declared-facts.ts';
import { type DeclaredMatch, declaredAt, namesBelow } from '../declared/declared-unit.ts';
import type { EvidenceTools } from '../evidence-tools.ts';
import { nearNames } from '../near-names.ts';
import type { PackageQuery } from '../package-query.ts';
import type { SymbolFacts } from '../symbol-facts.ts';
import type { SymbolLookup } from '../symbol-lookup.ts';
import { machineSources, projectSources } from './java-sources.ts';
import { isPrivate, type JavaFile, JavaTypes } from './java-types.ts';
import { jdkSource } from './jdk.ts';
import { type LibraryRead, ownerOf } from './maven-repository.ts';

/** Looks a name up in the Java sources that some folders see; `undefined` when none answers to it. */
export async function lookUpJava(
  tools: EvidenceTools,
  text: string,
  query: PackageQuery,
): Promise<SymbolLookup | undefined> {
  const parts = text.split(/[./]/).filter((part) => part !== '');
  // By custom a class begins with a capital, and a package doesn't.
  const at = parts.findIndex((part) => /^\p{Lu}/u.test(part));
  if (query.isBare) return undefined;
  const project = await projectSources(tools, query.from);
  const jdk = await jdkSource(tools);
  const near = [...project, ...(jdk === undefined ? [] : [jdk])].filter((one) => isAsked(one, query.package));
  const reads = near.length > 0 || query.package === undefined ? near : [];
  const wanted = { parts, at, query };
  const found = await lookUpIn(tools, reads, wanted);
  if (found !== undefined) return found;
  const isQualified = at > 0 || query.package !== undefined;
  if (project.length > 0 || !isQualified) return unreadable(reads, query.package);
  const machine = (await machineSources(tools)).filter((one) => isAsked(one, query.package));
  return (await lookUpIn(tools, machine, wanted)) ?? unreadable([...reads, ...machine], query.package);
}

function isAsked(one: LibraryRead, asked: string | undefined): boolean {
  if (asked === undefined) return true;
  const { name } = ownerOf(one);
  return (
    name === asked || (name === 'jdk' && /^(?:java|jdk|openjdk)$/i.test(asked)) || asked.endsWith(`:${name}`)
  );
}

/** Why a library that was asked for by its name can't be read. */
function unreadable(reads: readonly LibraryRead[], asked: string | undefined): SymbolLookup | undefined {
  const [first] = reads;
  if (asked === undefined || first === undefined || first.problem === undefined) return undefined;
  return { type: 'broken', name: first.owner.name, problem: first.problem };
}

interface Wanted {
  readonly parts: readonly string[];
  /** The place of the first class among the parts; -1 without one. */
  readonly at: number;
  readonly query: PackageQuery;
}

interface FoundMember {
  readonly file: JavaFile;
  readonly facts: SymbolFacts;
}

async function lookUpIn(
  tools: EvidenceTools,
  reads: readonly LibraryRead[],
  { parts, at, query }: Wanted,
): Promise<SymbolLookup | undefined> {
  if (at < 0) return undefined;
  const sources = reads.flatMap(({ source }) => (source === undefined ? [] : [source]));
  const types = new JavaTypes(tools, sources, query.cancellation);
  const name = parts[at] ?? '';
  const files = apartFromInternals(types.filesOf(name, parts.slice(0, at)));
  const found: FoundMember[] = [];
  let missing: SymbolLookup | undefined;
  for (const file of files) {
    const lookup = await lookUpInFile(types, file, parts.slice(at));
    if (lookup?.type === 'found') found.push({ file, facts: lookup.symbol });
    else missing ??= lookup;
  }
  const [first] = found;
  // That a class of the library's own has no such member says nothing of another one that is called alike.
  if (first === undefined) return files.every(isInternal) ? undefined : missing;
  const places = new Set(found.map(({ facts: { head } }) => `${head.path} ${JSON.stringify(head.range)}`));
  if (places.size === 1) return { type: 'found', symbol: first.facts };
  return { type: 'ambiguous', candidates: found.map((one) => candidateOf(one, parts.slice(at))).sort() };
}

/** What a library keeps to itself is meant only where nothing else is. */
function apartFromInternals(files: readonly JavaFile[]): readonly JavaFile[] {
  const open = files.filter((file) => !isInternal(file));
  return open.length > 0 ? open : files;
}

function isInternal({ path }: JavaFile): boolean {
  return /\/(?:com\/sun|sun|internal|impl)\//.test(path);
}

function candidateOf({ file }: FoundMember, names: readonly string[]): string {
  const folder = file.path.slice(0, file.path.lastIndexOf('/'));
  const inside = /(?:!\/(?:[a-z]+\.[a-z.]+\/)?|\/java\/|\/src\/)((?:[\w-]+\/?)*)$/.exec(folder)?.[1] ?? '';
  return [...inside.split('/').filter((part) => part !== ''), ...names].join('.');
}

async function lookUpInFile(
  types: JavaTypes,
  file: JavaFile,
  names: readonly string[],
): Promise<SymbolLookup | undefined> {
  const { module, problem } = await types.read(file);
  if (module === undefined) return { type: 'broken', name: file.owner.name, problem };
  const path = names.join('.');
  const own = declaredAt([module], path);
  const holder = names.slice(0, -1).join('.');
  const isMember =
    names.length > 1 && own.every(({ record }) => !/^(?:class|interface|enum)$/.test(record.kind));
  const members = isMember
    ? await types.membersOf({ module, path: holder }, names.at(-1) ?? '')
    : { matches: own, isPartial: false };
  const open = members.matches.filter((one) => !isPrivate(one));
  const [first, ...rest] = open.length > 0 ? open : members.matches;
  if (first !== undefined) {
    const makers = declaredAt([module], `${path}.${names.at(-1)}`).filter((one) => !isPrivate(one));
    const facts = declaredFacts({
      package: first.module.owner,
      name: path,
      matches: [first, ...rest],
      makers,
    });
    return { type: 'found', symbol: withHolder(facts, declaredAt([first.module], holder)) };
  }
  const nearest = nearNames(names.at(-1) ?? '', namesBelow([module], holder));
  return {
    type: 'no-such-symbol',
    package: file.owner,
    symbol: path,
    nearest: nearest.map((one) => [...names.slice(0, -1), one].join('.')),
    ...(members.isPartial ? { isPartial: true } : {}),
  };
}

/** A member is as old as its class where it says nothing itself; whether the mark of a class is its own is unsettled. */
function withHolder(facts: SymbolFacts, [holder]: readonly DeclaredMatch[]): SymbolFacts {
  if (holder === undefined) return facts;
  const { since, isPartlyDeprecated } = declaredFacts({
    package: facts.package,
    name: holder.record.path,
    matches: [holder],
  });
  const isMarked = holder.record.deprecated !== undefined && facts.deprecated === undefined;
  return {
    ...facts,
    ...(facts.since === undefined && since !== undefined ? { since } : {}),
    ...(isMarked || isPartlyDeprecated ? { isPartlyDeprecated: true } : {}),
  };
}
