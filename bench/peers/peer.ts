import { spawnSync } from 'node:child_process';

/** What a tool says of a place. Lines count from zero. */
export interface Alarm {
  /** Relative to the folder that was checked, with `/`. */
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly text: string;
  /** Whether the rule is about what a comment says being false, and not about what is missing, or about style. */
  readonly isAboutTruth: boolean;
}

/** Where a tool runs. */
export interface PeerRun {
  /** Absolute; a copy of a package that nobody else writes in. */
  readonly folder: string;
  /** Files of the tool's language, relative to the folder. */
  readonly files: readonly string[];
  /** How the package's docstrings are written. */
  readonly style: 'numpy' | 'google' | 'sphinx';
}

/** A tool that compares comments with code. */
export interface Peer {
  readonly name: string;
  readonly language: 'ecmascript' | 'python';
  /** Called once before a folder is timed. */
  prepare?(run: PeerRun): void;
  alarms(run: PeerRun): readonly Alarm[];
}

/** What a tool writes; throws when it ends with a code that is neither of the expected ones. */
export function output(
  program: string,
  words: readonly string[],
  {
    folder,
    codes = [0, 1],
    environment = {},
  }: {
    readonly folder: string;
    readonly codes?: readonly number[];
    readonly environment?: Readonly<Record<string, string>>;
  },
): string {
  const { status, stdout, stderr, error } = spawnSync(program, words, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    env: { ...process.env, ...environment },
  });
  if (status !== null && codes.includes(status)) return stdout;
  throw new Error(`${program} failed with ${status}: ${error?.message ?? stderr.slice(0, 2000)}`);
}
