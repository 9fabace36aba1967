import { join } from 'pathe';
import type { DocumentPlace, EvidenceEcosystem } from '../evidence-ecosystem.ts';
import type { EvidenceTools } from '../evidence-tools.ts';
import { distributionsOf, normalName, readDistribution } from './distributions.ts';
import { pythonRoots } from './environments.ts';
import { indexedPython } from './index-sources.ts';
import { installedPythonNames } from './installed-names.ts';
import { pythonManifestNames } from './manifest-names.ts';
import { lookUpPython } from './python-lookup.ts';
import { pythonTraces } from './traces.ts';

/** Distributions of virtual environments and the machine's Python, and its standard library. */
export const pythonEcosystem = {
  projectFiles: /^(?:pyproject\.toml|requirements.*\.txt|setup\.(?:py|cfg)|Pipfile|\.venv|venv)$/,
  families: ['python'],
  called: /^(?:[Pp]ython ?3?|[Pp]y[Pp][Ii])$/,
  lookUp: lookUpPython,
  installedNames: installedPythonNames,
  manifestNames: pythonManifestNames,
  indexed: indexedPython,
  traces: pythonTraces,
  documentPlaces,
} as const satisfies EvidenceEcosystem;

async function documentPlaces(
  { files, pythons }: EvidenceTools,
  name: string,
  from: readonly string[],
): Promise<readonly DocumentPlace[]> {
  for (const { folder, kind } of await pythonRoots(files, from, pythons)) {
    if (kind !== 'site') continue;
    const found = (await distributionsOf(files, folder)).find((one) => one.name === normalName(name));
    const read = found === undefined ? undefined : await readDistribution(files, found);
    if (found === undefined || read?.type !== 'found') continue;
    const owner = read.package;
    const metadata = ['METADATA', 'PKG-INFO'].map(
      (file): DocumentPlace => ({ path: join(found.path, file), kind: 'file', owner }),
    );
    return [...metadata, { path: join(folder, name.replaceAll('-', '_')), kind: 'folder', owner }];
  }
  return [];
}
