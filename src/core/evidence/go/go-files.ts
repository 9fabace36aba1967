import { join } from 'pathe';
import { SourceText } from '../../source/index.ts';
import type { Evidence } from '../evidence.ts';
import type { EvidenceTools } from '../evidence-tools.ts';
import { factOf } from '../fact-values.ts';
import { evidenceAt, type ModuleFile, textModule } from '../loaded-module.ts';
import type { FactValue, SymbolFacts } from '../symbol-facts.ts';
import type { SymbolLookup } from '../symbol-lookup.ts';
import { isGoSource } from './go-packages.ts';
import type { GoPackage } from './go-places.ts';

const systems =
  /_(?:aix|android|darwin|dragonfly|freebsd|illumos|ios|js|netbsd|openbsd|plan9|solaris|wasip1|wasm|windows)(?:_\w+)?\.go$/;

/** The sources of a package, absolute; those for all systems first, so that they speak before the others. */
export async function goFiles({ files }: EvidenceTools, folder: string): Promise<readonly string[]> {
  const names = ((await files.list(folder)) ?? []).map(({ name }) => name).filter(isGoSource);
  const isOther = (name: string) => systems.test(name);
  const sorted = [...names.filter((name) => !isOther(name)), ...names.filter(isOther)];
  return sorted.map((name) => join(folder, name));
}

/** A package as a whole: its `package` line stands for it. `undefined` when it has no source. */
export async function wholePackage(tools: EvidenceTools, at: GoPackage): Promise<SymbolLookup | undefined> {
  for (const path of await goFiles(tools, at.folder)) {
    const text = await tools.files.readText(path);
    const line = text === undefined ? null : /^package \w+/m.exec(text);
    if (text === undefined || line === null) continue;
    const head = evidenceAt(textModule({ path, owner: at.owner }, text), {
      start: line.index,
      end: line.index + line[0].length,
    });
    const deprecated = await packageDeprecation(tools, at);
    const symbol: SymbolFacts = {
      package: at.owner,
      name: at.path === at.owner.name ? '' : at.path,
      kind: 'module',
      head,
      overloads: 1,
      isAsync: false,
      ...(deprecated === undefined ? {} : { deprecated }),
    };
    return { type: 'found', symbol };
  }
  return undefined;
}

/** What the comment of a package says of the deprecation of all that is in it; `undefined` when nothing. */
export async function packageDeprecation(
  tools: EvidenceTools,
  at: GoPackage,
): Promise<FactValue | undefined> {
  for (const path of await goFiles(tools, at.folder)) {
    const text = (await tools.files.readText(path)) ?? '';
    const comment = /((?:^\/\/.*\n)+)package \w+/m.exec(text);
    const found = comment === null ? undefined : deprecationIn({ path, owner: at.owner }, text, comment);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What the comment above a group of constants, variables or types says of the deprecation of all in it. */
export async function groupDeprecation(
  { files }: EvidenceTools,
  at: GoPackage,
  { path, range }: Evidence,
): Promise<FactValue | undefined> {
  const text = await files.readText(path);
  if (text === undefined) return undefined;
  const before = text.slice(0, new SourceText(text).spanOf(range).start);
  const group = [...before.matchAll(/((?:^\/\/.*\n)+)(?:const|var|type) \(\n/gm)].at(-1);
  if (group === undefined || /^\)/m.test(before.slice(group.index))) return undefined;
  return deprecationIn({ path, owner: at.owner }, text, group);
}

/** The paragraph of a comment, group 1 of a match in a file, that says what is deprecated. */
function deprecationIn(
  file: ModuleFile,
  text: string,
  { 1: comment = '', index }: RegExpExecArray,
): FactValue | undefined {
  const found = /^\/\/ Deprecated: ([^\n]*(?:\n\/\/ \S[^\n]*)*)/m.exec(comment);
  if (found === null) return undefined;
  const start = index + found.index;
  return factOf(textModule(file, text), {
    value: (found[1] ?? '').replaceAll(/\n\/\/ /g, ' '),
    spans: [{ start, end: start + found[0].length }],
  });
}
