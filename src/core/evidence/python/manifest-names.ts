import { join } from 'pathe';
import type { FileSystem } from '../../platform/index.ts';

const requirement = /^\s*([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*(?:\[[^\]]*\])?\s*(?:$|[<>=!~;@,#(])/;

/** The distributions that `requirements.txt` and `pyproject.toml` of a folder name; `undefined` when it has neither. */
export async function pythonManifestNames(
  files: FileSystem,
  folder: string,
): Promise<readonly string[] | undefined> {
  const requirements = await files.readText(join(folder, 'requirements.txt'));
  const project = await files.readText(join(folder, 'pyproject.toml'));
  if (requirements === undefined && project === undefined) return undefined;
  const lines = (requirements ?? '').split(/\r?\n/).map((line) => requirement.exec(line)?.[1]);
  return [...lines, ...projectNames(project ?? '')]
    .filter((name) => name !== undefined)
    .filter((name) => name !== 'python');
}

/** Names in the lists and tables of dependencies, as far as they are written out. */
function projectNames(toml: string): readonly (string | undefined)[] {
  const names: (string | undefined)[] = [];
  const add = (list: string) => {
    for (const item of list.matchAll(/["']([^"'\n]+)["']/g)) names.push(requirement.exec(item[1] ?? '')?.[1]);
  };
  const items = String.raw`\[((?:[^\]"']|"[^"\n]*"|'[^'\n]*')*)\]`;
  for (const found of toml.matchAll(new RegExp(String.raw`^dependencies\s*=\s*${items}`, 'gm')))
    add(found[1] ?? '');
  for (const table of tablesOf(toml, /^(?:project\.optional-dependencies|dependency-groups)$/)) {
    for (const found of table.matchAll(new RegExp(String.raw`^[\w-]+\s*=\s*${items}`, 'gm')))
      add(found[1] ?? '');
  }
  for (const table of tablesOf(toml, /^tool\.poetry\.(?:group\.[\w-]+\.)?(?:dev-)?dependencies$/)) {
    for (const line of table.matchAll(/^([A-Za-z0-9][\w.-]*)\s*=/gm)) names.push(line[1]);
  }
  return names;
}

/** The lines of the tables whose name fits. */
function tablesOf(toml: string, name: RegExp): readonly string[] {
  const parts = toml.split(/^\[([\w.-]+)\]\s*$/m);
  return parts.filter((_, i) => i > 1 && i % 2 === 0 && name.test(parts[i - 1] ?? ''));
}
