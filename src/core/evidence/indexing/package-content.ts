import type { IndexSource } from './evidence-index.ts';
import type { TreeFile } from './tree-reader.ts';

/** Files at most that are read of one package, the first ones by path. */
export const mostFiles = 60_000;
/** Larger files are data. */
export const largestFile = 4 * 1024 * 1024;

const declarations = /\.d\.[cm]?ts$/;
const scripts = /\.[cm]?jsx?$/;
const minified = /[.-]min\.[cm]?js$/;
/** What counts as a source where an ecosystem's packages hold other languages, too. */
const sources: Readonly<Record<string, RegExp>> = {
  npm: /\.(?:[cm]?jsx?|d\.[cm]?ts)$/,
  python: /\.pyi?$/,
};
const otherSources = /(?<!_test)\.(?:go|rs|java|kt|cs|php|c|h|cc|cpp|cxx|hh|hpp|hxx)$/;
const documents =
  /(?:^|\/)(?:readme|changelog|changes|history|news|releases?|migrat(?:ion|ing)|upgrad(?:e|ing)|api|guide|usage|faq)(?:[._-][\w-]+)*?(?:\.(?:md|markdown|mdx|rst|txt))?$/i;
const documentFolders = /(?:^|\/)(?:docs?|documentation|guides?)\/.*\.(?:md|markdown|mdx|rst|txt)$/i;
const manualPages = /(?:^|\/)man\d?\/.*\.[1-9]$/;
const metadata = /\.(?:dist|egg)-info\/(?:METADATA|PKG-INFO)$/;
const added = /\.(?:md|markdown|mdx|rst|txt|html?)$/i;
/** Folders that hold nothing a user of the package calls. */
const aside =
  /(?:^|\/)(?:\.[^/]*|node_modules|__pycache__|__tests__|tests?|testdata|__mocks__|fixtures|examples?|benchmarks?|site-packages|dist-packages|idlelib|lib2to3)$/;

/** Whether a folder of a source may hold what counts. */
export function entersFolder({ ecosystem }: IndexSource, path: string): boolean {
  if (ecosystem === 'documents') return !/(?:^|\/)(?:\.[^/]*|node_modules)$/.test(path);
  return !aside.test(path);
}

/** Whether a file of a source may count, by its name alone. */
export function takesFile({ ecosystem }: IndexSource, path: string): boolean {
  if (ecosystem === 'documents') return added.test(path);
  if ((sources[ecosystem] ?? otherSources).test(path)) return !minified.test(path);
  return documents.test(path) || documentFolders.test(path) || manualPages.test(path) || metadata.test(path);
}

/** The files that are read: scripts only where the package has no declarations of its own. */
export function contentFiles(files: readonly TreeFile[]): readonly TreeFile[] {
  const hasDeclarations = files.some(({ path }) => declarations.test(path));
  return files.filter(({ path, size }) => size <= largestFile && !(hasDeclarations && scripts.test(path)));
}
