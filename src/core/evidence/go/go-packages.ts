import { join } from 'pathe';
import type { EvidenceTools } from '../evidence-tools.ts';
import type { InstalledPackage } from '../symbol-facts.ts';
import { walkFolders } from '../walk-folders.ts';
import { namesOfPath } from './go-imports.ts';
import { type GoPackage, type GoProject, type InstalledModule, sourceTrees, treeOwner } from './go-places.ts';

/** What some folders see of Go. */
export interface GoView {
  readonly tools: EvidenceTools;
  readonly project: GoProject | undefined;
  readonly standard: InstalledPackage | undefined;
}

/** The package of an import path; `undefined` when it isn't installed. */
export async function goPackageAt(view: GoView, path: string): Promise<GoPackage | undefined> {
  const { tools, project, standard } = view;
  const modules = (project?.modules ?? [])
    .filter((one) => path === one.path || path.startsWith(`${one.path}/`))
    .sort((a, b) => b.path.length - a.path.length);
  for (const module of modules) {
    if (module.root === undefined) continue;
    const folder = join(module.root, path.slice(module.path.length + 1));
    if (await holdsGo(tools, folder)) return { path, folder, owner: ownerOf(module, module.root) };
  }
  if (standard !== undefined && (await holdsGo(tools, join(standard.root, path)))) {
    return { path, folder: join(standard.root, path), owner: standard };
  }
  const vendor = project?.vendor === undefined ? undefined : join(project.vendor, path);
  if (vendor !== undefined && (await holdsGo(tools, vendor))) {
    // Without a list of modules nothing tells the version of a vendored package.
    const name = path.split('/').slice(0, 3).join('/');
    return { path, folder: vendor, owner: { ecosystem: 'go', name, root: vendor } };
  }
  for (const tree of sourceTrees(tools.machine)) {
    const folder = join(tree, path);
    if (await holdsGo(tools, folder)) {
      return { path, folder, owner: await treeOwner(tools, { tree, path }) };
    }
  }
  return undefined;
}

/**
 * The packages that code calls by a name: those of the modules that the workspace needs and of the standard library,
 * else those of the machine's source trees.
 */
export async function goPackagesNamed(view: GoView, name: string): Promise<readonly GoPackage[]> {
  const { tools, project, standard } = view;
  const found: GoPackage[] = [];
  for (const module of project?.modules ?? []) {
    const { root } = module;
    if (root === undefined) continue;
    const owner = ownerOf(module, root);
    for (const inside of await foldersNamed(tools, { root, name, base: module.path, most: 400 })) {
      found.push({ path: joinPath(module.path, inside), folder: join(root, inside), owner });
    }
  }
  if (standard !== undefined) {
    const { root } = standard;
    for (const inside of await foldersNamed(tools, { root, name, base: '', most: 1000 })) {
      found.push({ path: inside, folder: join(root, inside), owner: standard });
    }
  }
  if (found.length > 0 || project !== undefined) return found;
  for (const tree of sourceTrees(tools.machine)) {
    for (const path of await foldersNamed(tools, { root: tree, name, base: '', most: 2000 })) {
      found.push({ path, folder: join(tree, path), owner: await treeOwner(tools, { tree, path }) });
    }
  }
  return found;
}

/** The module's name and version as its users know them. */
function ownerOf({ path, version, module = path }: InstalledModule, root: string): InstalledPackage {
  return { ecosystem: 'go', name: module, root, ...(version === undefined ? {} : { version }) };
}

function joinPath(base: string, inside: string): string {
  return inside === '' ? base : `${base}/${inside}`;
}

/** What no package of another module may import, and what is no package. */
const skipped = /^(?:internal|vendor|testdata|cmd|node_modules|[._].*)$/;

async function foldersNamed(
  { files }: EvidenceTools,
  request: { readonly root: string; readonly name: string; readonly base: string; readonly most: number },
): Promise<readonly string[]> {
  const { root, name, base, most } = request;
  const found: string[] = [];
  const walk = { root, most, deepest: 6, isSkipped: (folder: string) => skipped.test(folder) };
  for await (const { inside, names } of walkFolders(files, walk)) {
    const path = base === '' ? inside : joinPath(base, inside);
    if (namesOfPath(path).includes(name) && names.some(isGoSource)) found.push(inside);
  }
  return found;
}

async function holdsGo({ files }: EvidenceTools, folder: string): Promise<boolean> {
  return ((await files.list(folder)) ?? []).some(({ name, kind }) => kind === 'file' && isGoSource(name));
}

/** Whether a file belongs to the package rather than to its tests. */
export function isGoSource(name: string): boolean {
  return name.endsWith('.go') && !name.endsWith('_test.go');
}
