import { join } from 'pathe';
import { type FileSystem, type Message, message } from '../../platform/index.ts';
import { exportedFile } from './exports-field.ts';
import type { NpmPackage } from './locate-package.ts';
import { readManifest } from './manifest.ts';
import { declarationFile, scriptFile } from './module-file.ts';

const importConditions = new Set(['import', 'node', 'module', 'default']);
const requireConditions = new Set(['require', 'node', 'default']);

/** Where a package's declarations begin, if it has some; `problem` when it names a file that isn't there. */
export interface DeclarationEntry {
  readonly path?: string;
  readonly problem?: Message;
}

/** What the `exports` of a manifest give to an import, else to a `require`. */
function exportedBy(
  { exports }: NpmPackage['manifest'],
  subpath: string,
  more: readonly string[],
): string | null | undefined {
  const imported = exportedFile(exports, subpath, new Set([...importConditions, ...more]));
  return imported ?? exportedFile(exports, subpath, new Set([...requireConditions, ...more]));
}

/** The declaration file that a package itself has for a subpath (`.`, `./sub`). */
export async function declarationEntry(
  files: FileSystem,
  { installed, manifest }: NpmPackage,
  subpath: string,
): Promise<DeclarationEntry> {
  const { root, name } = installed;
  const exported = exportedBy(manifest, subpath, ['types']);
  const named = subpath === '.' ? (manifest.types ?? manifest.typings) : undefined;
  const beside = subpath === '.' ? (manifest.main ?? 'index') : subpath;
  const candidates = [exported, named, beside, subpath === '.' ? 'index' : undefined];
  for (const candidate of candidates) {
    if (typeof candidate !== 'string') continue;
    const path = await declarationFile(files, join(root, candidate));
    if (path !== undefined) return { path };
  }
  const inner = subpath === '.' ? undefined : await innerEntry(files, join(root, subpath));
  if (inner !== undefined) return { path: inner };
  const promised =
    [exported, named].find((one) => typeof one === 'string' && /\.[cm]?ts$/.test(one)) ?? named;
  if (typeof promised !== 'string') return {};
  return { problem: message('evidence.npm.file-missing', { package: name, file: promised }) };
}

/** A folder inside a package may have a manifest of its own that names its declarations. */
async function innerEntry(files: FileSystem, folder: string): Promise<string | undefined> {
  const manifest = await readManifest(files, folder);
  if (manifest === 'missing' || manifest === 'broken') return undefined;
  const named = manifest.types ?? manifest.typings ?? manifest.main;
  return named === undefined ? undefined : declarationFile(files, join(folder, named));
}

/** The JavaScript that runs for a subpath of a package, or `undefined`. */
export async function scriptEntry(
  files: FileSystem,
  { installed, manifest }: NpmPackage,
  subpath: string,
): Promise<string | undefined> {
  const exported = exportedBy(manifest, subpath, []);
  const fields = subpath === '.' ? [manifest.module, manifest.main, 'index'] : [subpath];
  for (const candidate of [exported, ...fields]) {
    if (typeof candidate !== 'string') continue;
    const path = await scriptFile(files, join(installed.root, candidate));
    if (path !== undefined) return path;
  }
  return undefined;
}
