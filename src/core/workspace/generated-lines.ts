import { isAgent } from './agent-trailer.ts';
import type { LinesOfFiles } from './changed-lines.ts';
import { type Git, type GitTools, openGit } from './git.ts';
import type { LineRange } from './line-range.ts';

/** Commits that are looked at, from the newest on; what is older has been read by now. */
const commits = 5000;

/**
 * The committed lines of a repository whose last change carries the co-author trailer of a coding agent, by the file's
 * real path; lines that were typed since are nobody's here. Empty when no such commit is among the last 5,000, and
 * before the first one. Throws a `FactprobeError` when there is no Git or no repository.
 */
export async function generatedLines(
  tools: GitTools,
  { folder }: { readonly folder: string },
): Promise<LinesOfFiles> {
  const git = await openGit(tools, folder);
  const lines = new Map<string, readonly LineRange[]>();
  if ((await git.ask('rev-parse', '--verify', '--quiet', 'HEAD^{commit}')) === undefined) return lines;
  const { ids, names } = agentCommits(await commitLog(git));
  if (ids.size === 0) return lines;
  const present = new Set((await git.run('ls-files', '--cached', '-z')).split('\0'));
  for (const name of names) {
    if (!present.has(name)) continue;
    const blamed = await git.ask('blame', '--porcelain', '--no-textconv', '--', name);
    const own = blamed === undefined ? [] : linesOfCommits(blamed, ids);
    if (own.length > 0) lines.set(`${git.root}/${name}`, own);
  }
  return lines;
}

/** The lines of a file in a commit that carry such a trailer; empty when none does. */
export async function agentLines(
  git: Git,
  { commit, name }: { readonly commit: string; readonly name: string },
): Promise<readonly LineRange[]> {
  const { ids, names } = agentCommits(await commitLog(git));
  if (!names.has(name)) return [];
  const blamed = await git.ask('blame', '--porcelain', '--no-textconv', commit, '--', name);
  return blamed === undefined ? [] : linesOfCommits(blamed, ids);
}

function commitLog(git: Git): Promise<string> {
  const trailers = '%(trailers:key=Co-authored-by,valueonly,separator=%x1f)';
  const plain = ['-z', '--no-show-signature', '--no-renames', '--name-only'];
  return git.run('log', ...plain, '-n', String(commits), `--format=%x1e%H%x1d${trailers}%x1d`);
}

/**
 * The commits of a log with an agent among their co-authors, and the names of the files that these changed. An entry is
 * a record separator, the id, a group separator, the trailers between unit separators, a group separator, and the names
 * between zero characters.
 */
export function agentCommits(log: string): {
  readonly ids: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
} {
  const ids = new Set<string>();
  const names = new Set<string>();
  for (const entry of log.split('\x1e')) {
    const [id = '', trailers = '', files = ''] = entry.split('\x1d');
    if (!trailers.split('\x1f').some(isAgent)) continue;
    ids.add(id);
    for (const name of files.split('\0')) if (name.trim() !== '') names.add(name.replace(/^\n/, ''));
  }
  return { ids, names };
}

/** The lines that were last changed by some commits, out of `git blame --porcelain`; neighbours are one range. */
export function linesOfCommits(blame: string, ids: ReadonlySet<string>): readonly LineRange[] {
  const ranges: { start: number; end: number }[] = [];
  for (const line of blame.split('\n')) {
    const [, id = '', number] = /^([0-9a-f]{40,64}) \d+ (\d+)(?: \d+)?$/.exec(line) ?? [];
    if (number === undefined || !ids.has(id)) continue;
    const start = Number(number) - 1;
    const last = ranges.at(-1);
    if (last?.end === start) last.end++;
    else ranges.push({ start, end: start + 1 });
  }
  return ranges;
}
