import { join } from 'pathe';
import type { FileSystem } from '../../platform/index.ts';
import { nodeModulesOf } from './locate-package.ts';

/** The names of the npm packages that some folders see, those of `@types` left out. */
export async function installedNpmNames(
  files: FileSystem,
  from: readonly string[],
): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const modules of await nodeModulesOf(files, from)) {
    for (const { name } of (await files.list(modules)) ?? []) {
      if (name.startsWith('.') || name === '@types') continue;
      if (!name.startsWith('@')) found.add(name);
      else
        for (const inner of (await files.list(join(modules, name))) ?? []) found.add(`${name}/${inner.name}`);
    }
  }
  return [...found];
}
