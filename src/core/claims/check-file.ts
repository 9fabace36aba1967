import * as z from 'zod';
import type { CacheStore, Cancellation, DecodeUtf8, FileSystem, Message } from '../platform/index.ts';
import { message } from '../platform/index.ts';
import type { Language } from '../source/index.ts';
import { readSource, unsuitableText } from '../workspace/index.ts';
import { type CheckRequest, type CheckTools, checkSource, findFalse } from './check-source.ts';
import { type Consulted, consultedSchema, isAboutNames, recordConsulted, stillHolds } from './consulted.ts';
import { checkExamples } from './examples/check-examples.ts';
import type { ExampleTools } from './examples/example-tools.ts';
import { type DocumentedSymbol, documentedSymbolSchema, type Finding, findingsSchema } from './finding.ts';
import type { WorkspaceNames } from './workspace-names.ts';

/** What checking files needs. */
export interface FileCheckTools extends CheckTools {
  readonly files: FileSystem;
  readonly decode: DecodeUtf8;
  readonly cache: CacheStore;
  /** Changes whenever the rules may decide otherwise, so that no old verdict is used. */
  readonly engine: string;
  /** The sources around checked files; absent where a file stands for itself. */
  readonly names?: WorkspaceNames;
  /** Runs examples where a request wants that; absent where nothing can be run. */
  readonly examples?: ExampleTools;
}

/** A file to check; `text` is what an editor holds, else the file is read. */
export interface FileCheckRequest {
  readonly path: string;
  readonly language: Language;
  readonly text?: string;
  /** Whether the examples of its comments are run: only where the user wants it, and trusts the workspace. */
  readonly runsExamples?: boolean;
  readonly cancellation: Cancellation;
}

/** What came of checking a file. */
export interface CheckedFile {
  readonly findings: readonly Finding[];
  readonly documented: number;
  /** The declarations with a comment, in the order of the text; absent when it was not checked. */
  readonly symbols?: readonly DocumentedSymbol[];
  /** Why it was not checked; then there are no findings. */
  readonly skipped?: Message;
}

const keptSchema = z.object({
  findings: findingsSchema,
  documented: z.number(),
  symbols: z.array(documentedSymbolSchema).readonly(),
  isUnparsable: z.boolean(),
  consulted: consultedSchema,
});

const keptBrieflySchema = keptSchema.omit({ symbols: true }).extend({ claims: z.number() });

/** What came of checking a file, as far as it matters to somebody who wants to know what is false. */
export interface BriefCheck {
  /** The contradicted claims alone. */
  readonly findings: readonly Finding[];
  /** How many claims were decided, whatever the verdict. */
  readonly claims: number;
  readonly documented: number;
  readonly skipped?: Message;
  /** Of the text that was checked; absent when it was not checked. */
  readonly hash?: string;
  /** Whether names of the sources around were asked for: any of them may change the answer. */
  readonly dependsOnNames: boolean;
  /** What else was asked about what is around the file, with the answers. */
  readonly consulted: Consulted;
}

/**
 * Checks one file, or answers from the cache when the same text was checked by the same rules before. Verdicts
 * are kept without the file's path, so that they hold wherever the text stands.
 */
export async function checkFile(tools: FileCheckTools, request: FileCheckRequest): Promise<CheckedFile> {
  const checked = await checkedBy(tools, request, whole);
  if (checked.skipped !== undefined) return { findings: [], documented: 0, skipped: checked.skipped };
  const examples = await examplesIn(tools, request, checked.text);
  const placedOnes = checked.findings.map((finding) => placed(finding, request.path));
  return {
    findings: [...placedOnes, ...examples].sort((a, b) => inOrder(a.range.start, b.range.start)),
    documented: checked.documented,
    symbols: checked.symbols,
  };
}

function inOrder(a: Finding['range']['start'], b: Finding['range']['start']): number {
  return a.line - b.line || a.character - b.character;
}

/** What the examples of a file claim; never kept, since what they run through is everywhere. */
async function examplesIn(
  { examples, files, ...tools }: FileCheckTools,
  request: FileCheckRequest,
  text: string,
): Promise<readonly Finding[]> {
  if (examples === undefined || request.runsExamples !== true) return [];
  const isSaved = request.text === undefined || (await files.readText(request.path)) === text;
  return checkExamples({ ...tools, ...examples }, { ...request, text, isSaved });
}

/** The same, as far as what is false is concerned; examples are not run. */
export async function checkBriefly(tools: FileCheckTools, request: FileCheckRequest): Promise<BriefCheck> {
  const checked = await checkedBy(tools, request, brief);
  if (checked.skipped !== undefined) {
    return {
      findings: [],
      claims: 0,
      documented: 0,
      dependsOnNames: false,
      consulted: [],
      skipped: checked.skipped,
    };
  }
  const { claims, documented, hash } = checked;
  return {
    findings: checked.findings.map((one) => placed(one, request.path)),
    claims,
    documented,
    hash,
    dependsOnNames: checked.consulted.some(isAboutNames),
    consulted: checked.consulted.filter((one) => !isAboutNames(one)),
  };
}

/** What of a check is kept, and where. */
interface Keeping<T> {
  readonly area: string;
  readonly schema: z.ZodType<T & Kept>;
  readonly check: (tools: CheckTools, request: CheckRequest) => Promise<T>;
}

interface Kept {
  readonly isUnparsable: boolean;
  readonly consulted: Consulted;
}

const whole = { area: 'check', schema: keptSchema, check: checkSource };
/** Of thousands of true claims nothing is kept but their number. */
const brief = { area: 'brief', schema: keptBrieflySchema, check: findFalse };

interface Skipped {
  readonly skipped: Message;
}

type Checked<T> = T & Kept & { readonly text: string; readonly hash: string; readonly skipped?: undefined };

async function checkedBy<T extends Omit<Kept, 'consulted'>>(
  tools: FileCheckTools,
  request: FileCheckRequest,
  keeping: Keeping<T>,
): Promise<Checked<T> | Skipped> {
  const read = await sourceOf(tools, request);
  if (read.skipped !== undefined) return { skipped: read.skipped };
  const hash = tools.sha256(read.text);
  const isSaved = request.text === undefined;
  const checked = await checkCached(tools, { ...request, text: read.text, hash, isSaved }, keeping);
  if (checked.isUnparsable) return { skipped: message('workspace.skipped.unparsable') };
  return { ...checked, text: read.text, hash };
}

/** The key of what is kept of a text in a language, checked by the rules of an engine. */
export function keyOfCheck(
  { engine, sha256 }: Pick<FileCheckTools, 'engine' | 'sha256'>,
  { language, hash }: { readonly language: Language; readonly hash: string },
): string {
  return sha256([engine, language.id, hash].join('\0'));
}

async function sourceOf({ files, decode }: FileCheckTools, { path, text }: FileCheckRequest) {
  if (text === undefined) {
    const read = await readSource(files, decode, path);
    // It was found a moment ago.
    const isGone = read.skipped?.id === 'workspace.skipped.missing';
    return isGone ? { skipped: message('workspace.skipped.vanished') } : read;
  }
  const unsuitable = unsuitableText(text);
  return unsuitable === undefined ? { text } : { skipped: unsuitable };
}

interface TextRequest extends FileCheckRequest {
  readonly text: string;
  readonly hash: string;
  /** Of a text that is being typed, every key would leave an entry that nobody asks for again. */
  readonly isSaved: boolean;
}

async function checkCached<T extends Omit<Kept, 'consulted'>>(
  tools: FileCheckTools,
  request: TextRequest,
  { area, schema, check }: Keeping<T>,
): Promise<T & Kept> {
  const { language, cancellation, path, text, hash, isSaved } = request;
  const around = tools.names?.around(path, cancellation);
  const key = keyOfCheck(tools, { language, hash });
  const known = readCached(tools.cache.read(area, key), schema);
  // What was found out about the sources around must still be so.
  if (known !== undefined && (await stillHolds(known.consulted, around, tools.sha256))) return known;
  const recorded = around === undefined ? undefined : recordConsulted(around, tools.sha256);
  const nearby = recorded === undefined ? {} : { around: recorded.around };
  return check(tools, { text, path: '', language, cancellation, ...nearby }).then((checked) => {
    const entry = { ...checked, consulted: recorded?.consulted() ?? [] };
    if (isSaved) tools.cache.write(area, key, JSON.stringify(entry));
    return entry;
  });
}

function readCached<T>(text: string | undefined, schema: z.ZodType<T>): T | undefined {
  if (text === undefined) return undefined;
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    // A broken entry is as good as none: the check runs again and replaces it.
    return undefined;
  }
}

function placed(finding: Finding, path: string): Finding {
  const evidence = finding.evidence.map((one) => (one.path === '' ? { ...one, path } : one));
  return { ...finding, evidence };
}
