import { basename, dirname, join } from 'pathe';
import type { FileSystem } from '../../platform/index.ts';
import { foldersAround } from '../folders-around.ts';
import type { InstalledPackage } from '../symbol-facts.ts';

/** A folder that Python imports from. */
export interface PythonRoot {
  readonly folder: string;
  /** The standard library, or a folder that packages are installed into. */
  readonly kind: 'library' | 'site';
  /** What the files belong to, where it isn't told by what lies beside them. */
  readonly owner?: InstalledPackage;
  /** `3.12`; absent where the folders don't tell. */
  readonly version?: string;
}

/** Where the virtual environments of some folders would lie, the nearest first; most are not there. */
export function environmentsAround(from: readonly string[]): readonly string[] {
  const names = ['.venv', 'venv', 'env'];
  return foldersAround(from).flatMap((folder) => names.map((name) => join(folder, name)));
}

/**
 * The folders that Python imports from for some folders: the nearest virtual environments with the standard
 * library of the same version, else the machine's own libraries.
 */
export async function pythonRoots(
  files: FileSystem,
  from: readonly string[],
  pythons: readonly string[],
): Promise<readonly PythonRoot[]> {
  const found: PythonRoot[] = [];
  for (const environment of environmentsAround(from))
    found.push(...(await environmentRoots(files, environment, pythons)));
  if (found.length > 0) return unique(found);
  for (const library of pythons) found.push(...(await machineRoots(files, library)));
  return unique(found);
}

async function environmentRoots(
  files: FileSystem,
  environment: string,
  pythons: readonly string[],
): Promise<readonly PythonRoot[]> {
  const sites = await sitesOf(files, environment);
  const configuration = (await files.readText(join(environment, 'pyvenv.cfg'))) ?? '';
  const home = /^home\s*=\s*(.+?)\s*$/m.exec(configuration)?.[1]?.replaceAll('\\', '/');
  const isOpen = /^include-system-site-packages\s*=\s*true\s*$/im.test(configuration);
  const roots: PythonRoot[] = [];
  for (const site of sites) {
    roots.push(...(await librariesOf(files, { home, version: site.version, pythons })), site);
    if (!isOpen) continue;
    for (const library of pythons.filter((one) => versionOf(one) === site.version)) {
      roots.push(...(await machineRoots(files, library)));
    }
  }
  return roots;
}

async function sitesOf(files: FileSystem, environment: string): Promise<readonly PythonRoot[]> {
  const sites: PythonRoot[] = [];
  for (const library of ['lib', 'lib64']) {
    for (const { name } of (await files.list(join(environment, library))) ?? []) {
      const folder = join(environment, library, name, 'site-packages');
      if (!name.startsWith('python') || !(await isFolder(files, folder))) continue;
      sites.push(withVersion({ folder, kind: 'site' }, versionOf(name)));
    }
    if (sites.length > 0) return sites;
  }
  const windows = join(environment, 'Lib', 'site-packages');
  return (await isFolder(files, windows)) ? [{ folder: windows, kind: 'site' }] : [];
}

/** The standard library of an environment, found by its own note or by its version. */
async function librariesOf(
  files: FileSystem,
  environment: {
    readonly home: string | undefined;
    readonly version: string | undefined;
    readonly pythons: readonly string[];
  },
): Promise<readonly PythonRoot[]> {
  const { home, version, pythons } = environment;
  if (version === undefined) return [];
  const own = home === undefined ? [] : [join(dirname(home), 'lib', `python${version}`)];
  for (const folder of [...own, ...pythons.filter((one) => versionOf(one) === version)]) {
    if ((await files.stat(join(folder, 'os.py'))) !== undefined)
      return [{ folder, kind: 'library', version }];
  }
  return [];
}

/** A library of the machine with the folders that packages are installed into for it. */
async function machineRoots(files: FileSystem, library: string): Promise<readonly PythonRoot[]> {
  const version = versionOf(library);
  const roots: PythonRoot[] = [];
  if (await isFolder(files, library)) roots.push(withVersion({ folder: library, kind: 'library' }, version));
  const around = dirname(library);
  const sites = [
    join('/usr/local/lib', basename(library), 'dist-packages'),
    join(library, 'site-packages'),
    join(library, 'dist-packages'),
    join(around, 'python3', 'dist-packages'),
  ];
  for (const folder of sites) {
    if (await isFolder(files, folder)) roots.push(withVersion({ folder, kind: 'site' }, version));
  }
  return roots;
}

function versionOf(folder: string): string | undefined {
  return /python(\d+\.\d+)t?$/.exec(folder)?.[1];
}

function withVersion(root: PythonRoot, version: string | undefined): PythonRoot {
  return version === undefined ? root : { ...root, version };
}

async function isFolder(files: FileSystem, path: string): Promise<boolean> {
  return (await files.stat(path))?.kind === 'folder';
}

function unique(roots: readonly PythonRoot[]): readonly PythonRoot[] {
  return roots.filter(({ folder }, i) => roots.findIndex((one) => one.folder === folder) === i);
}
