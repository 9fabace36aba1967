import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const bundle = resolve('dist/cli.cjs');
const cacheFolder = mkdtempSync(join(tmpdir(), 'factprobe-cli-'));

export interface RunOptions {
  readonly cwd: string;
  /** What the process reads from its standard input; closed at once without it. */
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Flags of Node itself. */
  readonly flags?: readonly string[];
}

/** What came of a run. */
export interface RunResult {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Starts the built command line as a process of its own, in English, with a cache of this test's own. */
export function startCommand(args: readonly string[], { cwd, environment, flags = [] }: RunOptions) {
  const child = spawn(process.execPath, [...flags, bundle, ...args], {
    cwd,
    env: {
      ...process.env,
      FACTPROBE_LOCALE: 'en',
      FACTPROBE_CACHE_DIR: cacheFolder,
      NO_COLOR: '1',
      FACTPROBE_BASE_URL: '',
      FACTPROBE_API_KEY: '',
      ...environment,
    },
  });
  const heard = { output: '', errors: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    heard.output += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    heard.errors += chunk;
  });
  return { child, heard, ended: once(child, 'close') };
}

/** Runs the built command line to its end. */
export async function runCommand(args: readonly string[], options: RunOptions): Promise<RunResult> {
  const { child, heard, ended } = startCommand(args, options);
  // A process that ends before it has read all is none of the writer's concern.
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');
  await ended;
  return { code: child.exitCode, ...heard };
}
