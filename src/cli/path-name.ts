import { relative } from 'node:path';
import { toPortablePath } from '../node/file-system.ts';

/** The path as results name it: relative to the working directory where it lies below it, else whole, with `/`. */
export function nameOf(path: string): string {
  const inside = toPortablePath(relative(process.cwd(), path));
  if (inside === '') return '.';
  // From a folder deep inside, a library of the machine would be reached by nothing but dots.
  return inside.startsWith('../') ? toPortablePath(path) : inside;
}
