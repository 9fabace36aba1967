import type { ParameterFacts, SymbolFacts } from '../evidence/index.ts';

/** The values that name a package and its version in every answer; an unknown version is said. */
export function originOf({ package: owner }: Pick<SymbolFacts, 'package'>): Readonly<Record<string, string>> {
  return { package: clip(owner.name, 40), version: clip(owner.version ?? 'unknown', 24) };
}

/** A symbol as an answer calls it: with its package in front in Python, where code writes it so. */
export function symbolLabel({ package: owner, name }: Pick<SymbolFacts, 'package' | 'name'>): string {
  if (name === '') return clip(owner.name, 60);
  const isQualified =
    owner.ecosystem !== 'python' || name === owner.name || name.startsWith(`${owner.name}.`);
  const hasModuleName = /^[A-Za-z_]\w*$/.test(owner.name);
  return clip(isQualified || !hasModuleName ? name : `${owner.name}.${name}`, 60);
}

/** A parameter as an answer calls it: `*args`, `**kwargs`, `...rest`, `options.delay`. */
export function parameterLabel({ kind, name }: ParameterFacts, { package: owner }: SymbolFacts): string {
  const shown = name === '' ? '{…}' : clip(name, 40);
  if (kind === 'keyword-rest') return `**${shown}`;
  if (kind === 'rest') return owner.ecosystem === 'python' ? `*${shown}` : `...${shown}`;
  return shown;
}

/** A value on one line, cut where it would drive the rest out of a short sentence; its evidence has the whole. */
export function clip(value: string, length = 90): string {
  const line = value.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  const cut = [...line.slice(0, length - 1)];
  if (/[\uD800-\uDBFF]$/.test(cut.at(-1) ?? '')) cut.pop();
  return `${cut.join('')}…`;
}

/** Names in a row, as many as fit into so many characters. */
export function fittingNames(
  names: readonly string[],
  length: number,
): { readonly shown: string; readonly left: number } {
  let shown = '';
  let count = 0;
  for (const name of names) {
    const longer = shown === '' ? name : `${shown}, ${name}`;
    if (longer.length > length && count > 0) break;
    shown = longer;
    count++;
  }
  return { shown: clip(shown, length), left: names.length - count };
}

/** Names to choose from, for a reason; `none` when there are none, which messages select on. */
export function choices(names: readonly string[], most = 5): string {
  return names.length === 0
    ? 'none'
    : names
        .slice(0, most)
        .map((name) => clip(name, 60))
        .join(', ');
}
