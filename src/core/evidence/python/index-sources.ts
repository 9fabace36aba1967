import { basename } from 'pathe';
import type { FileSystem } from '../../platform/index.ts';
import type { AskedName, IndexedEcosystem } from '../evidence-ecosystem.ts';
import type { IndexSource } from '../indexing/evidence-index.ts';
import { distributionsOf, readDistribution, topNamesOf } from './distributions.ts';
import { type PythonRoot, pythonRoots } from './environments.ts';
import { tooling } from './installed-names.ts';

/** How the index reads the standard library and the distributions beside it. */
export const indexedPython: IndexedEcosystem = {
  async sources({ files, pythons }, from) {
    const found = new Map<string, IndexSource>();
    for (const root of await pythonRoots(files, from, pythons)) {
      const sources = root.kind === 'library' ? [librarySource(root)] : await siteSources(files, root);
      for (const source of sources) if (!found.has(source.name)) found.set(source.name, source);
    }
    return [...found.values()];
  },
  askedNames,
};

function librarySource({ folder, version }: PythonRoot): IndexSource {
  const known = version === undefined ? {} : { version };
  return { ecosystem: 'python', name: 'python', root: folder, parts: [''], ...known };
}

async function siteSources(files: FileSystem, { folder }: PythonRoot): Promise<readonly IndexSource[]> {
  const sources: IndexSource[] = [];
  for (const distribution of await distributionsOf(files, folder)) {
    if (tooling.has(distribution.name)) continue;
    const read = await readDistribution(files, distribution);
    if (read.type !== 'found') continue;
    const tops = await topNamesOf(files, distribution);
    const parts = tops.flatMap((top) => [top, `${top}-stubs`, `${top}.py`, `${top}.pyi`]);
    const { name, version } = read.package;
    const known = version === undefined ? {} : { version };
    const own = basename(distribution.path);
    sources.push({ ecosystem: 'python', name, root: folder, parts: [...parts, own], ...known });
  }
  return sources;
}

/** By the package that holds its module, where that gives it on, else by the module itself. */
function askedNames({ name }: IndexSource, file: string, path: string): readonly AskedName[] {
  const module = file
    .replace(/(?:\/__init__)?\.pyi?$/, '')
    .replace(/^([^/]+)-stubs\//, '$1/')
    .replaceAll('/', '.');
  return [{ package: name, symbol: `${module}.${path}` }];
}
