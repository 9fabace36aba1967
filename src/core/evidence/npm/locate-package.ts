import { join } from 'pathe';
import { type FileSystem, message } from '../../platform/index.ts';
import { foldersAround } from '../folders-around.ts';
import type { Located } from '../located.ts';
import type { InstalledPackage } from '../symbol-facts.ts';
import { type Manifest, readManifest } from './manifest.ts';

/** A package of `node_modules` with its manifest. */
export interface NpmPackage {
  readonly installed: InstalledPackage;
  readonly manifest: Manifest;
}

const validName = /^(?:@[\w~][\w.~-]*\/)?[\w~][\w.~-]*$/;

/**
 * The nearest package of that name in the `node_modules` of some folders and the folders around them, links
 * resolved; `undefined` when none is installed.
 */
export async function locateNpmPackage(
  files: FileSystem,
  name: string,
  from: readonly string[],
): Promise<Located<NpmPackage> | undefined> {
  if (!validName.test(name)) return undefined;
  for (const modules of await nodeModulesOf(files, from)) {
    const folder = join(modules, name);
    if ((await files.stat(folder))?.kind !== 'folder') continue;
    return readPackage(files, name, (await files.realPath(folder)) ?? folder);
  }
  return undefined;
}

/** The `node_modules` folders that count for some folders, the nearest first. */
export async function nodeModulesOf(files: FileSystem, from: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const folder of foldersAround(from)) {
    const modules = folder.endsWith('/node_modules') ? folder : join(folder, 'node_modules');
    if (!found.includes(modules) && (await files.stat(modules))?.kind === 'folder') found.push(modules);
  }
  return found;
}

async function readPackage(files: FileSystem, name: string, root: string): Promise<Located<NpmPackage>> {
  const manifest = await readManifest(files, root);
  if (manifest === 'missing') {
    return { type: 'broken', problem: message('evidence.npm.manifest-missing', { package: name }) };
  }
  if (manifest === 'broken') {
    return { type: 'broken', problem: message('evidence.npm.manifest-broken', { package: name }) };
  }
  const { version } = manifest;
  const installed = { ecosystem: 'npm', name, root, ...(version === undefined ? {} : { version }) } as const;
  return { type: 'found', package: { installed, manifest } };
}
