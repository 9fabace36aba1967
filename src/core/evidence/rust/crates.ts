import { join } from 'pathe';
import { debianPackageOf } from '../debian/debian-package.ts';
import type { EvidenceTools } from '../evidence-tools.ts';
import { foldersAround } from '../folders-around.ts';
import { homeFolders, machinePrefixes, variableFolders } from '../machine-folders.ts';
import type { InstalledPackage } from '../symbol-facts.ts';
import { dependencyNames, lockedVersions, readCargoPackage } from './cargo-files.ts';

/** A crate whose sources are there. */
export interface Crate {
  /** As code writes it, with underscores. */
  readonly name: string;
  readonly owner: InstalledPackage;
  /** The file that its root module is, absolute. */
  readonly root: string;
}

/** What the nearest Cargo project says. */
export interface CargoProject {
  readonly folder: string;
  /** The crates that its `Cargo.toml` names. */
  readonly named: readonly string[];
  /** The versions in its `Cargo.lock`, by name; absent without one. */
  readonly locked?: ReadonlyMap<string, readonly string[]>;
}

type Places = Pick<EvidenceTools, 'files' | 'machine' | 'archives'>;

/** The nearest Cargo project around some folders; `undefined` when there is none. */
export async function cargoProject(
  { files }: Pick<EvidenceTools, 'files'>,
  from: readonly string[],
): Promise<CargoProject | undefined> {
  for (const folder of foldersAround(from)) {
    const manifest = await files.readText(join(folder, 'Cargo.toml'));
    if (manifest === undefined) continue;
    const named = dependencyNames(manifest);
    // The lock file of a workspace lies at its root.
    for (const outer of foldersAround([folder])) {
      const lock = await files.readText(join(outer, 'Cargo.lock'));
      if (lock !== undefined) return { folder: outer, named, locked: lockedVersions(lock) };
    }
    return { folder, named };
  }
  return undefined;
}

/** The crates of a name that the workspace uses: one for most, several where it locks several versions. */
export async function cratesNamed(
  tools: Places,
  project: CargoProject | undefined,
  name: string,
): Promise<readonly Crate[]> {
  const plain = name.replaceAll('-', '_');
  const own = (await standardCrates(tools)).filter((one) => one.name === plain);
  if (own.length > 0) return own;
  const locked = [...(project?.locked ?? [])].find(([one]) => one.replaceAll('-', '_') === plain)?.[1];
  const found: Crate[] = [];
  for (const folder of await registries(tools, project)) {
    for (const { name: entry } of (await tools.files.list(folder)) ?? []) {
      const crate = isCalled(entry, plain) ? await crateIn(tools, join(folder, entry)) : undefined;
      const version = crate?.owner.version;
      if (crate === undefined || crate.name !== plain) continue;
      const isLocked = locked === undefined || (version !== undefined && locked.includes(version));
      if (isLocked && !found.some(({ owner }) => owner.version === version)) found.push(crate);
    }
  }
  return found;
}

function isCalled(entry: string, plain: string): boolean {
  return entry.replaceAll('-', '_').startsWith(plain);
}

/** Folders of crates: vendored ones, Cargo's registry, Debian's. */
async function registries(
  { files, machine }: Places,
  project: CargoProject | undefined,
): Promise<readonly string[]> {
  const own =
    project === undefined ? [] : ['vendor', 'third_party'].map((name) => join(project.folder, name));
  const fetched: string[] = [];
  for (const home of [...variableFolders(machine, 'CARGO_HOME'), ...homeFolders(machine, '.cargo')]) {
    const sources = join(home, 'registry/src');
    for (const { name } of (await files.list(sources)) ?? []) fetched.push(join(sources, name));
  }
  return [...own, ...fetched, ...machinePrefixes(machine).map((one) => join(one, 'share/cargo/registry'))];
}

async function crateIn({ files }: Places, folder: string): Promise<Crate | undefined> {
  const manifest = await files.readText(join(folder, 'Cargo.toml'));
  const found = manifest === undefined ? undefined : readCargoPackage(manifest);
  if (found === undefined) return undefined;
  const { name, version, library = 'src/lib.rs', libraryName = name } = found;
  return {
    name: libraryName.replaceAll('-', '_'),
    owner: { ecosystem: 'rust', name, root: folder, ...(version === undefined ? {} : { version }) },
    root: join(folder, library),
  };
}

/** `std`, `alloc` and `core`, where the sources of the standard library are installed; else empty. */
export async function standardCrates(tools: Places): Promise<readonly Crate[]> {
  const { files } = tools;
  for (const folder of await standardFolders(tools)) {
    const library = join(folder, 'lib/rustlib/src/rust/library');
    const real = await files.realPath(library);
    if (real === undefined || (await files.stat(join(real, 'std/src/lib.rs'))) === undefined) continue;
    const channel = await files.readText(join(folder, 'lib/rustlib/multirust-channel-manifest.toml'));
    const version =
      /\[pkg\.rust\]\s*version = "(\d+\.\d+\.\d+)/.exec(channel ?? '')?.[1] ??
      /\/rustc-(\d+\.\d+\.\d+)/.exec(real)?.[1] ??
      (await debianPackageOf(tools, real, /^rust-src$/))?.version;
    const owner: InstalledPackage = {
      ecosystem: 'rust',
      name: 'std',
      root: real,
      ...(version === undefined ? {} : { version }),
    };
    return ['std', 'alloc', 'core'].map((name) => ({ name, owner, root: join(real, name, 'src/lib.rs') }));
  }
  return [];
}

async function standardFolders({ files, machine }: Places): Promise<readonly string[]> {
  const found: string[] = [];
  const homes = [...variableFolders(machine, 'RUSTUP_HOME'), ...homeFolders(machine, '.rustup')];
  for (const home of homes) {
    const chains = ((await files.list(join(home, 'toolchains'))) ?? []).map(({ name }) => name);
    const rank = (name: string) => (name.startsWith('stable') ? 0 : /^\d/.test(name) ? 1 : 2);
    for (const name of [...chains].sort((a, b) => rank(a) - rank(b)))
      found.push(join(home, 'toolchains', name));
  }
  return [...found, ...machinePrefixes(machine)];
}
