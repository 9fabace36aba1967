import { dirname, join } from 'pathe';
import type { Ecosystem, InstalledPackage, InstalledQuery, SymbolLookup } from '../../evidence/index.ts';
import type { Cancellation, FileSystem } from '../../platform/index.ts';

/** A symbol of a library, as an import or a manifest qualifies it. */
export interface LibraryQuery {
  /** With the name of its package in front. */
  readonly symbol: string;
  readonly package: string;
  readonly ecosystem: Ecosystem;
}

/** A file that an answer rests on; without a text it must not be there. */
export interface SeenFile {
  readonly path: string;
  readonly text: string | null;
}

/** What the installed version of a library says of a symbol. */
export interface LibraryAnswer {
  readonly lookup: SymbolLookup;
  /** The folder that it was looked up from. */
  readonly from: string;
  /** As long as these are the same, so is the answer; empty where they don't tell. */
  readonly seen: readonly SeenFile[];
}

/** What looking libraries up needs. */
export interface LibraryTools {
  /** Installed packages lie outside of the workspace, too. */
  readonly files: FileSystem;
  readonly find: (query: InstalledQuery) => Promise<SymbolLookup>;
}

/** Asks what is installed for a file about a symbol. Throws a `CancelledError` when cancelled. */
export async function answerOfLibrary(
  { files, find }: LibraryTools,
  {
    path,
    cancellation,
    ...query
  }: LibraryQuery & { readonly path: string; readonly cancellation: Cancellation },
): Promise<LibraryAnswer> {
  const from = dirname(path);
  const lookup = await find({ ...query, from: [from], cancellation });
  if (lookup.type !== 'found') return { lookup, from, seen: [] };
  const { symbol } = lookup;
  const paths = new Set([symbol.head.path, ...pathsIn(symbol)]);
  paths.add(metadataOf(symbol.package));
  for (const nearer of installedNearer(path, query, symbol.package.root)) paths.add(nearer);
  const seen: SeenFile[] = [];
  for (const one of paths) seen.push({ path: one, text: (await files.readText(one)) ?? null });
  return { lookup, from, seen };
}

/** The file that states the version, as installers name it. */
function metadataOf({ ecosystem, name, version, root }: InstalledPackage): string {
  if (ecosystem === 'npm') return join(root, 'package.json');
  return join(root, `${name.replaceAll(/[-.]+/g, '_')}-${version}.dist-info`, 'METADATA');
}

/** Every file that is quoted anywhere in some facts. */
function pathsIn(facts: unknown): readonly string[] {
  if (Array.isArray(facts)) return facts.flatMap(pathsIn);
  if (typeof facts !== 'object' || facts === null) return [];
  const own = 'path' in facts && 'quote' in facts && typeof facts.path === 'string' ? [facts.path] : [];
  return [...own, ...Object.values(facts).flatMap(pathsIn)];
}

/** Where another copy would be found first, were it installed. */
function installedNearer(
  path: string,
  { package: name, ecosystem }: LibraryQuery,
  root: string,
): readonly string[] {
  const places: string[] = [];
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (ecosystem === 'npm') {
      const own = join(folder, 'node_modules', name);
      if (own === root) break;
      places.push(join(own, 'package.json'));
    } else {
      for (const environment of ['.venv', 'venv', 'env'])
        places.push(join(folder, environment, 'pyvenv.cfg'));
    }
    if (folder === dirname(folder)) break;
  }
  return places;
}
