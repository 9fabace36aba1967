import { join } from 'pathe';
import type { FileSystem } from '../../platform/index.ts';

const declarationEndings = ['.d.ts', '.ts', '.tsx', '.d.mts', '.d.cts', '.mts', '.cts'];
const scriptEndings = ['.js', '.cjs', '.mjs', '.jsx'];

/** Declarations and TypeScript sources that stand for a path, with or without its ending; `undefined` if none. */
export async function declarationFile(files: FileSystem, path: string): Promise<string | undefined> {
  const candidates = /\.[cm]?tsx?$/.test(path) ? [path] : [];
  // A declaration may name the source that it was made of: `./add.ts` beside `add.d.ts`.
  const source = /^(.*)\.([cm]?)ts$/.exec(path);
  if (source !== null) candidates.push(`${source[1]}.d.${source[2]}ts`);
  const script = /\.([cm]?)jsx?$/.exec(path);
  if (script !== null) {
    const bare = path.slice(0, script.index);
    const letter = script[1] ?? '';
    candidates.push(`${bare}.d.${letter}ts`, `${bare}.${letter}ts`);
    if (letter !== '') candidates.push(`${bare}.d.ts`);
  }
  candidates.push(...declarationEndings.map((ending) => path + ending));
  candidates.push(join(path, 'index.d.ts'), join(path, 'index.ts'), join(path, 'index.d.mts'));
  return firstFile(files, candidates);
}

/** JavaScript that stands for a path, with or without its ending, a folder's `index.js` too. */
export async function scriptFile(files: FileSystem, path: string): Promise<string | undefined> {
  const own = /\.[cm]?jsx?$/.test(path) ? [path] : [];
  const ended = scriptEndings.map((ending) => path + ending);
  return firstFile(files, [...own, ...ended, join(path, 'index.js'), join(path, 'index.cjs')]);
}

async function firstFile(files: FileSystem, candidates: readonly string[]): Promise<string | undefined> {
  for (const candidate of candidates) {
    if ((await files.stat(candidate))?.kind === 'file') return candidate;
  }
  return undefined;
}
