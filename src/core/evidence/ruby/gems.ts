import { join } from 'pathe';
import type { TypePackage } from '../declared/declared-types.ts';
import type { EvidenceTools } from '../evidence-tools.ts';
import { foldersAround } from '../folders-around.ts';
import { newestVersion } from '../installed-versions.ts';
import { homeFolders, machinePrefixes, variableFolders } from '../machine-folders.ts';
import type { InstalledPackage } from '../symbol-facts.ts';
import { filesBelow } from '../walk-folders.ts';

/** The gems that the nearest `Gemfile.lock` holds, by name; `undefined` without one. */
export async function lockedGems(
  files: EvidenceTools['files'],
  from: readonly string[],
): Promise<ReadonlyMap<string, string> | undefined> {
  for (const folder of foldersAround(from)) {
    const text = await files.readText(join(folder, 'Gemfile.lock'));
    if (text === undefined) continue;
    const lines = text.matchAll(/^ {4}([\w.-]+) \((\d[\w.]*)(?:-[\w-]+)?\)\r?$/gm);
    return new Map([...lines].map(([, name = '', version = '']) => [name, version]));
  }
  return undefined;
}

/** The gems of the workspace: those of its lock file, at their versions; without one all that are there once. */
export async function gemsOf(
  { files, machine }: EvidenceTools,
  from: readonly string[],
): Promise<readonly InstalledPackage[]> {
  const locked = await lockedGems(files, from);
  const found = new Map<string, InstalledPackage[]>();
  for (const folder of await gemFolders({ files, machine }, from)) {
    for (const { name: entry } of (await files.list(folder)) ?? []) {
      const parts = /^([\w.-]+?)-(\d[\w.]*)(?:-[\w-]+)?$/.exec(entry);
      const [, name = '', version = ''] = parts ?? [];
      if (parts === null || (locked !== undefined && locked.get(name) !== version)) continue;
      const gem: InstalledPackage = { ecosystem: 'ruby', name, version, root: join(folder, entry) };
      found.set(name, [...(found.get(name) ?? []), gem]);
    }
  }
  return [...found.values()].flatMap(([first, ...others]) => {
    const isOne = others.every((one) => one.version === first?.version);
    return first !== undefined && isOne ? [first] : [];
  });
}

async function gemFolders(
  { files, machine }: Pick<EvidenceTools, 'files' | 'machine'>,
  from: readonly string[],
): Promise<readonly string[]> {
  const roots: string[] = [];
  for (const folder of foldersAround(from)) roots.push(join(folder, 'vendor/bundle/ruby/*'));
  roots.push(...variableFolders(machine, 'GEM_HOME'), ...variableFolders(machine, 'GEM_PATH'));
  roots.push(...homeFolders(machine, '.gem/ruby/*', '.local/share/gem/ruby/*'));
  for (const prefix of machinePrefixes(machine)) {
    roots.push(join(prefix, 'lib/ruby/gems/*'), join(prefix, 'share/rubygems-integration/*'));
  }
  if (machine.root !== undefined) roots.push(join(machine.root, 'var/lib/gems/*'));
  const found: string[] = [];
  for (const root of roots) {
    if (!root.endsWith('/*')) found.push(join(root, 'gems'));
    else
      for (const { name } of (await files.list(root.slice(0, -2))) ?? [])
        found.push(join(root.slice(0, -1), name, 'gems'));
  }
  return [...new Set(found)];
}

/** Ruby's standard library, its newest version; `undefined` when no Ruby is there. */
export async function rubyLibrary({ files, machine }: EvidenceTools): Promise<InstalledPackage | undefined> {
  for (const prefix of machinePrefixes(machine)) {
    const folder = join(prefix, 'lib/ruby');
    const version = newestVersion(((await files.list(folder)) ?? []).map(({ name }) => name));
    if (version !== undefined)
      return { ecosystem: 'ruby', name: 'ruby', version, root: join(folder, version) };
  }
  return undefined;
}

/** The sources of a gem, or of the standard library. */
export async function rubySources({ files }: EvidenceTools, owner: InstalledPackage): Promise<TypePackage> {
  const root = owner.name === 'ruby' ? owner.root : join(owner.root, 'lib');
  const walk = {
    root,
    most: 1500,
    deepest: 10,
    isSkipped: (name: string) => /^(?:spec|tests?|rubygems|bundler|\..*)$/.test(name),
  };
  return { owner, files: await filesBelow(files, walk, (name) => name.endsWith('.rb')) };
}
