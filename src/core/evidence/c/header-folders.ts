import { join } from 'pathe';
import type { EvidenceTools } from '../evidence-tools.ts';
import { foldersAround } from '../folders-around.ts';
import { machinePrefixes, variableFolders } from '../machine-folders.ts';
import { filesBelow, walkFolders } from '../walk-folders.ts';

/** What a folder of C or C++ has in it. */
export const cProjectFiles =
  /^(?:CMakeLists\.txt|[Mm]akefile|configure(?:\.ac)?|meson\.build|.*\.(?:c|h|cc|cpp|cxx|hpp))$/;

/** A folder that headers are included from. */
export interface HeaderFolder {
  /** Absolute. */
  readonly folder: string;
  /** Whether it belongs to the machine rather than to the workspace. */
  readonly isSystem: boolean;
}

/** Folders of a workspace that hold the headers of others. */
const vendored =
  /^(?:third_party|third-party|thirdparty|3rdparty|vendor|vendored|external|extern|deps|include|subprojects)$/;
const skipped = /^(?:\..*|node_modules|build|out|target|dist|tests?|man\d?|doc|docs)$/;

/** The header folders that some folders see: those of the workspace, of `CPATH` and the like, then the machine's. */
export async function headerFolders(
  { files, machine }: EvidenceTools,
  from: readonly string[],
): Promise<readonly HeaderFolder[]> {
  const found = new Set<string>();
  for (const start of from) {
    for (const folder of foldersAround([start])) {
      // What lies around a home folder belongs to others.
      if (folder === machine.home || folder === machine.root || folder === '/') break;
      for (const { name, kind } of (await files.list(folder)) ?? []) {
        if (kind === 'folder' && vendored.test(name)) found.add(join(folder, name));
      }
    }
    const walk = { root: start, most: 400, deepest: 3, isSkipped: (name: string) => skipped.test(name) };
    for await (const { inside } of walkFolders(files, walk)) {
      const name = inside.slice(inside.lastIndexOf('/') + 1);
      if (inside !== '' && vendored.test(name)) found.add(`${start}/${inside}`);
    }
  }
  const own = [...found].filter((one) => ![...found].some((other) => one.startsWith(`${other}/`)));
  const named = ['CPATH', 'C_INCLUDE_PATH'].flatMap((name) => variableFolders(machine, name));
  const system = machinePrefixes(machine).map((one) => join(one, 'include'));
  return [
    ...own.map((folder) => ({ folder, isSystem: false })),
    ...[...named, ...system].map((folder) => ({ folder, isSystem: true })),
  ];
}

const header = /\.(?:h|hh|hpp|hxx)$/;

/** The headers below a folder, absolute, the nearest first. */
export async function headersBelow({ files }: EvidenceTools, root: string): Promise<readonly string[]> {
  const walk = { root, most: 3000, deepest: 8, isSkipped: (name: string) => /^(?:\..*|tests?)$/.test(name) };
  return filesBelow(files, walk, (name) => header.test(name));
}
