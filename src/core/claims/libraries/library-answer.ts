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

/** A file or folder that an answer rests on; without a text it must not be there. */
export interface SeenFile {
  readonly path: string;
  /** Of a folder, when it was last changed. */
  readonly text: string | null;
}

/** What the installed version of a library says of a symbol. */
export interface LibraryAnswer {
  readonly lookup: SymbolLookup;
  /** The folder that it was looked up from. */
  readonly from: string;
  /** As long as these are the same, so is the answer. */
  readonly seen: readonly SeenFile[];
}

/** What looking libraries up needs. */
export interface LibraryTools {
  /** Installed packages lie outside of the workspace, too. */
  readonly files: FileSystem;
  readonly find: (query: InstalledQuery) => Promise<SymbolLookup>;
  /** The folders that change when something is installed for a folder. */
  readonly installation: (ecosystem: Ecosystem, from: string) => Promise<readonly string[]>;
}

/** What a file holds, or when a folder was last changed; `null` for what is not there. */
export async function stateOf(
  files: Pick<FileSystem, 'readText' | 'stat'>,
  path: string,
): Promise<string | null> {
  const text = await files.readText(path);
  if (text !== undefined) return text;
  const facts = await files.stat(path);
  return facts === undefined ? null : `changed ${facts.modified}`;
}

/** Asks what is installed for a file about a symbol. Throws a `CancelledError` when cancelled. */
export async function answerOfLibrary(
  { files, find, installation }: LibraryTools,
  {
    path,
    cancellation,
    ...query
  }: LibraryQuery & { readonly path: string; readonly cancellation: Cancellation },
): Promise<LibraryAnswer> {
  const from = dirname(path);
  const lookup = await find({ ...query, from: [from], cancellation });
  const places =
    lookup.type === 'found'
      ? [lookup.symbol.head.path, ...pathsIn(lookup.symbol), metadataOf(lookup.symbol.package)]
      : await installation(query.ecosystem, from);
  const root = lookup.type === 'found' ? lookup.symbol.package.root : undefined;
  const seen: SeenFile[] = [];
  for (const one of new Set([...places, ...installedNearer(path, query, root)]))
    seen.push({ path: one, text: await stateOf(files, one) });
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
  root: string | undefined,
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
