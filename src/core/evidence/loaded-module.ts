import { type Cancellation, type Message, message, throwIfCancelled } from '../platform/index.ts';
import { languageOfFile, outlineSource, SourceText, type Span } from '../source/index.ts';
import { readSource } from '../workspace/index.ts';
import { digestModule } from './digest-module.ts';
import type { Evidence } from './evidence.ts';
import type { EvidenceTools } from './evidence-tools.ts';
import { type ModuleRecord, moduleRecordSchema, type SymbolRecord } from './module-record.ts';
import type { InstalledPackage } from './symbol-facts.ts';

/** A module of an installed package that was read. */
export interface LoadedModule {
  /** Absolute with `/`. */
  readonly path: string;
  /** The `declare module` block of the file that it is; empty for the file itself. */
  readonly scope: string;
  readonly owner: InstalledPackage;
  readonly source: SourceText;
  readonly record: ModuleRecord;
}

/** A module, or why its file tells nothing. */
export type ModuleRead =
  | { readonly module: LoadedModule; readonly problem?: undefined }
  | { readonly module?: undefined; readonly problem: Message };

/** The file of a module and the package that it belongs to. */
export interface ModuleFile {
  readonly path: string;
  readonly owner: InstalledPackage;
}

/**
 * Reads a module, its record from the cache where the same text was read by the same build before. Never throws
 * for what is on the disk; throws a `CancelledError` when cancelled.
 */
export async function readModule(
  tools: EvidenceTools,
  { path, owner }: ModuleFile,
  cancellation: Cancellation,
): Promise<ModuleRead> {
  throwIfCancelled(cancellation);
  const language = languageOfFile(path);
  if (language === undefined) return { problem: message('workspace.skipped.language') };
  const read = await readSource(tools.files, tools.decode, path);
  if (read.skipped !== undefined) return { problem: read.skipped };
  const { text } = read;
  const key = tools.sha256([tools.engine, language.id, text].join('\0'));
  let record = cachedRecord(tools.cache.read('facts', key));
  if (record === undefined) {
    const outline = await outlineSource(tools.parser, { text, language, cancellation });
    record = digestModule(outline, { text, family: language.family });
    tools.cache.write('facts', key, JSON.stringify(record));
  }
  if (record.reading === 'nothing') return { problem: message('workspace.skipped.unparsable') };
  return { module: { path, scope: '', owner, source: new SourceText(text), record } };
}

/** A file that no parser reads as a module, so that what it says can be quoted: a header, a man page, a manifest. */
export function textModule(
  { path, owner }: ModuleFile,
  text: string,
  symbols: readonly SymbolRecord[] = [],
): LoadedModule {
  const record = { symbols, imports: [], exports: [], companions: [], reading: 'whole' } as const;
  return { path, scope: '', owner, source: new SourceText(text), record };
}

function cachedRecord(text: string | undefined): ModuleRecord | undefined {
  if (text === undefined) return undefined;
  try {
    return moduleRecordSchema.safeParse(JSON.parse(text)).data;
  } catch {
    // A broken entry is as good as none: the file is read again and replaces it.
    return undefined;
  }
}

/** A span of a module as evidence. */
export function evidenceAt({ path, owner, source }: LoadedModule, span: Span): Evidence {
  return {
    path,
    range: source.rangeOf(span),
    quote: source.quote(span).text,
    package: owner.name,
    ...(owner.version === undefined ? {} : { version: owner.version }),
  };
}
