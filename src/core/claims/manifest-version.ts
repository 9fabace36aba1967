import { dirname, join } from 'pathe';
import type { FileSystem } from '../platform/index.ts';
import { SourceText } from '../source/index.ts';
import type { StatedVersion } from './names-around.ts';

/** Manifests that state the version of a project, and how; group 1 is the version. */
const manifests: readonly (readonly [string, RegExp])[] = [
  ['package.json', /^\s*"version"\s*:\s*"([^"\n]+)"/dm],
  ['pyproject.toml', /^version\s*=\s*["']([^"'\n]+)["']/dm],
  ['Cargo.toml', /^version\s*=\s*"([^"\n]+)"/dm],
];

/** The version of the nearest manifest around a file; `undefined` where there is none, or it states no version. */
export async function versionAround(files: FileSystem, path: string): Promise<StatedVersion | undefined> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    for (const [name, pattern] of manifests) {
      const manifest = join(folder, name);
      if ((await files.stat(manifest))?.kind !== 'file') continue;
      return statedIn(manifest, (await files.readText(manifest)) ?? '', pattern);
    }
    if (folder === dirname(folder)) return undefined;
  }
}

function statedIn(path: string, text: string, pattern: RegExp): StatedVersion | undefined {
  const match = pattern.exec(text);
  const place = match?.indices?.[1];
  if (match?.[1] === undefined || place === undefined) return undefined;
  const source = new SourceText(text);
  const span = { start: place[0], end: place[1] };
  return {
    version: match[1],
    place: { path, range: source.rangeOf(span), quote: source.quote(span).text },
  };
}
