import { type Cancellation, RememberedValues, throwIfCancelled } from '../../platform/index.ts';
import type { EvidenceTools } from '../evidence-tools.ts';
import { type HeaderFolder, headersBelow } from './header-folders.ts';

/** Which headers of the machine write which names, by their folder and how deep they lie in it. */
const known = new RememberedValues<Promise<NameIndex>>();

type NameIndex = ReadonlyMap<string, readonly string[]>;

/** A header that writes a name. */
export interface NamedHeader {
  readonly path: string;
  /** The folder that it is included from. */
  readonly folder: HeaderFolder;
}

/**
 * How near a header lies: those of the workspace and those that are included by their own name, those in a folder of
 * their library, all deeper ones.
 */
export const levels = ['own', 'library', 'deep'] as const;
export type Level = (typeof levels)[number];

/**
 * The headers of a level that may declare a name. The machine's are read once and remembered as long as the process
 * runs, those of the workspace each time. Throws a `CancelledError` when cancelled.
 */
export async function headersNaming(
  tools: EvidenceTools,
  folders: readonly HeaderFolder[],
  request: { readonly name: string; readonly level: Level; readonly cancellation: Cancellation },
): Promise<readonly NamedHeader[]> {
  const { name, level, cancellation } = request;
  const found: NamedHeader[] = [];
  for (const folder of folders) {
    throwIfCancelled(cancellation);
    if (folder.isSystem) {
      const index = await known.get(tools.archives, `${level} ${folder.folder}`, () =>
        readIndex(tools, folder.folder, level),
      );
      found.push(...(index.get(name) ?? []).map((path) => ({ path, folder })));
      continue;
    }
    for (const path of level === 'own' ? await headersBelow(tools, folder.folder) : []) {
      if ((await tools.files.readText(path))?.includes(name) === true) found.push({ path, folder });
    }
  }
  return found;
}

/** The folders between an include folder and a header, that of the machine's architecture left out. */
export function depthOf({ path, folder }: NamedHeader): number {
  const inside = path.slice(folder.folder.length + 1).replace(/^[\w-]+-linux-\w+\//, '');
  return inside.split('/').length - 1;
}

/**
 * Names in front of brackets, also with a macro between (`name OF((`) or a comma (`EXPORT(int, name, (`), behind
 * `#define` and `enum`, at the beginning of a line, and behind the brace that ends a type.
 */
const declared =
  /\b([A-Za-z_]\w{2,})[ \t]*(?=\(|[A-Z_]{2,}[ \t]*\(\(|,\s*\()|(?:#[ \t]*define|\benum|^[ \t]*\})[ \t]+(\w+)|^[ \t]+([A-Z_]\w+)[ \t]*(?=[,=\n])/gm;

async function readIndex(tools: EvidenceTools, folder: string, level: Level): Promise<NameIndex> {
  const index = new Map<string, string[]>();
  for (const path of await headersBelow(tools, folder)) {
    const depth = depthOf({ path, folder: { folder, isSystem: true } });
    if (levels[Math.min(depth, 2)] !== level) continue;
    const names = new Set<string>();
    for (const [, called, defined, listed] of ((await tools.files.readText(path)) ?? '').matchAll(declared)) {
      const name = called ?? defined ?? listed;
      if (name !== undefined) names.add(name);
    }
    for (const name of names) {
      const paths = index.get(name);
      if (paths === undefined) index.set(name, [path]);
      else paths.push(path);
    }
  }
  return index;
}
