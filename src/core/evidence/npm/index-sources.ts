import { join } from 'pathe';
import type { FileSystem } from '../../platform/index.ts';
import type { AskedName, IndexedEcosystem } from '../evidence-ecosystem.ts';
import type { IndexSource } from '../indexing/evidence-index.ts';
import { namesIn } from './installed-names.ts';
import { nodeModulesOf } from './locate-package.ts';
import { readManifest } from './manifest.ts';

/** How the index reads `node_modules`. */
export const indexedNpm: IndexedEcosystem = {
  sources: ({ files }, from) => npmSources(files, from),
  askedNames,
};

async function npmSources(files: FileSystem, from: readonly string[]): Promise<readonly IndexSource[]> {
  const found = new Map<string, IndexSource>();
  for (const modules of await nodeModulesOf(files, from)) {
    for (const name of await namesIn(files, modules)) {
      if (found.has(name)) continue;
      const folder = join(modules, name);
      const manifest = await readManifest(files, folder);
      if (manifest === 'missing' || manifest === 'broken') continue;
      const { version } = manifest;
      const root = (await files.realPath(folder)) ?? folder;
      const known = version === undefined ? {} : { version };
      found.set(name, { ecosystem: 'npm', name, root, parts: [''], ...known });
    }
  }
  return [...found.values()];
}

/** From the package itself, else by the file that it stands in; declarations published apart under the package's name. */
function askedNames({ name }: IndexSource, file: string, path: string): readonly AskedName[] {
  const stem = file.replace(/(?:\.d)?\.[cm]?[jt]sx?$/, '').replace(/(?:^|\/)index$/, '');
  if (name === '@types/node') return [{ package: stem, symbol: path }];
  const scoped = /^@types\/(?:(.+?)__)?(.+)$/.exec(name);
  const scope = scoped?.[1] === undefined ? '' : `@${scoped[1]}/`;
  const owner = scoped === null ? name : scope + (scoped[2] ?? '');
  const whole = { package: owner, symbol: path };
  return stem === '' ? [whole] : [whole, { package: owner, symbol: `${owner}/${stem}.${path}` }];
}
