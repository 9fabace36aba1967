import { join } from 'pathe';
import { debianPackageOf } from '../debian/debian-package.ts';
import type { EvidenceTools } from '../evidence-tools.ts';
import { foldersAround } from '../folders-around.ts';
import { homeFolders, machinePrefixes, variableFolders } from '../machine-folders.ts';
import type { InstalledPackage } from '../symbol-facts.ts';
import { escapedPath, type GoModule, readGoMod, readModulesText } from './go-mod.ts';

/** A Go package: the sources of one folder. */
export interface GoPackage {
  /** `net/http`, `golang.org/x/net/html`. */
  readonly path: string;
  /** Absolute. */
  readonly folder: string;
  readonly owner: InstalledPackage;
}

/** A module that the workspace needs and the folder that holds it. */
export interface InstalledModule extends GoModule {
  /** Absolute; absent when it isn't there. */
  readonly root?: string;
}

/** What a workspace says of its Go modules. */
export interface GoProject {
  readonly modules: readonly InstalledModule[];
  /** The folder `vendor`, where there is one. */
  readonly vendor?: string;
  readonly toolchain?: string;
}

/** The nearest Go project around some folders; `undefined` when there is none. */
export async function goProject(
  tools: Pick<EvidenceTools, 'files' | 'machine' | 'archives'>,
  from: readonly string[],
): Promise<GoProject | undefined> {
  const { files } = tools;
  for (const folder of foldersAround(from)) {
    const text = await files.readText(join(folder, 'go.mod'));
    const vendor = join(folder, 'vendor');
    const list = await files.readText(join(vendor, 'modules.txt'));
    if (text === undefined && list === undefined) continue;
    const manifest = text === undefined ? undefined : readGoMod(text);
    const vendored = list === undefined ? [] : readModulesText(list);
    const modules: InstalledModule[] = vendored.map((one) => ({ ...one, root: join(vendor, one.path) }));
    for (const need of list === undefined ? (manifest?.needs ?? []) : []) {
      const root = await moduleRoot(tools, need, folder);
      modules.push(root === undefined ? need : { ...need, root });
    }
    const isVendored = (await files.stat(vendor))?.kind === 'folder';
    return {
      modules,
      ...(isVendored ? { vendor } : {}),
      ...(manifest?.toolchain === undefined ? {} : { toolchain: manifest.toolchain }),
    };
  }
  return undefined;
}

async function moduleRoot(
  { files, machine }: Pick<EvidenceTools, 'files' | 'machine' | 'archives'>,
  { path, version, folder, module = path }: GoModule,
  project: string,
): Promise<string | undefined> {
  if (folder !== undefined) return join(project, folder);
  if (version === undefined) return undefined;
  for (const cache of moduleCaches(machine)) {
    const root = join(cache, `${escapedPath(module)}@${escapedPath(version)}`);
    if ((await files.stat(root))?.kind === 'folder') return root;
  }
  return undefined;
}

function moduleCaches(machine: EvidenceTools['machine']): readonly string[] {
  return [
    ...variableFolders(machine, 'GOMODCACHE'),
    ...variableFolders(machine, 'GOPATH').map((one) => join(one, 'pkg/mod')),
    ...homeFolders(machine, 'go/pkg/mod'),
  ];
}

/** The standard library, or `undefined` when no Go is there. */
export async function goRoot(
  { files, machine }: Pick<EvidenceTools, 'files' | 'machine' | 'archives'>,
  toolchain: string | undefined,
): Promise<InstalledPackage | undefined> {
  const roots = [
    ...(toolchain === undefined ? [] : await toolchainRoots(files, machine, toolchain)),
    ...variableFolders(machine, 'GOROOT'),
    ...machinePrefixes(machine).flatMap((one) => [
      join(one, 'go'),
      join(one, 'lib/go'),
      join(one, 'share/go'),
    ]),
  ];
  for (const root of roots) {
    const version = /^go(\d\S*)/.exec((await files.readText(join(root, 'VERSION'))) ?? '')?.[1];
    if ((await files.stat(join(root, 'src/fmt')))?.kind !== 'folder') continue;
    const real = (await files.realPath(join(root, 'src'))) ?? join(root, 'src');
    return { ecosystem: 'go', name: 'go', root: real, ...(version === undefined ? {} : { version }) };
  }
  return undefined;
}

async function toolchainRoots(
  files: EvidenceTools['files'],
  machine: EvidenceTools['machine'],
  version: string,
): Promise<readonly string[]> {
  const roots: string[] = [];
  for (const cache of moduleCaches(machine)) {
    const folder = join(cache, 'golang.org');
    const entries = (await files.list(folder)) ?? [];
    const own = entries.filter(({ name }) => name.startsWith(`toolchain@v0.0.1-go${version}.`));
    roots.push(...own.map(({ name }) => join(folder, name)));
  }
  return roots;
}

/** Folders whose subfolders are import paths, for packages that no `go.mod` names: `GOPATH` and Debian's. */
export function sourceTrees(machine: EvidenceTools['machine']): readonly string[] {
  return [
    ...variableFolders(machine, 'GOPATH').map((one) => join(one, 'src')),
    ...homeFolders(machine, 'go/src'),
    ...machinePrefixes(machine).map((one) => join(one, 'share/gocode/src')),
  ];
}

/** The package that a folder of a source tree belongs to; its version only where Debian installed it. */
export async function treeOwner(
  tools: Pick<EvidenceTools, 'files' | 'machine' | 'archives'>,
  { tree, path }: { readonly tree: string; readonly path: string },
): Promise<InstalledPackage> {
  const parts = path.split('/');
  const length = /^(?:github|gitlab|bitbucket|golang|code\.google)\./.test(path) ? 3 : 2;
  let name = parts.slice(0, length).join('/');
  for (let i = parts.length; i > 0; i--) {
    const outer = parts.slice(0, i).join('/');
    const text = await tools.files.readText(join(tree, outer, 'go.mod'));
    if (text === undefined) continue;
    name = readGoMod(text).own || outer;
    break;
  }
  const debian = await debianPackageOf(tools, join(tree, path), /^golang-/);
  return {
    ecosystem: 'go',
    name,
    root: join(tree, name),
    ...(debian === undefined ? {} : { version: debian.version }),
  };
}
