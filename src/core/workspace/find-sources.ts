import ignore, { type Ignore } from 'ignore';
import { dirname, join, relative } from 'pathe';
import {
  type Cancellation,
  type FileSystem,
  type Message,
  message,
  throwIfCancelled,
} from '../platform/index.ts';
import { languageOfFile } from '../source/index.ts';

/** Folders that are never entered unless they are named themselves. */
const excludedFolders = new Set([
  'node_modules',
  '.git',
  '.hg',
  '.svn',
  '.venv',
  'venv',
  '__pycache__',
  'site-packages',
  'bower_components',
]);

/** Sources to check, and what was left out for a reason that the user should know. */
export interface FoundSources {
  readonly files: readonly string[];
  readonly skipped: readonly { readonly path: string; readonly reason: Message }[];
}

/** What a search needs. */
export interface FindRequest {
  /** Absolute paths of files and folders. A named file is taken even if a rule excludes it. */
  readonly paths: readonly string[];
  readonly cancellation: Cancellation;
  /** Which file names are sources; by default those of the languages that are scanned. */
  readonly isSource?: (path: string) => boolean;
  /** What a project leaves out beside, by absolute paths; a folder ends with `/`. Nothing that is named itself. */
  readonly isExcluded?: (path: string) => boolean;
}

interface Search {
  readonly files: FileSystem;
  readonly isSource: (path: string) => boolean;
  readonly isExcluded: (path: string) => boolean;
  readonly cancellation: Cancellation;
  readonly found: Set<string>;
  readonly skipped: { path: string; reason: Message }[];
  /** Real paths of the folders entered, against circles of links. */
  readonly entered: Set<string>;
}

/** An ignore file's rules and the folder that they are relative to. */
interface IgnoreRules {
  readonly folder: string;
  readonly rules: Ignore;
}

/**
 * The sources under some paths, sorted. `.gitignore` files of the named folder, of
 * those below it and of those above it up to its repository's root are respected; symbolic links to folders are not
 * followed.
 */
export async function findSources(files: FileSystem, request: FindRequest): Promise<FoundSources> {
  const search: Search = {
    files,
    cancellation: request.cancellation,
    isSource: request.isSource ?? ((path) => languageOfFile(path) !== undefined),
    isExcluded: request.isExcluded ?? (() => false),
    found: new Set(),
    skipped: [],
    entered: new Set(),
  };
  for (const path of request.paths) await addPath(search, path);
  return { files: [...search.found].sort(), skipped: search.skipped };
}

async function addPath(search: Search, path: string): Promise<void> {
  const facts = await search.files.stat(path);
  if (facts === undefined) {
    search.skipped.push({ path, reason: message('workspace.skipped.missing') });
  } else if (facts.kind === 'folder') {
    const above = await rulesAbove(search.files, path);
    // A folder that is named itself is entered even if a rule above excludes it.
    const isLeftOut = search.isExcluded(`${path}/`);
    const entering = isLeftOut ? { ...search, isExcluded: () => false } : search;
    await addFolder(entering, path, isIgnored(above, `${path}/`) ? [] : above);
  } else if (!search.isSource(path)) {
    search.skipped.push({ path, reason: message('workspace.skipped.language') });
  } else {
    search.found.add(path);
  }
}

async function addFolder(search: Search, folder: string, outer: readonly IgnoreRules[]): Promise<void> {
  throwIfCancelled(search.cancellation);
  const real = await search.files.realPath(folder);
  if (real === undefined || search.entered.has(real)) return;
  search.entered.add(real);
  const entries = await search.files.list(folder);
  if (entries === undefined) {
    search.skipped.push({ path: folder, reason: message('workspace.skipped.unreadable-folder') });
    return;
  }
  const own = entries.some(({ name }) => name === '.gitignore')
    ? await rulesOf(search.files, folder)
    : undefined;
  const all = own === undefined ? outer : [...outer, own];
  for (const { name, kind } of entries) {
    const path = join(folder, name);
    if (kind === 'folder') {
      const isLeftOut = excludedFolders.has(name) || search.isExcluded(`${path}/`);
      if (!isLeftOut && !isIgnored(all, `${path}/`)) await addFolder(search, path, all);
    } else if (search.isSource(path) && !search.isExcluded(path) && !isIgnored(all, path)) {
      await addFile(search, path, kind === 'link');
    }
  }
}

async function addFile(search: Search, path: string, isLink: boolean): Promise<void> {
  const facts = isLink ? await search.files.stat(path) : undefined;
  if (!isLink || facts?.kind === 'file') search.found.add(path);
}

/** The rules of the folders above one, outermost first, up to the root of the repository; none outside of one. */
async function rulesAbove(files: FileSystem, folder: string): Promise<readonly IgnoreRules[]> {
  const found: IgnoreRules[] = [];
  for (let inner = folder, outer = dirname(folder); ; inner = outer, outer = dirname(outer)) {
    if ((await files.stat(join(inner, '.git'))) !== undefined) return found;
    if (outer === inner) return [];
    const rules = await rulesOf(files, outer);
    if (rules !== undefined) found.unshift(rules);
  }
}

async function rulesOf(files: FileSystem, folder: string): Promise<IgnoreRules | undefined> {
  const text = await files.readText(join(folder, '.gitignore'));
  return text === undefined ? undefined : { folder, rules: ignore().add(text) };
}

function isIgnored(all: readonly IgnoreRules[], path: string): boolean {
  let ignored = false;
  for (const { folder, rules } of all) {
    const inside = relative(folder, path) + (path.endsWith('/') ? '/' : '');
    const result = rules.test(inside);
    if (result.ignored) ignored = true;
    if (result.unignored) ignored = false;
  }
  return ignored;
}
