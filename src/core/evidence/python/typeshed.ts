import { join } from 'pathe';
import type { FileSystem } from '../../platform/index.ts';
import { distributionsOf, readDistribution } from './distributions.ts';
import type { PythonRoot } from './environments.ts';

/** Type checkers and language servers, and where each keeps the stubs of the standard library. */
const keepers: readonly (readonly [string, string])[] = [
  ['mypy', 'mypy/typeshed/stdlib'],
  ['basedpyright', 'basedpyright/dist/typeshed-fallback/stdlib'],
  ['jedi', 'jedi/third_party/typeshed/stdlib/3'],
];

/** The stubs of the standard library that an installed type checker brings along; `undefined` where none does. */
export async function typeshedRoot(
  files: FileSystem,
  roots: readonly PythonRoot[],
): Promise<PythonRoot | undefined> {
  for (const { folder: site } of roots.filter(({ kind }) => kind === 'site')) {
    for (const [name, inside] of keepers) {
      const folder = join(site, inside);
      if ((await files.stat(folder))?.kind !== 'folder') continue;
      const distribution = (await distributionsOf(files, site)).find((one) => one.name === name);
      const read = distribution === undefined ? undefined : await readDistribution(files, distribution);
      if (read?.type === 'found') return { folder, kind: 'site', owner: read.package };
    }
  }
  return undefined;
}
