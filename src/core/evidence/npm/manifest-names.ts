import type { FileSystem } from '../../platform/index.ts';
import { readManifest } from './manifest.ts';

/** The packages that a folder's `package.json` names, those of `@types` left out; `undefined` when there is none. */
export async function npmManifestNames(
  files: FileSystem,
  folder: string,
): Promise<readonly string[] | undefined> {
  const manifest = await readManifest(files, folder);
  if (manifest === 'missing' || manifest === 'broken') return undefined;
  const { dependencies, devDependencies, optionalDependencies } = manifest;
  return Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(
    (name) => !name.startsWith('@types/'),
  );
}
