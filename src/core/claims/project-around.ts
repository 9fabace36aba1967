import { dirname, join } from 'pathe';
import type { FileSystem } from '../platform/index.ts';

/** What stands at the root of a project. */
const manifests = [
  'package.json',
  'pyproject.toml',
  'setup.py',
  'setup.cfg',
  'Cargo.toml',
  'go.mod',
  'pom.xml',
  '.git',
];

/** The folder of the nearest manifest; without one the folder that holds the outermost Python package, or the file. */
export async function projectAround(files: FileSystem, path: string): Promise<string> {
  const start = dirname(path);
  for (let folder = start; ; folder = dirname(folder)) {
    for (const name of manifests) if ((await files.stat(join(folder, name))) !== undefined) return folder;
    if (folder === dirname(folder)) break;
  }
  let folder = start;
  while ((await files.stat(join(folder, '__init__.py'))) !== undefined && folder !== dirname(folder)) {
    folder = dirname(folder);
  }
  return folder;
}
