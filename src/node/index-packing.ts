import type { DeclaredPlace, PassagePlace } from '../core/evidence/index.ts';
import { nameKey } from '../core/evidence/index.ts';

// Entries of a name: `path`, tab, file, tab, offset, tab, kind; one a line. Numbers have base 36.

/** A declaration with the number of its file. */
export interface PackedName extends DeclaredPlace {
  readonly file: number;
}

/** Adds the declarations of a file to the entries of their keys; of overloads the first counts. */
export function packNames(file: number, names: readonly DeclaredPlace[], into: Map<string, string>): void {
  const seen = new Set<string>();
  const number = file.toString(36);
  for (const { path, kind, start } of names) {
    if (seen.has(path)) continue;
    seen.add(path);
    const key = nameKey(path);
    const entry = `${path}\t${number}\t${start.toString(36)}\t${kind}`;
    const known = into.get(key);
    into.set(key, known === undefined ? entry : `${known}\n${entry}`);
  }
}

/** The declarations that entries hold. */
export function unpackNames(entries: string): readonly PackedName[] {
  return entries.split('\n').map((entry) => {
    const [path = '', file = '', start = '', kind = ''] = entry.split('\t');
    return { path, file: Number.parseInt(file, 36), start: Number.parseInt(start, 36), kind: kindOf(kind) };
  });
}

const kinds = [
  'function',
  'class',
  'interface',
  'type',
  'enum',
  'variable',
  'namespace',
  'member',
  'macro',
] as const;

function kindOf(text: string): DeclaredPlace['kind'] {
  return kinds.find((kind) => kind === text) ?? 'member';
}

/** The places of passages in their order: offset and length of each. */
export function packPlaces(passages: readonly PassagePlace[]): string {
  return passages.map(({ start, end }) => `${start.toString(36)}.${(end - start).toString(36)}`).join(' ');
}

/** The place of one passage; `undefined` when there is none of that number. */
export function unpackPlace(
  places: string,
  number: number,
): { readonly start: number; readonly end: number } | undefined {
  const [start, length] = places.split(' ')[number]?.split('.') ?? [];
  if (start === undefined || length === undefined) return undefined;
  const from = Number.parseInt(start, 36);
  return { start: from, end: from + Number.parseInt(length, 36) };
}
