import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { UnavailableError } from './unavailable-error.ts';

const run = promisify(execFile);

/** What vLLM 0.32 runs on. */
const [oldest, newest] = [11, 14] as const;
const names = ['python3', 'python3.11', 'python3.12', 'python3.13', 'python3.14'];
const question = `
import sys
print("%d.%d" % sys.version_info[:2])
import ensurepip, venv
print("whole")
`;

/** A Python on the PATH that can make a virtual environment and run vLLM. Throws an `UnavailableError` when there is none. */
export async function findPython(): Promise<string> {
  const seen: string[] = [];
  for (const name of names) {
    const [version = '', whole] = await answerOf(name);
    const [major, minor] = version.split('.').map(Number);
    if (major === undefined || minor === undefined) continue;
    const fits = major === 3 && minor >= oldest && minor <= newest;
    if (fits && whole !== undefined) return name;
    seen.push(
      fits
        ? `${name} lacks venv or ensurepip (Debian: apt-get install python3-venv)`
        : `${name} is ${version}`,
    );
  }
  const found = seen.length === 0 ? 'there is none on the PATH' : seen.join('; ');
  throw new UnavailableError(`Python 3.${oldest} to 3.${newest} with venv is needed: ${found}.`);
}

/** The lines that a Python prints before it fails; none where there is no such Python. */
async function answerOf(name: string): Promise<readonly string[]> {
  const printed = await run(name, ['-c', question]).catch((error: unknown) =>
    error instanceof Error && 'stdout' in error ? { stdout: String(error.stdout) } : { stdout: '' },
  );
  return printed.stdout.trim().split('\n');
}
