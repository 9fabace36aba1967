import type { FileSystem } from '../platform/index.ts';
import { ecosystemRegistry } from './ecosystem-registry.ts';
import { foldersAround } from './folders-around.ts';
import { type Ecosystem, ecosystems } from './symbol-facts.ts';

/** A package that the workspace's own manifests name. */
export interface NamedPackage {
  readonly ecosystem: Ecosystem;
  readonly name: string;
}

/** The packages that the nearest manifest of each ecosystem names, from some folders outwards; each once. */
export async function namedPackages(
  files: FileSystem,
  from: readonly string[],
): Promise<readonly NamedPackage[]> {
  const found = new Map<string, NamedPackage>();
  for (const ecosystem of ecosystems) {
    const read = ecosystemRegistry[ecosystem].manifestNames;
    for (const start of from) {
      for (const folder of foldersAround([start])) {
        const names = await read(files, folder);
        for (const name of names ?? []) found.set(`${ecosystem} ${name}`, { ecosystem, name });
        if (names !== undefined) break;
      }
    }
  }
  return [...found.values()];
}
