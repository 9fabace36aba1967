import { join } from 'pathe';
import type { Span } from '../../source/index.ts';
import { debianPackageOf } from '../debian/debian-package.ts';
import type { DeclaredMatch } from '../declared/declared-unit.ts';
import type { EvidenceTools } from '../evidence-tools.ts';
import { type LoadedModule, textModule } from '../loaded-module.ts';
import { machinePrefixes } from '../machine-folders.ts';
import type { Stated, SymbolRecord } from '../module-record.ts';
import type { InstalledPackage } from '../symbol-facts.ts';
import { declarationsOf } from './prototypes.ts';

/** A man page that was read. */
export interface ManPage {
  readonly module: LoadedModule;
  /** What its synopsis declares of the name. */
  readonly matches: readonly DeclaredMatch[];
}

/** The page of a function in the sections 2 and 3, of the workspace first; `undefined` when there is none. */
export async function manPageOf(
  tools: EvidenceTools,
  folders: readonly string[],
  name: string,
): Promise<ManPage | undefined> {
  const roots = [
    ...folders.flatMap((one) => [join(one, 'man'), join(one, 'share/man'), join(one, 'docs/man'), one]),
    ...machinePrefixes(tools.machine).flatMap((one) => [join(one, 'share/man'), join(one, 'man')]),
  ];
  for (const root of roots) {
    for (const section of ['man2', 'man3']) {
      const path = await pageIn(tools, join(root, section), name);
      if (path !== undefined) return readPage(tools, { path, root, name });
    }
  }
  return undefined;
}

async function pageIn({ files }: EvidenceTools, folder: string, name: string): Promise<string | undefined> {
  const digit = folder.slice(-1);
  for (const ending of ['', 'posix', 'ssl', 'p']) {
    for (const packed of ['', '.gz']) {
      const path = join(folder, `${name}.${digit}${ending}${packed}`);
      if ((await files.stat(path))?.kind === 'file') return path;
    }
  }
  return undefined;
}

interface PagePlace {
  readonly path: string;
  readonly root: string;
  readonly name: string;
}

async function readPage(
  tools: EvidenceTools,
  { path, root, name }: PagePlace,
  depth = 0,
): Promise<ManPage | undefined> {
  const bytes = await tools.files.readBytes(path);
  if (bytes === undefined || bytes.length > 2_000_000) return undefined;
  // Old pages are in the encoding of their authors; every byte is a character of it.
  const text = tools.decode(bytes) ?? latin1(bytes);
  const other = /^\.so\s+(?:.*\/)?(man\d\/\S+)\s*$/m.exec(text)?.[1];
  if (other !== undefined && text.length < 400 && depth < 3) {
    for (const packed of ['', '.gz']) {
      const target = join(root, other + packed);
      if ((await tools.files.stat(target)) !== undefined)
        return readPage(tools, { path: target, root, name }, depth + 1);
    }
    return undefined;
  }
  const debian = await debianPackageOf(tools, path, /-dev$|-doc$|^manpages/);
  const own = /^\.TH(?:\s+(?:"[^"]*"|\S+)){3}\s+"?(?:[\w -]*?)(\d[\w.]*)"?/m.exec(text)?.[1];
  const version = debian?.version ?? own;
  const section = path.replace(/\.gz$/, '').split('.').at(-1);
  const owner: InstalledPackage = {
    ecosystem: 'c',
    name: debian?.name ?? `${name}(${section})`,
    root,
    ...(version === undefined ? {} : { version }),
  };
  const module = textModule({ path, owner }, text);
  return { module, matches: synopsisOf(text, name).map((record) => ({ module, record })) };
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return text;
}

/** The declarations of a synopsis, each proved by its lines of the page, with the errors that the page lists. */
function synopsisOf(text: string, name: string): readonly SymbolRecord[] {
  const section = sectionOf(text, /SYNOPSIS|SYNTAX/i);
  if (section === undefined) return [];
  const { shown, placeOf } = rendered(text, section);
  const raises = errorsIn(text, shown, name);
  return declarationsOf(shown, name)
    .filter(({ path }) => path === name)
    .map((record) => withPlaces({ ...record, raises }, placeOf));
}

function sectionOf(text: string, title: RegExp): Span | undefined {
  for (const match of text.matchAll(/^\.S[Hh]\s+"?([^"\n]*?)"?\s*$/gm)) {
    if (!title.test(match[1] ?? '')) continue;
    const start = match.index + match[0].length + 1;
    const rest = text.slice(start).search(/^\.S[Hh]\b/m);
    return { start, end: rest < 0 ? text.length : start + rest };
  }
  return undefined;
}

/** A section without its markup, and the lines of the page that a piece of it comes from. */
function rendered(text: string, { start, end }: Span) {
  const lines: { readonly at: number; readonly span: Span }[] = [];
  let shown = '';
  let from = start;
  // A line that ends with a backslash goes on in the next one.
  for (const line of text.slice(start, end).split(/(?<!\\)\n/)) {
    const plain = plainLine(line.replaceAll('\\\n', ''));
    lines.push({ at: shown.length, span: { start: from, end: from + line.trimEnd().length } });
    shown += `${plain}\n`;
    from += line.length + 1;
  }
  const placeOf = (span: Span): Span => {
    const inside = lines.filter(
      ({ at }, i) => at < span.end && (lines[i + 1]?.at ?? shown.length) > span.start,
    );
    return { start: inside[0]?.span.start ?? start, end: inside.at(-1)?.span.end ?? start };
  };
  return { shown, placeOf };
}

/** A line of roff as it is shown. */
function plainLine(line: string): string {
  const macro = /^\.\s*(BI|BR|IB|IR|RB|RI|B|I|SB|SM)\s+(.*)$/.exec(line);
  if (macro === null && line.startsWith('.')) return '';
  const words = [...(macro?.[2] ?? '').matchAll(/"((?:[^"]|"")*)"|(\S+)/g)].map(
    ([, quoted, bare]) => quoted ?? bare ?? '',
  );
  const joined = macro === null ? line : words.join(/^[A-Z]$/.test(macro[1] ?? '') ? ' ' : '');
  return joined
    .replace(/\\f(?:\[[^\]]*\]|\(..|.)/g, '')
    .replace(/\\[&|^%/,]/g, '')
    .replace(/\\-/g, '-')
    .replace(/\\e/g, '\\')
    .replace(/\\(?:\(aq|\[aq\])/g, "'")
    .replace(/\\ /g, ' ');
}

/** The errors that a page of one function lists. */
function errorsIn(text: string, synopsis: string, name: string): readonly Stated[] {
  const functions = new Set([...synopsis.matchAll(/\b(\w+)\s*\([^()]*\)\s*;/g)].map(([, one]) => one));
  const section = functions.size === 1 && functions.has(name) ? sectionOf(text, /^ERRORS$/) : undefined;
  if (section === undefined) return [];
  const found = new Map<string, Stated>();
  for (const match of text
    .slice(section.start, section.end)
    .matchAll(/^\.TP[^\n]*\n(\.(?:B|BR|IR|I)\s+(E[A-Z0-9]{2,})\b[^\n]*)/gm)) {
    const [whole, line = '', error = ''] = match;
    const start = section.start + match.index + whole.length - line.length;
    if (!found.has(error))
      found.set(error, { value: error, spans: [{ start, end: start + line.trimEnd().length }] });
  }
  return [...found.values()];
}

function withPlaces(record: SymbolRecord, placeOf: (span: Span) => Span): SymbolRecord {
  const placed = (stated: Stated): Stated => ({ ...stated, spans: stated.spans.map(placeOf) });
  return {
    ...record,
    head: placeOf(record.head),
    signatures: record.signatures.map((signature) => ({
      ...signature,
      ...(signature.returns === undefined ? {} : { returns: placed(signature.returns) }),
      parameters: signature.parameters.map((one) => ({
        ...one,
        span: placeOf(one.span),
        ...(one.type === undefined ? {} : { type: placed(one.type) }),
      })),
    })),
  };
}
