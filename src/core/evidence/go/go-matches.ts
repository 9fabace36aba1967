import type { Cancellation } from '../../platform/index.ts';
import { type DeclaredMatch, type DeclaredUnit, declaredAt, readUnit } from '../declared/declared-unit.ts';
import type { LoadedModule } from '../loaded-module.ts';
import { embeddedTypes } from './embedded-types.ts';
import { goFiles } from './go-files.ts';
import { goImports, isImportedAs } from './go-imports.ts';
import { type GoView, goPackageAt } from './go-packages.ts';

/** Names to follow through the files of a package. */
export interface GoNames {
  readonly unit: DeclaredUnit;
  /** Those of its files that hold the last name. */
  readonly modules: readonly LoadedModule[];
  readonly names: readonly string[];
  readonly cancellation: Cancellation;
}

/** The declarations that names lead to, and whether there may be some that could not be followed. */
export interface GoMatches {
  readonly matches: readonly DeclaredMatch[];
  readonly isPartial: boolean;
}

/** Finds the declarations of names, members that a type takes from what it embeds included. */
export async function goMatches(view: GoView, request: GoNames, depth = 0): Promise<GoMatches> {
  const { unit, modules, names, cancellation } = request;
  const own = declaredAt(modules, names.join('.'));
  if (own.length > 0) return { matches: own, isPartial: false };
  const [type, member] = names;
  if (type === undefined || member === undefined) return { matches: [], isPartial: false };
  // What hangs on a value, or deeper, would need its type.
  if (names.length > 2 || depth > 4) return { matches: [], isPartial: true };
  const around = await readUnit(view.tools, unit, { word: type, cancellation });
  const holders = declaredAt(around.modules, type);
  let isPartial = holders.some(({ record }) => record.kind !== 'class');
  for (const { module, record } of holders) {
    for (const name of embeddedTypes(module, record)) {
      const inner = await embeddedUnit(view, { name, module, unit });
      if (inner === undefined) isPartial = true;
      else {
        const further = await matchesIn(view, { ...request, ...inner }, depth);
        if (further.matches.length > 0) return further;
        isPartial ||= further.isPartial;
      }
    }
  }
  return { matches: [], isPartial };
}

async function matchesIn(
  view: GoView,
  { unit, names, type, cancellation }: GoNames & { readonly type: string },
  depth: number,
): Promise<GoMatches> {
  const member = names.at(-1) ?? '';
  const { modules } = await readUnit(view.tools, unit, { word: member, cancellation });
  return goMatches(view, { unit, modules, names: [type, member], cancellation }, depth + 1);
}

/** Where a type that another one embeds is declared. */
async function embeddedUnit(
  view: GoView,
  {
    name,
    module,
    unit,
  }: { readonly name: string; readonly module: LoadedModule; readonly unit: DeclaredUnit },
): Promise<{ readonly unit: DeclaredUnit; readonly type: string } | undefined> {
  const [first = '', inner] = name.split('.');
  if (inner === undefined) return { unit, type: first };
  const imported = goImports(module.source.text).find((one) => isImportedAs(one, first));
  const at = imported === undefined ? undefined : await goPackageAt(view, imported.path);
  if (at === undefined) return undefined;
  return { unit: { files: await goFiles(view.tools, at.folder), owner: at.owner }, type: inner };
}
