import { join } from 'pathe';
import { SourceText } from '../../source/index.ts';
import type { Evidence } from '../evidence.ts';
import type { EvidenceTools } from '../evidence-tools.ts';
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
    const head = placed(at, path, { text, start: line.index, quote: line[0] });
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
    const found = /^\/\/ Deprecated: ([^\n]*(?:\n\/\/ \S[^\n]*)*)/m.exec(comment?.[1] ?? '');
    if (comment === null || found === null) continue;
    const value = (found[1] ?? '').replaceAll(/\n\/\/ /g, ' ');
    return {
      value,
      evidence: [placed(at, path, { text, start: comment.index + found.index, quote: found[0] })],
    };
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
  const found = /^\/\/ Deprecated: ([^\n]*(?:\n\/\/ \S[^\n]*)*)/m.exec(group[1] ?? '');
  if (found === null) return undefined;
  const value = (found[1] ?? '').replaceAll(/\n\/\/ /g, ' ');
  const place = { text, start: group.index + found.index, quote: found[0] };
  return { value, evidence: [placed(at, path, place)] };
}

function placed(
  { owner }: GoPackage,
  path: string,
  { text, start, quote }: { readonly text: string; readonly start: number; readonly quote: string },
): Evidence {
  const range = new SourceText(text).rangeOf({ start, end: start + quote.length });
  const version = owner.version === undefined ? {} : { version: owner.version };
  return { path, range, quote, package: owner.name, ...version };
}
