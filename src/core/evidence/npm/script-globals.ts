import { join } from 'pathe';
import { RememberedValues } from '../../platform/index.ts';
import { declaredFacts } from '../declared/declared-facts.ts';
import { type DeclaredMatch, declaredAt } from '../declared/declared-unit.ts';
import type { EvidenceTools } from '../evidence-tools.ts';
import { type LoadedModule, readModule } from '../loaded-module.ts';
import { nearNames } from '../near-names.ts';
import type { PackageQuery } from '../package-query.ts';
import type { InstalledPackage, SymbolFacts } from '../symbol-facts.ts';
import type { SymbolLookup } from '../symbol-lookup.ts';
import { locateNpmPackage } from './locate-package.ts';

/** The declarations of what JavaScript has without an import: `lib.es5.d.ts`. */
export const globalsFile = /\/lib\.[\w.]+\.d\.ts$/;

interface Globals {
  readonly tools: EvidenceTools;
  readonly owner: InstalledPackage;
  readonly folder: string;
  readonly query: PackageQuery;
}

/** What JavaScript has without an import (`JSON.parse`, `Array.map`), as an installed TypeScript declares it. */
export async function lookUpGlobal(
  tools: EvidenceTools,
  text: string,
  query: PackageQuery,
): Promise<SymbolLookup | undefined> {
  if (query.package !== undefined || !/^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*$/.test(text))
    return undefined;
  const located = await locateNpmPackage(tools.files, 'typescript', query.from);
  if (located?.type !== 'found') return undefined;
  const owner = located.package.installed;
  const folder = await libraryOf(tools, owner);
  if (folder === undefined) return undefined;
  const globals: Globals = { tools, owner, folder, query };
  const names = text.split('.').filter((name, i) => i > 0 || name !== 'globalThis');
  const [first, ...rest] = names;
  if (first === undefined) return undefined;
  return rest.length === 0 ? wholeOf(globals, first) : memberOf(globals, first, rest);
}

/** The folder of the libraries: since version 7 that of the platform's own package. */
async function libraryOf({ files }: EvidenceTools, { root }: InstalledPackage): Promise<string | undefined> {
  const beside = join(root, '..', '@typescript');
  const platforms = ((await files.list(beside)) ?? []).map(({ name }) => join(beside, name, 'lib'));
  for (const folder of [join(root, 'lib'), ...platforms]) {
    if ((await files.stat(join(folder, 'lib.es5.d.ts')))?.kind === 'file') return folder;
  }
  return undefined;
}

async function wholeOf(globals: Globals, name: string): Promise<SymbolLookup | undefined> {
  const matches = (await modulesWith(globals, name)).flatMap((module) => declaredAt([module], name));
  return foundOf(globals, name, matches);
}

/** A member of what a variable holds (`Array.from`, `JSON.parse`), else of what is called so (`Array.map`). */
async function memberOf(
  globals: Globals,
  first: string,
  rest: readonly string[],
): Promise<SymbolLookup | undefined> {
  const modules = await modulesWith(globals, first);
  const known = modules.flatMap((module) => declaredAt([module], first));
  if (known.length === 0) return undefined;
  const held = new Set(
    known.flatMap(({ record }) => (record.kind === 'variable' && record.type ? [record.type.value] : [])),
  );
  const [holder = first, ...others] = held;
  if (others.length > 0) return undefined;
  const path = rest.join('.');
  const own = holder === first ? [] : await membersOf(globals, holder, path);
  const instance = await membersOf(globals, first, path);
  const shown = [first, ...rest].join('.');
  if (globals.query.isInstance)
    return foundOf(globals, shown, instance) ?? missing(globals, modules, [first, ...rest]);
  if (own.length > 0 && instance.length > 0) {
    return { type: 'ambiguous', candidates: [`${shown} (static)`, [first, 'prototype', ...rest].join('.')] };
  }
  return foundOf(globals, shown, [...own, ...instance]) ?? missing(globals, modules, [first, ...rest]);
}

async function membersOf(
  globals: Globals,
  holder: string,
  path: string,
  depth = 0,
): Promise<readonly DeclaredMatch[]> {
  const modules = await modulesWith(globals, holder);
  const own = modules.flatMap((module) => declaredAt([module], `${holder}.${path}`));
  if (own.length > 0 || depth > 6) return own;
  const bases = modules
    .flatMap((module) => declaredAt([module], holder))
    .flatMap(({ record }) => record.bases);
  for (const base of new Set(bases)) {
    const found = /^\w+$/.test(base) ? await membersOf(globals, base, path, depth + 1) : [];
    if (found.length > 0) return found;
  }
  return [];
}

function foundOf(
  { owner }: Globals,
  name: string,
  [first, ...others]: readonly DeclaredMatch[],
): SymbolLookup | undefined {
  if (first === undefined) return undefined;
  const facts = declaredFacts({ package: owner, name, matches: [first, ...others] });
  return { type: 'found', symbol: { ...facts, ...natureOf(facts, [first, ...others]) } };
}

/** What is declared to give a promise is awaited; texts, numbers and lists of them are not. */
function natureOf(
  { returns, head }: SymbolFacts,
  matches: readonly DeclaredMatch[],
): Pick<SymbolFacts, 'asynchronous'> {
  const types = matches.flatMap(({ record }) => record.signatures.map((one) => one.returns?.value ?? ''));
  const evidence = [returns?.evidence[0] ?? head] as const;
  const areAll = (written: RegExp) => types.length > 0 && types.every((type) => written.test(type));
  if (areAll(/^Promise</)) return { asynchronous: { holds: true, evidence } };
  return areAll(/^(?:string|number|boolean|bigint|void|any)(?:\[\])*$/)
    ? { asynchronous: { holds: false, evidence } }
    : {};
}

function missing(
  { owner }: Globals,
  modules: readonly LoadedModule[],
  names: readonly string[],
): SymbolLookup {
  const prefix = `${names.slice(0, -1).join('.')}.`;
  const members = modules.flatMap(({ record }) =>
    record.symbols.filter(({ path }) => path.startsWith(prefix)).map(({ path }) => path.slice(prefix.length)),
  );
  const nearest = nearNames(names.at(-1) ?? '', [...new Set(members)]).map((name) => prefix + name);
  return { type: 'no-such-symbol', package: owner, symbol: names.join('.'), nearest, isPartial: true };
}

/** The libraries that declare a name. */
async function modulesWith(
  { tools, owner, folder, query }: Globals,
  name: string,
): Promise<readonly LoadedModule[]> {
  const index = await indexes.get(tools.archives, folder, () => readIndex(tools, folder));
  const modules: LoadedModule[] = [];
  for (const path of index.get(name) ?? []) {
    const { module } = await readModule(tools, { path, owner }, query.cancellation);
    if (module !== undefined) modules.push(module);
  }
  return modules;
}

type NameIndex = ReadonlyMap<string, readonly string[]>;
const indexes = new RememberedValues<Promise<NameIndex>>();

const declared =
  /^[ \t]*(?:declare[ \t]+)?(?:var|let|const|function|(?:abstract[ \t]+)?class|interface|namespace|type)[ \t]+([\w$]+)/gm;

async function readIndex({ files }: EvidenceTools, folder: string): Promise<NameIndex> {
  const index = new Map<string, string[]>();
  const names = ((await files.list(folder)) ?? []).map(({ name }) => name);
  // What browsers have beside the language (`Request`, `Node`) is called like much of what packages have.
  const own = names.filter((name) => /^lib\.(?:es|decorators)(?!.*\.full\.)[\w.]+\.d\.ts$/.test(name));
  for (const name of own.sort()) {
    const path = join(folder, name);
    const text = (await files.readText(path)) ?? '';
    for (const one of new Set([...text.matchAll(declared)].map(([, found = '']) => found))) {
      const paths = index.get(one);
      if (paths === undefined) index.set(one, [path]);
      else paths.push(path);
    }
  }
  return index;
}
