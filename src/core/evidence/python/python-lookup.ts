import { type Message, message } from '../../platform/index.ts';
import type { EvidenceTools } from '../evidence-tools.ts';
import { evidenceAt, type LoadedModule } from '../loaded-module.ts';
import { lookUpInModule, missingSymbol } from '../lookup-in-module.ts';
import { ModuleGraph } from '../module-graph.ts';
import type { PackageQuery } from '../package-query.ts';
import type { SymbolLookup } from '../symbol-lookup.ts';
import { distributionsOf, normalName, readDistribution, topNamesOf } from './distributions.ts';
import { type PythonRoot, pythonRoots } from './environments.ts';
import { isCompiled } from './module-file.ts';
import { PythonHost } from './python-host.ts';
import { typeshedRoot } from './typeshed.ts';
import { versionPlace } from './version-place.ts';

interface Search {
  readonly tools: EvidenceTools;
  readonly roots: readonly PythonRoot[];
  readonly host: PythonHost;
  readonly isBare: boolean;
}

/** Looks a name up in the Python packages that some folders see; `undefined` when none answers to it. */
export async function lookUpPython(
  tools: EvidenceTools,
  text: string,
  query: PackageQuery,
): Promise<SymbolLookup | undefined> {
  if (text.includes('/')) return undefined;
  const roots = await pythonRoots(tools.files, query.from, tools.pythons);
  const host = new PythonHost({ tools, roots, cancellation: query.cancellation });
  const search: Search = { tools, roots, host, isBare: query.isBare ?? false };
  if (text === 'python' && (query.package ?? text) === text) return interpreterOf(search);
  let other: SymbolLookup | undefined;
  for (const names of await readingsOf(search, text, query.package)) {
    const outcome = await lookUpNames(search, names);
    if (outcome?.type === 'found') return outcome;
    other ??= outcome;
  }
  const isLeft = other === undefined || (other.type === 'broken' && text.startsWith('builtins.'));
  return (isLeft ? await builtIn(search, text, query) : undefined) ?? other;
}

/** What Python has without an import (`print`, `str.format`), as an installed type checker's stubs declare it. */
async function builtIn(
  { tools, roots }: Search,
  text: string,
  query: PackageQuery,
): Promise<SymbolLookup | undefined> {
  if (query.package !== undefined) return undefined;
  const typeshed = await typeshedRoot(tools.files, roots);
  if (typeshed === undefined) return undefined;
  const host = new PythonHost({ tools, roots: [typeshed], cancellation: query.cancellation });
  const parts = text.split('.').filter((part) => part !== '' && part !== 'builtins');
  const names = ['builtins', ...parts];
  const outcome = await lookUpNames({ tools, roots: [typeshed], host, isBare: false }, names);
  return outcome?.type === 'found' ? outcome : undefined;
}

/** The dotted names that a text may mean, its package's modules in front. */
async function readingsOf(
  search: Search,
  text: string,
  asked: string | undefined,
): Promise<readonly (readonly string[])[]> {
  const parts = text.split('.').filter((part) => part !== '');
  if (asked === undefined || asked === 'python') {
    const [first = '', ...rest] = parts;
    const plain = asked === 'python' && first === 'python' ? rest : parts;
    const tops = (await search.host.find(plain[0] ?? '')) === undefined ? await topNames(search, first) : [];
    return [plain, ...tops.map((top) => [top, ...rest])];
  }
  const tops = [asked, ...(await topNames(search, asked))];
  const below = normalName(parts[0] ?? '') === normalName(asked) ? parts.slice(1) : undefined;
  // `Flask` in the package `flask` is no name of the package.
  if (below?.length === 0 && parts[0] !== asked) return tops.map((top) => [...top.split('.'), ...parts]);
  if (below !== undefined) return tops.map((top) => [...top.split('.'), ...below]);
  const isQualified = tops.some((top) => top.split('.')[0] === parts[0]);
  return isQualified ? [parts] : tops.map((top) => [...top.split('.'), ...parts]);
}

/** The top-level modules of the distribution of that name. */
async function topNames({ tools: { files }, roots }: Search, name: string): Promise<readonly string[]> {
  for (const { folder, kind } of roots) {
    if (kind !== 'site') continue;
    const all = await distributionsOf(files, folder);
    const found = all.find((one) => one.name === normalName(name));
    if (found !== undefined) return topNamesOf(files, found);
  }
  return [];
}

async function lookUpNames(search: Search, names: readonly string[]): Promise<SymbolLookup | undefined> {
  const { host } = search;
  // A namespace package has no module of its own: then the first module stands deeper.
  for (let length = 1; length <= names.length; length++) {
    const dotted = names.slice(0, length).join('.');
    const start = await host.find(dotted);
    if (start === undefined) continue;
    if (start.module === undefined) return { type: 'broken', name: dotted, problem: start.problem };
    const below = names.slice(length);
    return lookUpBelow(search, start.module, { module: dotted, names: below });
  }
  const problem = await missingFiles(search, names[0] ?? '');
  return problem === undefined ? undefined : { type: 'broken', name: names[0] ?? '', problem };
}

interface NamesBelow {
  /** The dotted name of the module that they lie below. */
  readonly module: string;
  readonly names: readonly string[];
}

async function lookUpBelow(
  { tools, host, isBare }: Search,
  module: LoadedModule,
  { module: dotted, names }: NamesBelow,
): Promise<SymbolLookup | undefined> {
  const graph = new ModuleGraph(host);
  const { owner } = module;
  const inner = owner.name === 'python' || normalName(owner.name) !== normalName(dotted) ? [dotted] : [];
  const name = names.length === 0 && inner.length === 0 ? '' : [...inner, ...names].join('.');
  const firstLine = /^.*/.exec(module.source.text)?.[0].length ?? 0;
  const place = names.length === 0 ? await versionPlace(tools, owner) : undefined;
  const head = place ?? evidenceAt(module, { start: 0, end: firstLine });
  const found = await lookUpInModule(graph, { module, names, package: owner, name, head, isBare });
  if (found === undefined && (await leadsElsewhere(graph, module, names))) return undefined;
  return found ?? missingSymbol(graph, { module, names, package: owner, inside: inner });
}

/** Whether names go on in a module that the first one imports for its own use: `socket.io` is no part of `socket`. */
async function leadsElsewhere(
  graph: ModuleGraph,
  module: LoadedModule,
  names: readonly string[],
): Promise<boolean> {
  const [first = '', next] = names;
  const isPlain = module.record.imports.some(
    ({ local, specifier }) => local === first && specifier === first,
  );
  return next !== undefined && isPlain && (await graph.exportOf(module, first))?.type === 'module';
}

/** The interpreter's own library as a whole; `undefined` where no file states its version. */
async function interpreterOf({ tools, roots }: Search): Promise<SymbolLookup | undefined> {
  for (const { folder, kind, version } of roots) {
    if (kind !== 'library' || version === undefined) continue;
    const library = { ecosystem: 'python', name: 'python', root: folder, version } as const;
    const head = await versionPlace(tools, library);
    if (head === undefined) continue;
    const symbol = { package: library, name: '', kind: 'module', head, origin: head } as const;
    return { type: 'found', symbol: { ...symbol, overloads: 1, isAsync: false } };
  }
  return undefined;
}

/** Why a name that is installed has no module to read, or `undefined` when it isn't installed. */
async function missingFiles({ tools: { files }, roots }: Search, name: string): Promise<Message | undefined> {
  for (const { folder, kind } of roots) {
    if (await isCompiled(files, folder, name)) return message('evidence.python.compiled', { module: name });
    const all = kind === 'site' ? await distributionsOf(files, folder) : [];
    const found = all.find((one) => one.name === normalName(name));
    if (found === undefined) continue;
    const read = await readDistribution(files, found);
    if (read.type === 'broken') return read.problem;
    const tops = await topNamesOf(files, found);
    if (tops.includes(name) || tops.length === 0)
      return message('evidence.python.files-missing', { package: name });
  }
  return undefined;
}
