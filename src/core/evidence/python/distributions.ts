import { basename, join } from 'pathe';
import { type FileSystem, message } from '../../platform/index.ts';
import type { Located } from '../located.ts';
import type { InstalledPackage } from '../symbol-facts.ts';

/** A folder or file that tells of one installed distribution. */
export interface Distribution {
  /** The name that its folder gives it, as `normalName` writes it. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  readonly site: string;
}

/** A distribution's name in the one spelling that compares: lower case, words joined with `-`. */
export function normalName(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, '-');
}

/** What is installed into a site folder, sorted by name. */
export async function distributionsOf(files: FileSystem, site: string): Promise<readonly Distribution[]> {
  const entries = (await files.list(site)) ?? [];
  return entries.flatMap(({ name }) => {
    const found = /^(.+?)(?:-\d[^-]*)?(?:-py\d[\d.]*)?\.(?:dist|egg)-info$/.exec(name)?.[1];
    return found === undefined ? [] : [{ name: normalName(found), path: join(site, name), site }];
  });
}

/** The distribution that installed a file of a site folder; `undefined` where none lists it. */
export async function distributionOfFile(
  files: FileSystem,
  site: string,
  file: string,
): Promise<Distribution | undefined> {
  const inside = file.slice(site.length + 1);
  const top = (inside.split('/')[0] ?? inside).replace(/\.pyi?$/, '').replace(/-stubs$/, '');
  const all = await distributionsOf(files, site);
  const named = all.filter(({ name }) => name === normalName(top));
  for (const one of [...named, ...all.filter((other) => !named.includes(other))]) {
    if (await owns(files, one, { inside, top })) return one;
  }
  // A distribution that lists no files is known by its name alone.
  const [only, ...others] = named;
  return others.length === 0 && only !== undefined && (await listOf(files, only)) === undefined
    ? only
    : undefined;
}

async function owns(
  files: FileSystem,
  distribution: Distribution,
  { inside, top }: { readonly inside: string; readonly top: string },
): Promise<boolean> {
  const list = await listOf(files, distribution);
  if (list !== undefined) return list.includes(inside);
  const tops = await files.readText(join(distribution.path, 'top_level.txt'));
  return tops?.split(/\r?\n/).includes(top) ?? false;
}

/** The files of a distribution relative to its site folder, or `undefined` when it doesn't list them. */
async function listOf(files: FileSystem, { path }: Distribution): Promise<readonly string[] | undefined> {
  const record = await files.readText(join(path, 'RECORD'));
  if (record === undefined) return undefined;
  return record.split(/\r?\n/).map((line) => line.replace(/,[^,]*,[^,]*$/, '').replace(/^"(.*)"$/, '$1'));
}

/** The modules and packages that a distribution puts at the top: `PyYAML` gives `yaml`. Empty when it doesn't say. */
export async function topNamesOf(files: FileSystem, distribution: Distribution): Promise<readonly string[]> {
  const text = await files.readText(join(distribution.path, 'top_level.txt'));
  if (text !== undefined) return text.split(/\r?\n/).filter((name) => /^[A-Za-z]\w*$/.test(name));
  const tops = ((await listOf(files, distribution)) ?? [])
    .filter((file) => /\.pyi?$/.test(file))
    .map((file) => (file.split('/')[0] ?? '').replace(/\.pyi?$/, ''));
  return [...new Set(tops)].filter((name) => /^[A-Za-z]\w*$/.test(name));
}

/** What the metadata of a distribution says; broken when there is none. */
export async function readDistribution(
  files: FileSystem,
  distribution: Distribution,
): Promise<Located<InstalledPackage>> {
  const { path, site, name: folderName } = distribution;
  const text =
    (await files.readText(join(path, 'METADATA'))) ??
    (await files.readText(join(path, 'PKG-INFO'))) ??
    (await files.readText(path));
  const head = text?.split(/\r?\n\r?\n/)[0] ?? '';
  const name = /^Name:\s*(\S+)/im.exec(head)?.[1];
  const version = /^Version:\s*(\S+)/im.exec(head)?.[1];
  if (name === undefined || version === undefined) {
    const problem = message('evidence.python.metadata-missing', {
      package: folderName,
      folder: basename(path),
    });
    return { type: 'broken', problem };
  }
  return { type: 'found', package: { ecosystem: 'python', name, version, root: site } };
}
