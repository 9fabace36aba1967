import { join } from 'pathe';
import { message } from '../../platform/index.ts';
import type { Evidence } from '../evidence.ts';
import type { EvidenceTools } from '../evidence-tools.ts';
import { evidenceAt, textModule } from '../loaded-module.ts';
import { lookUpInModule, missingSymbol } from '../lookup-in-module.ts';
import { ModuleGraph } from '../module-graph.ts';
import type { PackageQuery } from '../package-query.ts';
import type { InstalledPackage } from '../symbol-facts.ts';
import type { SymbolLookup } from '../symbol-lookup.ts';
import { type NameReading, npmReadings } from '../symbol-name.ts';
import { locateNpmPackage, type NpmPackage } from './locate-package.ts';
import { NpmHost, typesName } from './npm-host.ts';
import { lookUpGlobal } from './script-globals.ts';

/**
 * Looks a name up in the npm packages that some folders see. `undefined` when no package answers to it; of several
 * ways to read the name the first that leads to a symbol counts.
 */
export async function lookUpNpm(
  tools: EvidenceTools,
  text: string,
  query: PackageQuery,
): Promise<SymbolLookup | undefined> {
  let other: SymbolLookup | undefined;
  for (const reading of readingsOf(text, query.package)) {
    const outcome = await readingOutcome(tools, reading, query);
    if (outcome?.type === 'found') return outcome;
    other ??= outcome;
  }
  return other ?? lookUpGlobal(tools, text, query);
}

function readingsOf(text: string, asked: string | undefined): readonly NameReading[] {
  if (asked === undefined) return npmReadings(text);
  const [named] = npmReadings(asked).slice(-1);
  if (named === undefined) return [];
  const rest = text === asked ? '' : text.startsWith(`${asked}.`) ? text.slice(asked.length + 1) : undefined;
  if (rest === undefined && text.startsWith(`${named.package}/`)) return npmReadings(text);
  const names = (rest ?? text).split('.').filter((name) => name !== '');
  return [
    asked.startsWith('@') || asked.includes('/')
      ? { ...named, names }
      : { package: asked, subpath: '.', names },
  ];
}

async function readingOutcome(
  tools: EvidenceTools,
  { package: name, subpath, names }: NameReading,
  query: PackageQuery,
): Promise<SymbolLookup | undefined> {
  const { files } = tools;
  const located =
    (await locateNpmPackage(files, name, query.from)) ??
    (await locateNpmPackage(files, typesName(name), query.from));
  if (located === undefined) return builtInOutcome(tools, { package: name, subpath, names }, query);
  if (located.type === 'broken') return { type: 'broken', name, problem: located.problem };
  const host = new NpmHost(tools, query.cancellation);
  const { module, problem } = await host.entry(located.package, subpath);
  if (module === undefined) {
    if (subpath !== '.' && problem === undefined) return noSuchFile(located.package.installed, subpath);
    return { type: 'broken', name, problem: problem ?? message('evidence.npm.empty', { package: name }) };
  }
  const graph = new ModuleGraph(host);
  const inside = subpath === '.' ? [] : [subpath.slice(2)];
  const shown = [...inside, ...names].join('.');
  const head = await headOf(tools, located.package);
  const { installed } = located.package;
  const isInstance = query.isInstance ?? false;
  const request = { module, names, package: installed, name: shown, head, isInstance };
  const found = await lookUpInModule(graph, request);
  return found ?? missingSymbol(graph, { module, names, package: installed, inside });
}

/** A module of Node itself: `fs.readFile`, `fs/promises.readFile`. */
async function builtInOutcome(
  tools: EvidenceTools,
  { package: name, subpath, names }: NameReading,
  query: PackageQuery,
): Promise<SymbolLookup | undefined> {
  const host = new NpmHost(tools, query.cancellation);
  const specifier = subpath === '.' ? name : `${name}/${subpath.slice(2)}`;
  const { module, found } = (await host.builtIn(specifier, query.from)) ?? {};
  if (module === undefined || found === undefined) return undefined;
  const graph = new ModuleGraph(host);
  const head = await headOf(tools, found);
  const shown = [specifier, ...names].join('.');
  const { installed } = found;
  const isInstance = query.isInstance ?? false;
  const request = { module, names, package: installed, name: shown, head, isInstance };
  const outcome = await lookUpInModule(graph, request);
  return outcome ?? missingSymbol(graph, { module, names, package: installed, inside: [specifier] });
}

function noSuchFile(installed: InstalledPackage, subpath: string): SymbolLookup {
  return { type: 'no-such-symbol', package: installed, symbol: subpath.slice(2), nearest: [] };
}

/** The version in the manifest, which stands for the package as a whole. */
async function headOf({ files }: EvidenceTools, { installed }: NpmPackage): Promise<Evidence> {
  const path = join(installed.root, 'package.json');
  const text = (await files.readText(path)) ?? '';
  const line = /"version"\s*:\s*"[^"]*"/.exec(text) ?? /"name"\s*:\s*"[^"]*"/.exec(text);
  const start = line?.index ?? 0;
  const span = { start, end: start + (line?.[0].length ?? 0) };
  return evidenceAt(textModule({ path, owner: installed }, text), span);
}
