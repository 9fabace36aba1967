import { join } from 'pathe';
import { readSource } from '../../workspace/index.ts';
import type { Evidence } from '../evidence.ts';
import type { EvidenceTools } from '../evidence-tools.ts';
import { evidenceAt, textModule } from '../loaded-module.ts';
import type { InstalledPackage } from '../symbol-facts.ts';
import { distributionsOf, normalName } from './distributions.ts';

/**
 * The line that states a version: of a distribution's metadata, or of what the interpreter was built with. `undefined`
 * where no file states it.
 */
export async function versionPlace(
  tools: EvidenceTools,
  owner: InstalledPackage,
): Promise<Evidence | undefined> {
  const { name, root, version } = owner;
  if (version === undefined) return undefined;
  const { files } = tools;
  const line = /^(?:Version: *|#define PY_VERSION +| *'VERSION': *').*/m;
  for (const path of name === 'python' ? await builtWith(tools, root) : await metadataOf(tools, name, root)) {
    const read = await readSource(files, tools.decode, path);
    const found = read.text === undefined ? null : line.exec(read.text);
    if (read.text === undefined || found === null || !found[0].includes(version)) continue;
    const span = { start: found.index, end: found.index + found[0].trimEnd().length };
    return evidenceAt(textModule({ path, owner }, read.text), span);
  }
  return undefined;
}

async function metadataOf({ files }: EvidenceTools, name: string, root: string): Promise<readonly string[]> {
  const own = (await distributionsOf(files, root)).filter((one) => one.name === normalName(name));
  return own.flatMap(({ path }) => [join(path, 'METADATA'), join(path, 'PKG-INFO'), path]);
}

/** The module that tells with which settings the interpreter of a library was built. */
async function builtWith({ files }: EvidenceTools, library: string): Promise<readonly string[]> {
  const entries = (await files.list(library)) ?? [];
  return entries
    .filter(({ name }) => /^_sysconfigdata_.*\.py$/.test(name))
    .map(({ name }) => join(library, name));
}
