import type { EvidenceTools } from '../evidence-tools.ts';
import { distributionsOf } from './distributions.ts';
import { pythonRoots } from './environments.ts';

/** Distributions that every environment has, whatever it is for. */
export const tooling: ReadonlySet<string> = new Set(['pip', 'setuptools', 'wheel', 'distribute']);

/** The names of the Python distributions that some folders see, installers left out. */
export async function installedPythonNames(
  { files, pythons }: EvidenceTools,
  from: readonly string[],
): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const { folder, kind } of await pythonRoots(files, from, pythons)) {
    if (kind !== 'site') continue;
    for (const { name } of await distributionsOf(files, folder)) if (!tooling.has(name)) found.add(name);
  }
  return [...found];
}
