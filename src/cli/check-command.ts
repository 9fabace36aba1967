import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { type CheckedFile, claimKinds, type Finding } from '../core/claims/index.ts';
import { CancelledError, FactprobeError, message } from '../core/platform/index.ts';
import {
  type CheckReport,
  checkJson,
  checkMarkdown,
  checkSarif,
  checkText,
  contradictedCount,
  type FileFindings,
  type SkippedFile,
} from '../core/report/index.ts';
import { languageOfFile } from '../core/source/index.ts';
import { type FoundSources, findSources } from '../core/workspace/index.ts';
import { createEngine } from '../node/engine.ts';
import { nodeFileSystem, toPortablePath } from '../node/file-system.ts';
import type { WorkerPool } from '../node/worker-pool.ts';
import type { CommandContext } from './command-context.ts';
import { createLineReader } from './line-reader.ts';
import { nameOf } from './path-name.ts';
import type { Terminal } from './terminal.ts';

const formats = ['text', 'json', 'sarif', 'markdown'] as const;

interface CheckOptions {
  readonly kinds?: string;
  readonly all?: true;
  readonly format: (typeof formats)[number];
  readonly minConfidence?: string;
  readonly model: string;
}

/** `factprobe check`: the claims of files and folders. Exit code 1 when a claim is contradicted. */
export function registerCheckCommand(program: Command, context: CommandContext): void {
  program
    .command('check')
    .description('check the claims in comments and docstrings')
    .argument('[path...]', 'files and folders (default: the working directory)')
    .option('--kinds <list>', `only these kinds of claim, separated by commas (${claimKinds.join(', ')})`)
    .option('--all', 'show supported and unverified claims too')
    .option('--min-confidence <x>', 'only findings at least that sure, from 0 to 1')
    .addOption(new Option('--format <format>', 'how to print').choices(formats).default('text'))
    .option('--model <name>', 'none: rules alone, no network', 'none')
    .action(async (paths: readonly string[], options: CheckOptions) => {
      process.exitCode = await check(paths, options, context);
    });
}

/** Which findings the options ask for. */
type Selection = (finding: Finding) => boolean;

async function check(
  paths: readonly string[],
  options: CheckOptions,
  context: CommandContext,
): Promise<number> {
  const selected = selectionOf(options);
  const found = await findAll(paths.length === 0 ? ['.'] : paths, context);
  const engine = createEngine({
    dist: context.dist,
    // A busy machine takes long over a bundle of megabytes, and nobody waits for a single file here.
    deadlineSeconds: 60,
    onNotice: (text) => context.terminal.tell(context.terminal.render(text)),
  });
  try {
    const report = await checkAll(found.files, { engine, selected, context });
    const skipped = [
      ...found.skipped.map(({ path, reason }) => ({ file: nameOf(path), reason })),
      ...report.skipped,
    ];
    return await print({ ...report, skipped }, options, context);
  } finally {
    await engine.dispose();
  }
}

/** The sources under the named paths. A path that leads nowhere is a slip that ends the command. */
async function findAll(paths: readonly string[], { signal }: CommandContext): Promise<FoundSources> {
  if (paths.includes('')) throw new FactprobeError(message('cli.no-such-path', { path: "''" }));
  const found = await findSources(nodeFileSystem, {
    paths: paths.map((path) => toPortablePath(resolve(path))),
    cancellation: signal,
  });
  const missing = found.skipped.find(({ reason }) => reason.id === 'workspace.skipped.missing');
  if (missing === undefined) return found;
  throw new FactprobeError(message('cli.no-such-path', { path: nameOf(missing.path) }));
}

function selectionOf(options: CheckOptions): Selection {
  if (options.model !== 'none') throw new FactprobeError(message('cli.model-not-connected'));
  const kinds = options.kinds?.split(',').map((kind) => kind.trim());
  const unknown = kinds?.find((kind) => !claimKinds.some((known) => known === kind));
  if (unknown !== undefined) {
    throw new FactprobeError(message('cli.unknown-kind', { kind: unknown, kinds: claimKinds.join(', ') }));
  }
  const least = options.minConfidence === undefined ? 0 : Number(options.minConfidence);
  if (!(least >= 0 && least <= 1)) {
    throw new FactprobeError(message('cli.bad-confidence', { value: options.minConfidence ?? '' }));
  }
  return ({ kind, verdict, confidence }) =>
    (kinds === undefined || kinds.includes(kind)) &&
    (options.all === true || verdict === 'contradicted') &&
    (verdict !== 'contradicted' || confidence >= least);
}

interface Checking {
  readonly engine: WorkerPool;
  readonly selected: Selection;
  readonly context: CommandContext;
}

async function checkAll(
  files: readonly string[],
  { engine, selected, context }: Checking,
): Promise<CheckReport> {
  const results = new Map<string, FileFindings>();
  const skipped: SkippedFile[] = [];
  const counts = { files: 0, claims: 0, documented: 0, done: 0 };
  const add = (path: string, checked: CheckedFile) => {
    counts.done++;
    context.terminal.progress(`${counts.done}/${files.length} ${nameOf(path)}`);
    if (checked.skipped !== undefined) {
      skipped.push({ file: nameOf(path), reason: checked.skipped });
      return;
    }
    counts.files++;
    counts.documented += checked.documented;
    counts.claims += checked.findings.length;
    const findings = checked.findings.filter(selected);
    if (findings.length > 0) results.set(path, { file: nameOf(path), path, findings });
  };
  await Promise.all(
    files.map(async (path) => add(path, await checkOne(path, { engine, selected, context }))),
  );
  context.terminal.progress('');
  const findings = files.flatMap((path) => results.get(path) ?? []);
  skipped.sort((a, b) => (a.file < b.file ? -1 : 1));
  return { ...counts, findings, skipped };
}

async function checkOne(path: string, { engine, context }: Checking): Promise<CheckedFile> {
  const language = languageOfFile(path);
  if (language === undefined)
    return { findings: [], documented: 0, skipped: message('workspace.skipped.language') };
  const job = { type: 'check', path, languageId: language.id, text: null } as const;
  try {
    return await engine.run(job, { key: path, signal: context.signal });
  } catch (error) {
    if (error instanceof FactprobeError) return { findings: [], documented: 0, skipped: error.text };
    if (error instanceof CancelledError || !(error instanceof Error)) throw error;
    // One file must not take the results of all others with it.
    context.terminal.tell(error.stack ?? error.message);
    const problem = error.message.split('\n')[0] ?? '';
    return { findings: [], documented: 0, skipped: message('workspace.skipped.failed', { problem }) };
  }
}

async function print(
  report: CheckReport,
  options: CheckOptions,
  { terminal }: CommandContext,
): Promise<number> {
  await terminal.print(written(report, options, terminal));
  return contradictedCount(report) > 0 ? 1 : 0;
}

function written(report: CheckReport, { format }: CheckOptions, { render, style }: Terminal): string {
  const shared = { render, nameOf };
  switch (format) {
    case 'json':
      return checkJson(report, shared);
    case 'sarif':
      return checkSarif(report, { ...shared, version: manifest.version });
    case 'markdown':
      return checkMarkdown(report, shared);
    case 'text':
      return checkText(report, { ...shared, style, lineOf: createLineReader() });
  }
}
