import { FactprobeError, message } from '../platform/index.ts';
import { diffLines } from './diff-lines.ts';
import { type Git, type GitTools, openGit } from './git.ts';
import { allLines, type LineRange } from './line-range.ts';

/** Lines of files, by the file's real path with `/`. A file that isn't there has none. */
export type LinesOfFiles = ReadonlyMap<string, readonly LineRange[]>;

/** Where to look for changes. */
export interface ChangedLinesRequest {
  /** Absolute; any folder of the repository. */
  readonly folder: string;
  /** A commit, a branch or a tag. */
  readonly ref: string;
}

/**
 * The lines of a repository that differ from a commit: staged or not, in renamed files too, and every line of a file
 * that Git doesn't know yet and doesn't ignore. Against a branch that went its own way, the commit where the two parted
 * counts, so that what others changed there since is none of this. Before the first commit, every line is new.
 * Throws a `FactprobeError` when there is no Git, no repository or no such commit.
 */
export async function changedLines(
  tools: GitTools,
  { folder, ref }: ChangedLinesRequest,
): Promise<LinesOfFiles> {
  const git = await openGit(tools, folder);
  const base = await baseCommit(git, ref);
  const lines = new Map<string, readonly LineRange[]>();
  const add = (name: string, own: readonly LineRange[]) => lines.set(`${git.root}/${name}`, own);
  if (base === undefined) {
    for (const name of await fileNames(git, '--cached')) add(name, allLines);
  } else {
    for (const [name, own] of diffLines(await diffAgainst(git, base))) add(name, own);
  }
  for (const name of await fileNames(git, '--others')) add(name, allLines);
  return lines;
}

/**
 * The commit that changes are counted from: where a commit, branch or tag and the work tree parted. `undefined` before the
 * first commit; throws a `FactprobeError` when there is no such commit.
 */
export async function baseCommit(git: Git, ref: string): Promise<string | undefined> {
  const head = await commitOf(git, 'HEAD');
  const base = await commitOf(git, ref);
  if (base === undefined && (head !== undefined || ref !== 'HEAD')) {
    throw new FactprobeError(message('workspace.git.unknown-ref', { ref }));
  }
  if (base === undefined || head === undefined) return base;
  return (await git.ask('merge-base', base, 'HEAD')) ?? base;
}

/** The id of a commit, or `undefined` when the text names none. */
async function commitOf(git: Git, ref: string): Promise<string | undefined> {
  return git.ask('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`);
}

async function diffAgainst(git: Git, commit: string): Promise<string> {
  const hunks = ['--unified=0', '--inter-hunk-context=0', '--find-renames', '--ignore-submodules'];
  const plain = ['--no-color', '--no-ext-diff', '--no-textconv', '--src-prefix=a/', '--dst-prefix=b/'];
  return git.run('diff', ...plain, ...hunks, commit, '--');
}

async function fileNames(git: Git, which: '--cached' | '--others'): Promise<readonly string[]> {
  const written = await git.run('ls-files', which, '--exclude-standard', '-z');
  return written.split('\0').filter((name) => name !== '');
}
