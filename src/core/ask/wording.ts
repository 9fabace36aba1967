import type { ParameterFacts, SymbolFacts } from '../evidence/index.ts';

/** The values that name a package and its version in every answer; an unknown version is said. */
export function originOf({ package: owner }: Pick<SymbolFacts, 'package'>): Readonly<Record<string, string>> {
  return { package: clip(owner.name, 40), version: clip(owner.version ?? 'unknown', 24) };
}

/** A symbol as an answer calls it: in Python with its module in front, as code writes it. */
export function symbolLabel(facts: Pick<SymbolFacts, 'package' | 'name' | 'head'>): string {
  const { package: owner, name } = facts;
  if (name === '') return clip(owner.name, 60);
  const module = owner.ecosystem === 'python' ? moduleOf(facts) : undefined;
  const isQualified =
    module === undefined || name.startsWith('builtins.') || name === module || name.startsWith(`${module}.`);
  return clip(isQualified ? name : `${module}.${name}`, 60);
}

/** The module that a distribution installs under its own name, however it is spelt; `undefined` for the standard library. */
function moduleOf({ package: owner, head }: Pick<SymbolFacts, 'package' | 'head'>): string | undefined {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[-_.]+/g, '_')
      .replace(/\.pyi?$/, '');
  if (plain(owner.name) === 'python') return undefined;
  const inside = head.path.slice(head.path.lastIndexOf('-packages/') + '-packages/'.length);
  const first = inside
    .split('/', 1)
    .join('')
    .replace(/\.pyi?$/, '');
  return head.path.includes('-packages/') && plain(first) === plain(owner.name) ? first : undefined;
}

/** A parameter as an answer calls it: `*args`, `**kwargs`, `...rest`, `options.delay`. */
export function parameterLabel(
  { kind, name, type }: ParameterFacts,
  { package: owner }: SymbolFacts,
): string {
  // C and Go let a parameter go without a name.
  if (name === '' && kind === 'rest') return '...';
  const unnamed = kind === 'destructured' ? '{…}' : (type?.value ?? '{…}');
  const shown = clip(name === '' ? unnamed : name, 40);
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
