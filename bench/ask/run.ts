import { spawnSync } from 'node:child_process';

/** Runs a program to its end and gives what it wrote; ends the process with 2 where it fails. */
export function run(
  command: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly input?: string } = {},
): string {
  const done = spawnSync(command, args, { ...options, encoding: 'utf8', maxBuffer: 1 << 30 });
  if (done.status === 0) return done.stdout;
  console.error(`${command} ${args.join(' ')} failed: ${done.error?.message ?? done.stderr}`);
  process.exit(2);
}
