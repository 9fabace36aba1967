import { join } from 'pathe';
import * as z from 'zod';
import type { TypePackage } from '../declared/declared-types.ts';
import type { EvidenceTools } from '../evidence-tools.ts';
import { foldersAround } from '../folders-around.ts';
import type { InstalledPackage } from '../symbol-facts.ts';
import { filesBelow } from '../walk-folders.ts';

const packageSchema = z.object({
  name: z.string(),
  version: z.string().optional(),
  'install-path': z.string().optional(),
});
const installedSchema = z.union([
  z.object({ packages: z.array(packageSchema) }).transform(({ packages }) => packages),
  z.array(packageSchema),
]);

/**
 * What `vendor/composer/installed.json` lists, for the nearest folder that has one, versions without the `v` of a tag; empty
 * without any.
 */
export async function composerPackages(
  { files }: Pick<EvidenceTools, 'files'>,
  from: readonly string[],
): Promise<readonly InstalledPackage[]> {
  for (const folder of foldersAround(from)) {
    const place = join(folder, 'vendor/composer');
    const text = await files.readText(join(place, 'installed.json'));
    if (text === undefined) continue;
    return readInstalled(text).map(({ name, version, 'install-path': path }) => ({
      ecosystem: 'php',
      name,
      root: path === undefined ? join(folder, 'vendor', name) : join(place, path),
      ...(version === undefined ? {} : { version: version.replace(/^v(?=\d)/, '') }),
    }));
  }
  return [];
}

function readInstalled(text: string): readonly z.infer<typeof packageSchema>[] {
  try {
    return installedSchema.safeParse(JSON.parse(text)).data ?? [];
  } catch {
    // A list that was cut off names nothing.
    return [];
  }
}

/** The sources of a package, tests left out. */
export async function composerSources(
  { files }: EvidenceTools,
  owner: InstalledPackage,
): Promise<TypePackage> {
  const walk = {
    root: owner.root,
    most: 1500,
    deepest: 10,
    isSkipped: (folder: string) => /^(?:tests?|vendor|docs?|\..*)$/i.test(folder),
  };
  return { owner, files: await filesBelow(files, walk, (name) => name.endsWith('.php')) };
}
