import type { Cancellation, Message } from '../../platform/index.ts';
import type { EvidenceTools } from '../evidence-tools.ts';
import { type LoadedModule, readModule } from '../loaded-module.ts';
import type { SymbolRecord } from '../module-record.ts';
import type { InstalledPackage } from '../symbol-facts.ts';

/** Files whose declarations share their names: the files of a Go package, a header, a Java source. */
export interface DeclaredUnit {
  /** Absolute with `/`. */
  readonly files: readonly string[];
  readonly owner: InstalledPackage;
}

/** A declaration and the file that it stands in. */
export interface DeclaredMatch {
  readonly module: LoadedModule;
  readonly record: SymbolRecord;
}

/** The files of a unit that could be read, and why the others couldn't. */
export interface ReadUnit {
  readonly modules: readonly LoadedModule[];
  readonly problems: readonly Message[];
}

/** Reads the files of a unit; with a word only those that hold it. Throws a `CancelledError` when cancelled. */
export async function readUnit(
  tools: EvidenceTools,
  { files, owner }: DeclaredUnit,
  { word, cancellation }: { readonly word?: string; readonly cancellation: Cancellation },
): Promise<ReadUnit> {
  const modules: LoadedModule[] = [];
  const problems: Message[] = [];
  for (const path of files) {
    if (word !== undefined && !(await holdsWord(tools, path, word))) continue;
    const read = await readModule(tools, { path, owner }, cancellation);
    if (read.module === undefined) problems.push(read.problem);
    else modules.push(read.module);
  }
  return { modules, problems };
}

/** Whether a file has a word at all, which costs far less than to parse it. */
async function holdsWord({ files }: EvidenceTools, path: string, word: string): Promise<boolean> {
  const text = await files.readText(path);
  // What is no text has a reason of its own, which reading it gives.
  return text === undefined || text.includes(word);
}

/** The declarations of a dotted path, in the order of the files. */
export function declaredAt(modules: readonly LoadedModule[], path: string): readonly DeclaredMatch[] {
  return modules.flatMap((module) =>
    module.record.symbols.filter((record) => record.path === path).map((record) => ({ module, record })),
  );
}

/** The names right below a path; with an empty one those at the top. */
export function namesBelow(modules: readonly LoadedModule[], path: string): readonly string[] {
  const prefix = path === '' ? '' : `${path}.`;
  const names = modules.flatMap(({ record }) =>
    record.symbols
      .filter((one) => one.path.startsWith(prefix))
      .map((one) => one.path.slice(prefix.length).split('.')[0] ?? ''),
  );
  return [...new Set(names)].filter((name) => name !== '');
}
