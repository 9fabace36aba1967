import { spawnSync } from 'node:child_process';
import { PlainError } from '../scripts/host/plain-error.ts';

/** Runs a program to its end and gives what it wrote; throws a `PlainError` with its own words where it fails. */
export function run(
  command: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly input?: string } = {},
): string {
  const done = spawnSync(command, args, { ...options, encoding: 'utf8', maxBuffer: 1 << 30 });
  if (done.status === 0) return done.stdout;
  throw new PlainError(`${command} ${args.join(' ')} failed: ${done.error?.message ?? done.stderr}`);
}
