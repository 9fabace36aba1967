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
    for (const name of await namesIn(files, modules)) if (!name.startsWith('@types/')) found.add(name);
  }
  return [...found];
}

/** The names of the packages in a `node_modules` folder, those with a scope as `@scope/name`. */
export async function namesIn(files: FileSystem, modules: string): Promise<readonly string[]> {
  const names: string[] = [];
  for (const { name } of (await files.list(modules)) ?? []) {
    if (name.startsWith('.')) continue;
    if (!name.startsWith('@')) names.push(name);
    else
      for (const inner of (await files.list(join(modules, name))) ?? []) names.push(`${name}/${inner.name}`);
  }
  return names;
}
