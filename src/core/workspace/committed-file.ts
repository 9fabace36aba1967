import { dirname } from 'pathe';
import { baseCommit } from './changed-lines.ts';
import { agentLines } from './generated-lines.ts';
import { type GitTools, openGit } from './git.ts';
import type { LineRange } from './line-range.ts';

/** A file as a commit has it. */
export interface CommittedFile {
  /** Its text; `undefined` when the commit has no such file. */
  readonly text: string | undefined;
  /** Lines of that text that a coding agent is a co-author of; read only where they are asked for. */
  readonly generated: readonly LineRange[];
}

export interface CommittedFileRequest {
  /** Absolute and real, with `/`. */
  readonly path: string;
  /** A commit, branch or tag; against a branch the commit where the two parted counts. */
  readonly ref: string;
  readonly withGenerated: boolean;
}

/**
 * A file as a commit has it, to compare an unsaved text with. Throws a `FactprobeError` when there is no Git, no
 * repository or no such commit.
 */
export async function committedFile(
  tools: GitTools,
  { path, ref, withGenerated }: CommittedFileRequest,
): Promise<CommittedFile> {
  const git = await openGit(tools, dirname(path));
  const base = await baseCommit(git, ref);
  const name = path.slice(git.root.length + 1);
  if (base === undefined || !path.startsWith(`${git.root}/`)) return { text: undefined, generated: [] };
  if ((await git.ask('cat-file', '-e', `${base}:${name}`)) === undefined) {
    return { text: undefined, generated: [] };
  }
  const text = await git.run('show', '--no-textconv', `${base}:${name}`);
  return { text, generated: withGenerated ? await agentLines(git, { commit: base, name }) : [] };
}
