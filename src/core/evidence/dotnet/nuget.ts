import { join } from 'pathe';
import type { EvidenceTools } from '../evidence-tools.ts';
import { foldersAround } from '../folders-around.ts';
import { meantVersion, newestVersion } from '../installed-versions.ts';
import { homeFolders, machinePrefixes, variableFolders } from '../machine-folders.ts';
import type { InstalledPackage } from '../symbol-facts.ts';

/** A package with the documentation of its assemblies. */
export interface DocumentedPackage {
  readonly owner: InstalledPackage;
  /** Its XML files, absolute; empty where it came without any. */
  readonly files: readonly string[];
}

/** The packages that the nearest project file names, with their versions where it tells them. */
export async function referencedPackages(
  files: EvidenceTools['files'],
  from: readonly string[],
): Promise<ReadonlyMap<string, string | undefined> | undefined> {
  for (const folder of foldersAround(from)) {
    const names = ((await files.list(folder)) ?? []).map(({ name }) => name);
    const projects = names.filter((name) => /\.(?:cs|fs|vb)proj$/.test(name));
    if (projects.length === 0) continue;
    const found = new Map<string, string | undefined>();
    for (const name of projects) {
      const text = withoutComments((await files.readText(join(folder, name))) ?? '');
      for (const [id, version] of versionsIn(text, 'PackageReference')) found.set(id, version);
    }
    for (const outer of foldersAround([folder])) {
      const central = await files.readText(join(outer, 'Directory.Packages.props'));
      if (central === undefined) continue;
      for (const [id, version] of versionsIn(withoutComments(central), 'PackageVersion')) {
        if (found.has(id)) found.set(id, found.get(id) ?? version);
      }
      break;
    }
    return found;
  }
  return undefined;
}

function withoutComments(text: string): string {
  return text.replace(/<!--[\s\S]*?-->/g, '');
}

/** By their ids in lower case, as the folders of packages are called. */
function versionsIn(text: string, element: string): readonly (readonly [string, string | undefined])[] {
  const written = new RegExp(`<${element}\\s([^>]*?)(?:/>|>([\\s\\S]*?)</${element}>)`, 'g');
  return [...text.matchAll(written)].flatMap(([, attributes = '', inside = '']) => {
    const id = /\b(?:Include|Update)\s*=\s*"([^"]+)"/.exec(attributes)?.[1];
    const version =
      /\bVersion\s*=\s*"([^"]+)"/.exec(attributes)?.[1] ?? /<Version>\s*([^<\s]+)/.exec(inside)?.[1];
    // A range or a variable names no version.
    const exact = version !== undefined && /^\d[\w.+-]*$/.test(version) ? version : undefined;
    return id === undefined ? [] : [[id.toLowerCase(), exact] as const];
  });
}

/** The packages of a project that the machine holds. Where nothing tells the version, the only one there is counts. */
export async function nugetPackages(
  { files, machine }: EvidenceTools,
  from: readonly string[],
): Promise<readonly DocumentedPackage[]> {
  const referenced = await referencedPackages(files, from);
  const roots = [...variableFolders(machine, 'NUGET_PACKAGES'), ...homeFolders(machine, '.nuget/packages')];
  const found: DocumentedPackage[] = [];
  for (const [id, version] of referenced ?? []) {
    for (const root of roots) {
      const versions = ((await files.list(join(root, id))) ?? []).map(({ name }) => name);
      const chosen = meantVersion(versions, version);
      if (chosen === undefined) continue;
      const folder = join(root, id, chosen);
      const spec = (await files.readText(join(folder, `${id}.nuspec`))) ?? '';
      const name = /<id>\s*([^<\s]+)/.exec(spec)?.[1] ?? id;
      const owner: InstalledPackage = { ecosystem: 'dotnet', name, version: chosen, root: folder };
      found.push({ owner, files: await documentationIn(files, folder) });
      break;
    }
  }
  const framework = await frameworkPackage({ files, machine });
  return framework === undefined ? found : [...found, framework];
}

/** The XML files for the newest framework that the package has some for. */
async function documentationIn(files: EvidenceTools['files'], folder: string): Promise<readonly string[]> {
  for (const kind of ['ref', 'lib']) {
    const targets = ((await files.list(join(folder, kind))) ?? []).map(({ name }) => name);
    for (const target of [...targets].sort((a, b) => rankOf(b) - rankOf(a))) {
      const inside = ((await files.list(join(folder, kind, target))) ?? []).map(({ name }) => name);
      const documents = inside.filter((name) => name.endsWith('.xml'));
      if (documents.length > 0) return documents.map((name) => join(folder, kind, target, name));
    }
  }
  return [];
}

/** `net8.0` before `netstandard2.1` before `net48`. */
function rankOf(target: string): number {
  const modern = /^net(?:coreapp)?(\d+\.\d+)/.exec(target)?.[1];
  if (modern !== undefined) return 1000 + Number(modern);
  const standard = /^netstandard(\d+\.\d+)/.exec(target)?.[1];
  return standard === undefined ? 0 : 100 + Number(standard);
}

/** What the newest SDK says of the framework itself; `undefined` without an SDK. */
async function frameworkPackage({
  files,
  machine,
}: Pick<EvidenceTools, 'files' | 'machine'>): Promise<DocumentedPackage | undefined> {
  const homes = [
    ...variableFolders(machine, 'DOTNET_ROOT'),
    ...machinePrefixes(machine).flatMap((one) => [join(one, 'share/dotnet'), join(one, 'lib/dotnet')]),
  ];
  for (const home of homes) {
    const packs = join(home, 'packs/Microsoft.NETCore.App.Ref');
    const version = newestVersion(((await files.list(packs)) ?? []).map(({ name }) => name));
    if (version === undefined) continue;
    const root = join(packs, version);
    const owner: InstalledPackage = { ecosystem: 'dotnet', name: '.NET', version, root };
    return { owner, files: await documentationIn(files, root) };
  }
  return undefined;
}
