import { join } from 'pathe';
import * as z from 'zod';
import type { TypePackage } from '../declared/declared-types.ts';
import type { EvidenceTools } from '../evidence-tools.ts';
import { foldersAround } from '../folders-around.ts';
import { walkFolders } from '../walk-folders.ts';

const packageSchema = z.object({
  name: z.string(),
  version: z.string().optional(),
  'install-path': z.string().optional(),
});
const installedSchema = z.union([
  z.object({ packages: z.array(packageSchema) }).transform(({ packages }) => packages),
  z.array(packageSchema),
]);

/** A package that Composer installed. */
export interface ComposerPackage {
  readonly name: string;
  /** Without the `v` of a tag. */
  readonly version?: string;
  /** Absolute. */
  readonly root: string;
}

/** What `vendor/composer/installed.json` lists, for the nearest folder that has one; empty without any. */
export async function composerPackages(
  { files }: Pick<EvidenceTools, 'files'>,
  from: readonly string[],
): Promise<readonly ComposerPackage[]> {
  for (const folder of foldersAround(from)) {
    const place = join(folder, 'vendor/composer');
    const text = await files.readText(join(place, 'installed.json'));
    if (text === undefined) continue;
    return readInstalled(text).map(({ name, version, 'install-path': path }) => ({
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
  { name, version, root }: ComposerPackage,
): Promise<TypePackage> {
  const found: string[] = [];
  const walk = {
    root,
    most: 1500,
    deepest: 10,
    isSkipped: (folder: string) => /^(?:tests?|vendor|docs?|\..*)$/i.test(folder),
  };
  for await (const { inside, names } of walkFolders(files, walk)) {
    for (const file of names) if (file.endsWith('.php')) found.push(join(root, inside, file));
  }
  const owner = { ecosystem: 'php', name, root, ...(version === undefined ? {} : { version }) } as const;
  return { owner, files: found };
}
