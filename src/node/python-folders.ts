import { readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { toPortablePath } from './file-system.ts';

const programs = ['python3', 'python', 'python.exe'];

/**
 * The library folders of the Pythons on the search path, absolute with `/`, in its order: `/usr/lib/python3.12`; an activated virtual environment's first.
 * Only files are looked at, nothing is run. Empty when there is none.
 */
export function findPythonFolders(environment: Readonly<Record<string, string | undefined>>): string[] {
  const path = environment.PATH ?? environment.Path ?? '';
  const found = new Set<string>(activeEnvironment(environment.VIRTUAL_ENV));
  for (const folder of path.split(delimiter)) {
    if (folder === '') continue;
    for (const program of programs) {
      for (const library of librariesOf(join(folder, program))) found.add(toPortablePath(library));
    }
  }
  return [...found];
}

/** An environment that was activated has packages of its own and no standard library: that is its Python's. */
function activeEnvironment(root: string | undefined): readonly string[] {
  if (root === undefined || root === '') return [];
  const lib = join(root, 'lib');
  return versionsIn(lib).map((name) => toPortablePath(join(lib, name)));
}

/** Where a program's library stands: beside it on Windows, below its prefix's `lib` elsewhere. */
function librariesOf(program: string): readonly string[] {
  const real = realPathOf(program);
  if (real === undefined) return [];
  const lib = join(dirname(dirname(real)), 'lib');
  const version = /^python(\d+\.\d+)/.exec(basename(real))?.[1];
  const named = version === undefined ? versionsIn(lib) : [`python${version}`];
  return [join(dirname(real), 'Lib'), ...named.map((name) => join(lib, name))].filter(isLibrary);
}

function versionsIn(lib: string): readonly string[] {
  try {
    return readdirSync(lib).filter((name) => /^python3\.\d+$/.test(name));
  } catch {
    // No such folder: that program's library is elsewhere.
    return [];
  }
}

/** Every Python has this module. */
function isLibrary(folder: string): boolean {
  return statSync(join(folder, 'os.py'), { throwIfNoEntry: false })?.isFile() === true;
}

function realPathOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    // Not on this part of the search path.
    return undefined;
  }
}
