import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { run } from './run-command.ts';

const packagesFile = new URL('accuracy-packages.json', import.meta.url);

/** A package whose sources lie in a folder. */
export interface InstalledPackage {
  readonly name: string;
  readonly version: string;
  readonly path: string;
}

const packagesSchema = z.object({
  npm: z.record(z.string(), z.string()),
  pip: z.record(z.string(), z.string()),
  /** Of whose standard library findings are sorted: `3.11`. */
  python: z.string(),
});

/** The folder that packages are installed in, outside the clone. */
export function packagesFolder(): string {
  return process.env.FACTPROBE_BENCH_DIR ?? join(homedir(), '.cache', 'factprobe-bench');
}

/**
 * Installs the pinned packages that are not there yet, and gives the folder of each. Throws a `PlainError` where one
 * can't be installed.
 */
export function installedPackages(root: string): readonly InstalledPackage[] {
  const { npm, pip, python } = packagesSchema.parse(JSON.parse(readFileSync(packagesFile, 'utf8')));
  mkdirSync(root, { recursive: true });
  const nodeFolders = Object.entries(npm).map(([name, version]) => {
    const prefix = join(root, `npm-${name.replaceAll('/', '-')}-${version}`);
    const path = join(prefix, 'node_modules', name);
    if (!existsSync(path)) {
      run('npm', [
        'install',
        '--prefix',
        prefix,
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
        `${name}@${version}`,
      ]);
    }
    return { name, version, path };
  });
  const pythonFolders = Object.entries(pip).map(([name, version]) => {
    const path = join(root, `pip-${name}-${version}`);
    if (!existsSync(path)) {
      run('python3', [
        '-m',
        'pip',
        'install',
        '--quiet',
        '--no-deps',
        '--target',
        path,
        `${name}==${version}`,
      ]);
    }
    return { name, version, path };
  });
  return [...nodeFolders, ...pythonFolders, ...standardLibrary(root, python)];
}

/** The sources of the machine's Python, its tests apart; findings are sorted for one version. */
function standardLibrary(root: string, expected: string): readonly InstalledPackage[] {
  const facts = run('python3', [
    '-c',
    'import os, platform; print(os.path.dirname(os.__file__)); print(platform.python_version())',
  ]);
  const [library = '', version = ''] = facts.trim().split('\n');
  if (!version.startsWith(`${expected}.`)) {
    console.log(`Left out: the standard library (sorted for Python ${expected}, this is ${version}).\n`);
    return [];
  }
  const copies = join(root, `python-${version}`);
  if (!existsSync(copies)) {
    const inside = (path: string) => path.slice(library.length);
    const isTest = (path: string) => /\/(?:tests?|idle_test)(?:\/|$)/.test(inside(path));
    const isOwn = (path: string) => !/\/(?:site-packages|__pycache__)(?:\/|$)/.test(inside(path));
    const copy = (name: string, isWanted: (path: string) => boolean) =>
      cpSync(library, join(`${copies}.part`, name), {
        recursive: true,
        filter: (path) =>
          isOwn(path) && (statSync(path).isDirectory() || (path.endsWith('.py') && isWanted(path))),
      });
    copy('library', (path) => !isTest(path));
    copy('tests', isTest);
    renameSync(`${copies}.part`, copies);
  }
  return [
    { name: 'python', version, path: join(copies, 'library') },
    { name: 'python tests', version, path: join(copies, 'tests') },
  ];
}
