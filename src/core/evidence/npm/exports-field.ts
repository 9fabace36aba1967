import * as z from 'zod';

const recordSchema = z.record(z.string(), z.unknown());

/**
 * The file that the `exports` of a manifest give for a subpath (`.`, `./sub`), relative to the package's root;
 * the first of the conditions that leads to a text wins in the order of the manifest. `undefined` when there is
 * none, `null` when the subpath is closed.
 */
export function exportedFile(
  exports: unknown,
  subpath: string,
  conditions: ReadonlySet<string>,
): string | null | undefined {
  const map = recordSchema.safeParse(exports).data;
  const keys = Object.keys(map ?? {});
  if (map === undefined || !keys.some((key) => key.startsWith('.'))) {
    return subpath === '.' ? targetOf(exports, '', conditions) : undefined;
  }
  if (subpath in map) return targetOf(map[subpath], '', conditions);
  const patterns = keys.filter((key) => key.includes('*')).sort((a, b) => b.indexOf('*') - a.indexOf('*'));
  for (const key of patterns) {
    const [before = '', after = ''] = key.split('*');
    const fits = subpath.startsWith(before) && subpath.endsWith(after) && subpath.length > key.length - 1;
    if (fits)
      return targetOf(map[key], subpath.slice(before.length, subpath.length - after.length), conditions);
  }
  return undefined;
}

function targetOf(
  value: unknown,
  matched: string,
  conditions: ReadonlySet<string>,
): string | null | undefined {
  if (value === null) return null;
  if (typeof value === 'string') return value.replaceAll('*', matched);
  if (Array.isArray(value)) {
    const targets = value.map((one: unknown) => targetOf(one, matched, conditions));
    return targets.find((one) => typeof one === 'string');
  }
  for (const [condition, inner] of Object.entries(recordSchema.safeParse(value).data ?? {})) {
    if (!conditions.has(condition)) continue;
    const target = targetOf(inner, matched, conditions);
    if (target !== undefined) return target;
  }
  return undefined;
}
