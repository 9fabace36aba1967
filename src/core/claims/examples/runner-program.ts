import { basename, dirname, extname, join } from 'pathe';
import { environmentsAround } from '../../evidence/index.ts';
import type { FileSystem } from '../../platform/index.ts';
import type { Language } from '../../source/index.ts';
import type { ExampleTools } from './example-tools.ts';

/** The program that runs the examples of one file. */
export interface RunnerProgram {
  readonly program: string;
  readonly arguments: (folder: string) => readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** What it is told beside the examples. */
  readonly input: Readonly<Record<string, unknown>>;
}

/** The program for a file; `undefined` for one whose examples nothing runs. */
export async function runnerProgram(
  tools: ExampleTools,
  { path, language }: { readonly path: string; readonly language: Language },
): Promise<RunnerProgram | undefined> {
  if (language.family === 'python') return doctestProgram(tools, path);
  return /^\.[cm]?[jt]s$/.test(extname(path)) ? nodeProgram(tools, path) : undefined;
}

function nodeProgram({ node, exampleScript }: ExampleTools, path: string): RunnerProgram {
  const types = /ts$/.test(path) ? ['--experimental-strip-types'] : [];
  return {
    ...node,
    arguments: (folder) => [
      '--permission',
      '--allow-fs-read=*',
      `--allow-fs-write=${folder}`,
      '--max-old-space-size=512',
      '--no-warnings',
      ...types,
      exampleScript,
    ],
    input: { file: path },
  };
}

async function doctestProgram(
  { files, doctestScript, python }: ExampleTools,
  path: string,
): Promise<RunnerProgram> {
  const { root, module } = await importedAs(files, path);
  return {
    program: (await environmentPython(files, path)) ?? python,
    // Nothing of the user's own settings, and no bytecode beside the sources.
    arguments: () => ['-I', '-B', doctestScript],
    environment: { PYTHONIOENCODING: 'utf-8' },
    input: { file: path, root, module },
  };
}

/** The folder that a module is imported from, and its dotted name there. */
async function importedAs(
  files: FileSystem,
  path: string,
): Promise<{ readonly root: string; readonly module: string }> {
  const own = basename(path, '.py');
  const names = own === '__init__' ? [] : [own];
  let root = dirname(path);
  while ((await files.stat(join(root, '__init__.py')))?.kind === 'file' && root !== dirname(root)) {
    names.unshift(basename(root));
    root = dirname(root);
  }
  return { root, module: names.join('.') };
}

/** The interpreter of the nearest virtual environment around a file, or `undefined`. */
async function environmentPython(files: FileSystem, path: string): Promise<string | undefined> {
  for (const environment of environmentsAround([dirname(path)])) {
    if ((await files.stat(join(environment, 'pyvenv.cfg')))?.kind !== 'file') continue;
    for (const program of ['bin/python', 'Scripts/python.exe']) {
      const python = join(environment, program);
      if ((await files.stat(python))?.kind === 'file') return python;
    }
  }
  return undefined;
}
