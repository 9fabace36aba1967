import { basename, dirname, join } from 'pathe';
import type { DecodeUtf8, FileSystem } from '../platform/index.ts';
import { languageOfFile } from '../source/index.ts';
import { readSource } from '../workspace/index.ts';
import type { ModuleText } from './names-around.ts';

/** What reading modules needs. */
interface ModuleTools {
  readonly files: FileSystem;
  readonly decode: DecodeUtf8;
}

/**
 * The project's own module that a file means by a specifier: `./ships` or `../ships.js` in ECMAScript, `.ships` or
 * `harbour.ships` in Python. `undefined` for modules of other packages, and where none is there or can be read.
 */
export async function ownModule(
  tools: ModuleTools,
  { path, specifier }: { readonly path: string; readonly specifier: string },
): Promise<ModuleText | undefined> {
  const isPython = languageOfFile(path)?.family === 'python';
  const candidates = isPython
    ? await pythonCandidates(tools.files, path, specifier)
    : ecmascriptCandidates(path, specifier);
  for (const candidate of candidates) {
    if ((await tools.files.stat(candidate))?.kind !== 'file') continue;
    const { text } = await readSource(tools.files, tools.decode, candidate);
    return text === undefined ? undefined : { path: candidate, text };
  }
  return undefined;
}

const endings = ['ts', 'tsx', 'mts', 'cts', 'js', 'jsx', 'mjs', 'cjs', 'd.ts'];

function ecmascriptCandidates(path: string, specifier: string): readonly string[] {
  if (!/^\.\.?(?:\/|$)/.test(specifier)) return [];
  const base = join(dirname(path), specifier);
  const written = /\.[cm]?[jt]sx?$/.test(base) ? [base] : [];
  // TypeScript names the file that will be there when it is compiled.
  const compiled = /^(.*)\.([cm]?)js(x?)$/.exec(base);
  const source = compiled === null ? [] : [`${compiled[1]}.${compiled[2]}ts${compiled[3]}`];
  const bare = endings.flatMap((ending) => [`${base}.${ending}`, join(base, `index.${ending}`)]);
  return [...source, ...written, ...bare];
}

async function pythonCandidates(
  files: FileSystem,
  path: string,
  specifier: string,
): Promise<readonly string[]> {
  const [, dots = '', rest = ''] = /^(\.*)(.*)$/.exec(specifier) ?? [];
  let folder = dirname(path);
  if (dots === '') folder = await packageRoot(files, folder);
  for (let i = 1; i < dots.length; i++) folder = dirname(folder);
  const parts = rest.split('.').filter((part) => part !== '');
  if (dots === '' && !(await isOwn(files, folder, parts[0] ?? ''))) return [];
  const base = join(folder, ...parts);
  return parts.length === 0 ? [join(base, '__init__.py')] : [`${base}.py`, join(base, '__init__.py')];
}

/** The folder that the outermost package around a folder is imported from. */
async function packageRoot(files: FileSystem, start: string): Promise<string> {
  let folder = start;
  while (
    (await files.stat(join(folder, '__init__.py')))?.kind === 'file' &&
    basename(folder) !== '' &&
    folder !== dirname(folder)
  ) {
    folder = dirname(folder);
  }
  return folder;
}

async function isOwn(files: FileSystem, folder: string, name: string): Promise<boolean> {
  if (name === '') return false;
  const file = (await files.stat(join(folder, `${name}.py`)))?.kind === 'file';
  return file || (await files.stat(join(folder, name, '__init__.py')))?.kind === 'file';
}
