import { join } from 'pathe';
import { SourceText } from '../../source/index.ts';
import { readSource } from '../../workspace/index.ts';
import type { Evidence } from '../evidence.ts';
import type { EvidenceTools } from '../evidence-tools.ts';
import type { InstalledPackage } from '../symbol-facts.ts';
import { distributionsOf, normalName } from './distributions.ts';

/**
 * The line that states a version: of a distribution's metadata, or of what the interpreter was built with. `undefined`
 * where no file states it.
 */
export async function versionPlace(
  tools: EvidenceTools,
  { name, root, version }: InstalledPackage,
): Promise<Evidence | undefined> {
  if (version === undefined) return undefined;
  const { files } = tools;
  const line = /^(?:Version: *|#define PY_VERSION +| *'VERSION': *').*/m;
  for (const path of name === 'python' ? await builtWith(tools, root) : await metadataOf(tools, name, root)) {
    const read = await readSource(files, tools.decode, path);
    const found = read.text === undefined ? null : line.exec(read.text);
    if (read.text === undefined || found === null || !found[0].includes(version)) continue;
    const source = new SourceText(read.text);
    const span = { start: found.index, end: found.index + found[0].trimEnd().length };
    return { path, range: source.rangeOf(span), quote: source.quote(span).text, package: name, version };
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
