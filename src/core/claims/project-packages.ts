import { dirname, join } from 'pathe';
import type { Evidence } from '../evidence/index.ts';
import type { FileSystem } from '../platform/index.ts';
import { SourceText } from '../source/index.ts';
import { isNearName } from './checks/near-name.ts';
import type { PackageAnswer, PackageKind, PackagePlace } from './names-around.ts';

/** A package that a file of a project names. */
interface Named {
  readonly name: string;
  readonly version?: string;
  /** Where in the file, offsets. */
  readonly start: number;
  readonly end: number;
}

/** How to read packages out of a file of a project. */
interface Register {
  readonly file: string;
  /** Whether it names what was chosen for others, too: nobody means those by a slip. */
  readonly isLock?: true;
  readonly read: (text: string) => readonly Named[];
}

/** Files that say what belongs to a project: manifests first, then what was chosen for them. */
const registers: Readonly<Record<PackageKind, readonly Register[]>> = {
  npm: [
    { file: 'package.json', read: readPackageJson },
    { file: 'package-lock.json', isLock: true, read: (text) => matches(text, npmLock) },
  ],
  pip: [
    { file: 'pyproject.toml', read: (text) => matches(text, pyproject) },
    { file: 'setup.cfg', read: (text) => matches(text, requirement) },
    { file: 'requirements.txt', read: (text) => matches(text, requirement) },
    { file: 'uv.lock', isLock: true, read: (text) => matches(text, tomlLock) },
    { file: 'poetry.lock', isLock: true, read: (text) => matches(text, tomlLock) },
  ],
};

/** Group 1 is the name, group 2 the version that was chosen. */
const npmLock = /"(?:[^"\n]*\/)?node_modules\/((?:@[^"/\n]+\/)?[^"/\n]+)":\s*\{\s*"version":\s*"([^"\n]+)"/g;
const tomlLock = /^\[\[package\]\]\s*\nname\s*=\s*"([^"\n]+)"\s*\nversion\s*=\s*"([^"\n]+)"/gm;
const requirement = /^\s*([A-Za-z][\w.-]*)(?:\[[^\]\n]*\])?\s*(?:==\s*([\w.]+))?(?=\s*(?:[<>=!~;,#@]|$))/gm;
const pyproject =
  /^\s*(?:name\s*=\s*)?["']([A-Za-z][\w.-]*)(?:\[[^\]\n]*\])?\s*(?:==\s*([\w.]+))?[^"'\n]*["']\s*,?\s*(?:#.*)?$/gm;

/**
 * What the projects around a file know of a package: the nearest one that has a manifest of its kind decides. Where a
 * manifest names it, its version comes from the lockfile beside it or around it.
 */
export async function packageAround(
  files: FileSystem,
  path: string,
  { kind, name }: { readonly kind: PackageKind; readonly name: string },
): Promise<PackageAnswer> {
  let isManaged = false;
  const near = new Map<string, PackagePlace>();
  let found: PackagePlace | null = null;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    for (const { file, isLock, read } of registers[kind]) {
      const place = join(folder, file);
      if ((await files.stat(place))?.kind !== 'file') continue;
      isManaged = true;
      const text = (await files.readText(place)) ?? '';
      for (const one of read(text)) {
        if (sameName(one.name, name)) found = better(found, placeOf(one, place, text));
        else if (isLock !== true && near.size < 3 && !near.has(one.name) && isSlipOfName(one.name, name))
          near.set(one.name, placeOf(one, place, text));
      }
    }
    if (folder === dirname(folder)) break;
  }
  return { isManaged, found, near: found === null ? [...near.values()] : [] };
}

/** The nearest one, but one with a version rather than one without. */
function better(known: PackagePlace | null, next: PackagePlace): PackagePlace {
  if (known === null) return next;
  return known.version === null && next.version !== null ? next : known;
}

function placeOf({ name, version, start, end }: Named, path: string, text: string): PackagePlace {
  const source = new SourceText(text);
  const place: Evidence = { path, range: source.rangeOf({ start, end }), quote: text.slice(start, end) };
  return { name, version: version ?? null, place };
}

function matches(text: string, pattern: RegExp): readonly Named[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const [whole, name, version] = match;
    if (name === undefined) return [];
    const start = match.index + (whole.length - whole.trimStart().length);
    const named = { name, start, end: match.index + whole.trimEnd().length };
    return [version === undefined ? named : { ...named, version }];
  });
}

/** The package's own name, and all that it depends on. */
function readPackageJson(text: string): readonly Named[] {
  const own = [...text.matchAll(/^ {0,4}"name"\s*:\s*"([^"\n]+)"/gm)].slice(0, 1);
  const lists = [...text.matchAll(/"(?:dev|peer|optional)?[dD]ependencies"\s*:\s*\{([^{}]*)\}/g)];
  return [
    ...own.map((match) => ({
      name: match[1] ?? '',
      start: match.index + match[0].indexOf('"'),
      end: match.index + match[0].length,
    })),
    ...lists.flatMap((list) => {
      const offset = list.index + list[0].lastIndexOf(list[1] ?? '');
      return [...(list[1] ?? '').matchAll(/"([^"\n]+)"\s*:\s*"[^"\n]*"/g)].map((match) => ({
        name: match[1] ?? '',
        start: offset + match.index,
        end: offset + match.index + match[0].length,
      }));
    }),
  ];
}

function sameName(a: string, b: string): boolean {
  return normal(a) === normal(b);
}

function normal(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, '-');
}

/**
 * Whether one name is a slip of the other in its middle. What differs at an end tells packages apart on purpose (react,
 * preact; express, expresso), and so do digits.
 */
function isSlipOfName(a: string, b: string): boolean {
  const [one, other] = [normal(a), normal(b)];
  if (Math.min(one.length, other.length) < 5 || !isNearName(one, other)) return false;
  return one.slice(0, 2) === other.slice(0, 2) && one.at(-1) === other.at(-1) && bare(one) !== bare(other)
    ? true
    : isSwap(one, other);
}

function bare(name: string): string {
  return name.replaceAll(/\d+/g, '0').replaceAll('-', '');
}

/** Whether the same letters stand in both, two neighbours of them in the other order. */
function isSwap(a: string, b: string): boolean {
  return a[0] === b[0] && a !== b && [...a].sort().join('') === [...b].sort().join('');
}
