import { dirname, join } from 'pathe';
import { debianPackageOf } from '../debian/debian-package.ts';
import type { EvidenceTools } from '../evidence-tools.ts';
import { machinePrefixes } from '../machine-folders.ts';
import type { InstalledPackage } from '../symbol-facts.ts';
import type { NamedHeader } from './header-index.ts';

/** The library that a header belongs to: by a `*.pc` file that is called alike, by Debian's lists, by its folder. */
export async function headerOwner(
  tools: EvidenceTools,
  { path, folder }: NamedHeader,
): Promise<InstalledPackage> {
  const parts = path.slice(folder.folder.length + 1).split('/');
  const names = parts.map((part) => plainName(part));
  const places = folder.isSystem ? systemPlaces(tools, folder.folder) : placesAround(path, folder.folder);
  const described = await describedBy(tools, places, { names, isNear: !folder.isSystem });
  if (described !== undefined) return { ecosystem: 'c', ...described, root: dirname(path) };
  const debian = folder.isSystem ? await debianPackageOf(tools, path, /-dev$|-headers\b/) : undefined;
  if (debian !== undefined) return { ecosystem: 'c', ...debian, root: dirname(path) };
  const own = parts.length > 1 && !/^(?:include|src|lib)$/.test(parts[0] ?? '') ? parts[0] : undefined;
  const outer = folder.folder.slice(dirname(folder.folder).length + 1);
  const around =
    outer === 'include' ? dirname(folder.folder).slice(dirname(dirname(folder.folder)).length + 1) : outer;
  return {
    ecosystem: 'c',
    name: own ?? (folder.isSystem ? plainName(parts.at(-1) ?? '') : around),
    root: dirname(path),
  };
}

/** A library's name without what differs between a header, a folder and a package: `libcurl` and `curl.h` are `curl`. */
export function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/\.\w+$/, '')
    .replace(/-dev$/, '')
    .replace(/^lib(?=\w{2})/, '')
    .replace(/[-_.]?\d[\d.]*$/, '');
}

function systemPlaces({ machine }: EvidenceTools, folder: string): readonly string[] {
  const prefixes = machinePrefixes(machine).filter((one) => folder.startsWith(`${one}/`));
  return prefixes.flatMap((one) => [
    join(one, 'lib/pkgconfig'),
    join(one, 'share/pkgconfig'),
    join(one, 'lib'),
  ]);
}

/** The folders from a header outwards to the one that holds all vendored libraries. */
function placesAround(path: string, folder: string): readonly string[] {
  const found: string[] = [];
  for (let at = dirname(path); at.length >= dirname(folder).length; at = dirname(at)) {
    found.push(at, join(at, 'pkgconfig'), join(at, 'lib/pkgconfig'));
    if (at === dirname(at)) break;
  }
  return found;
}

async function describedBy(
  { files }: EvidenceTools,
  places: readonly string[],
  { names, isNear }: { readonly names: readonly string[]; readonly isNear: boolean },
): Promise<{ readonly name: string; readonly version?: string } | undefined> {
  for (const place of places) {
    const found = await describersIn(files, place);
    const fitting = found.find((file) => names.includes(plainName(file.slice(file.lastIndexOf('/') + 1))));
    // Beside a vendored header the only description is that of its library.
    const chosen = fitting ?? (isNear && found.length === 1 ? found[0] : undefined);
    if (chosen === undefined) continue;
    const text = (await files.readText(chosen)) ?? '';
    const version = versionIn(text);
    const name = chosen.slice(chosen.lastIndexOf('/') + 1).replace(/\.pc(?:\.in)?$/, '');
    return { name, ...(version === undefined ? {} : { version }) };
  }
  return undefined;
}

async function describersIn(files: EvidenceTools['files'], place: string): Promise<readonly string[]> {
  const entries = (await files.list(place)) ?? [];
  const own = entries.filter(({ name }) => name.endsWith('.pc')).map(({ name }) => join(place, name));
  const inner = place.endsWith('/lib')
    ? entries.filter(({ name, kind }) => kind === 'folder' && /-linux-|-gnu/.test(name))
    : [];
  const further: string[] = [];
  for (const { name } of inner) further.push(...(await describersIn(files, join(place, name, 'pkgconfig'))));
  return [...own, ...further];
}

/** `Version: ${major}.2` with its variables in their places; `undefined` when one of them isn't there. */
function versionIn(text: string): string | undefined {
  const written = /^Version:[ \t]*(\S+)/m.exec(text)?.[1];
  const filled = written?.replace(
    /\$\{(\w+)\}/g,
    (_, name: string) => new RegExp(`^${name}[ \\t]*=[ \\t]*(\\S+)`, 'm').exec(text)?.[1] ?? '?',
  );
  return filled !== undefined && /^\d[\w.+-]*$/.test(filled) ? filled : undefined;
}
