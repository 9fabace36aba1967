import { relative } from 'node:path';
import { toPortablePath } from '../node/file-system.ts';

/** The path as results name it: relative to the working directory where it lies below it, with `/`. */
export function nameOf(path: string): string {
  const inside = toPortablePath(relative(process.cwd(), path));
  return inside === '' ? '.' : inside;
}
