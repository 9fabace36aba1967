import {
  type CancellationSignal,
  FactprobeError,
  message,
  type ProcessOutcome,
  type RunProcess,
} from '../platform/index.ts';

/** Git in one repository's work tree. */
export interface Git {
  /** The real path of the work tree's root, with `/`. */
  readonly root: string;
  /** What a command writes. Throws a `FactprobeError` with Git's own words when it fails. */
  run(...words: readonly string[]): Promise<string>;
  /** What a command writes, trimmed; `undefined` when it fails, as a question does whose answer is no. */
  ask(...words: readonly string[]): Promise<string | undefined>;
}

/** What it takes to run Git. */
export interface GitTools {
  readonly runProcess: RunProcess;
  readonly signal?: CancellationSignal;
}

/** English, whatever the machine speaks; and reading only: no index is written, so that no hook runs. */
const environment = {
  LC_ALL: 'C',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  // Git sets these for its hooks, and they would make a work tree of whatever folder is asked about.
  GIT_DIR: undefined,
  GIT_WORK_TREE: undefined,
  GIT_INDEX_FILE: undefined,
  GIT_PREFIX: undefined,
};

/** Names as they are, and no program that the repository's own configuration names. */
const settings = ['-c', 'core.quotePath=false', '-c', 'core.fsmonitor=false', '-c', 'core.pager='];

/**
 * Git for the repository that a folder is in. Throws a `FactprobeError` when there is no Git, when the folder is in no
 * work tree, and when Git refuses the repository.
 */
export async function openGit(tools: GitTools, folder: string): Promise<Git> {
  const found = await start(tools, folder, ['rev-parse', '--show-toplevel']);
  if (found.code !== 0 && /not a git repository/i.test(found.errors)) {
    throw new FactprobeError(message('workspace.git.no-repository', { folder }));
  }
  const root = written(found).replace(/\r?\n$/, '');
  return {
    root,
    run: async (...words) => written(await start(tools, root, words)),
    async ask(...words) {
      const { code, output } = await start(tools, root, words);
      return code === 0 ? output.trim() : undefined;
    },
  };
}

type Ended = Extract<ProcessOutcome, { type: 'ended' }>;

async function start(
  { runProcess, signal }: GitTools,
  folder: string,
  words: readonly string[],
): Promise<Ended> {
  const outcome = await runProcess({
    program: 'git',
    arguments: ['-C', folder, ...settings, ...words],
    environment,
    ...(signal === undefined ? {} : { signal }),
  });
  if (outcome.type === 'ended') return outcome;
  throw new FactprobeError(message('workspace.git.missing'));
}

function written({ code, output, errors }: Ended): string {
  if (code === 0) return output;
  const problem =
    errors
      .trim()
      .split('\n')[0]
      ?.replace(/^fatal: /, '') ?? '';
  throw new FactprobeError(message('workspace.git.failed', { problem }));
}
