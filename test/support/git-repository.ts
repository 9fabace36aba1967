import { execFileSync } from 'node:child_process';
import { devNull } from 'node:os';

/** Git in a folder, whatever the configuration of the machine; gives what it writes. */
export type GitCommand = (...words: readonly string[]) => string;

/** Makes a folder a repository of somebody's, with one branch `main` and nothing committed yet. */
export function gitRepository(folder: string): GitCommand {
  const git: GitCommand = (...words) =>
    execFileSync('git', ['-C', folder, ...words], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        // Whoever runs the tests from a hook of Git means another repository.
        GIT_DIR: undefined,
        GIT_WORK_TREE: undefined,
        GIT_INDEX_FILE: undefined,
        GIT_CONFIG_GLOBAL: devNull,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_AUTHOR_NAME: 'Ada',
        GIT_AUTHOR_EMAIL: 'ada@example.org',
        GIT_COMMITTER_NAME: 'Ada',
        GIT_COMMITTER_EMAIL: 'ada@example.org',
      },
    });
  git('init', '--quiet', '--initial-branch=main');
  return git;
}

/** Commits everything that is there. */
export function commitAll(git: GitCommand, ...paragraphs: readonly string[]): void {
  git('add', '--all');
  git(
    'commit',
    '--quiet',
    ...(paragraphs.length === 0 ? ['go on'] : paragraphs).flatMap((text) => ['-m', text]),
  );
}
