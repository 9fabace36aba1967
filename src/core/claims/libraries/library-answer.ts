import { dirname } from 'pathe';
import type { InstalledQuery, LibraryQuery, SymbolLookup } from '../../evidence/index.ts';
import type { Cancellation, FileSystem } from '../../platform/index.ts';

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
  /** The files and folders by whose change a new answer shows, beside those that the answer quotes. */
  readonly traces: (
    asked: LibraryQuery & { readonly from: string },
    lookup: SymbolLookup,
  ) => Promise<readonly string[]>;
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
  { files, find, traces }: LibraryTools,
  {
    path,
    cancellation,
    ...query
  }: LibraryQuery & { readonly path: string; readonly cancellation: Cancellation },
): Promise<LibraryAnswer> {
  const from = dirname(path);
  const lookup = await find({ ...query, from: [from], cancellation });
  const quoted = lookup.type === 'found' ? [lookup.symbol.head.path, ...pathsIn(lookup.symbol)] : [];
  const seen: SeenFile[] = [];
  for (const one of new Set([...quoted, ...(await traces({ ...query, from }, lookup))]))
    seen.push({ path: one, text: await stateOf(files, one) });
  return { lookup, from, seen };
}

/** Every file that is quoted anywhere in some facts. */
function pathsIn(facts: unknown): readonly string[] {
  if (Array.isArray(facts)) return facts.flatMap(pathsIn);
  if (typeof facts !== 'object' || facts === null) return [];
  const own = 'path' in facts && 'quote' in facts && typeof facts.path === 'string' ? [facts.path] : [];
  return [...own, ...Object.values(facts).flatMap(pathsIn)];
}
