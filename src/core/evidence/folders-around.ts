import { dirname } from 'pathe';

/** Some folders with those around them, each chain from the inside outwards, nothing twice. */
export function foldersAround(from: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const start of from) {
    for (let folder = start; !found.has(folder); folder = dirname(folder)) found.add(folder);
  }
  return [...found];
}
