import { resolve } from 'node:path';
import type { Command } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { claimKinds, createUnchangedFiles, projectFindings } from '../core/claims/index.ts';
import { FactprobeError, message } from '../core/platform/index.ts';
import {
  type CheckReport,
  checkJson,
  checkMarkdown,
  checkSarif,
  checkText,
  contradictedCount,
} from '../core/report/index.ts';
import {
  type FoundSources,
  findSources,
  type Project,
  projectExcludes,
  readProject,
} from '../core/workspace/index.ts';
import { createEngine, eachOnce } from '../node/engine.ts';
import { blockingFileSystem, decodeUtf8, toPortablePath } from '../node/file-system.ts';
import { sha256 } from '../node/hash.ts';
import { createSqliteCacheStore } from '../node/sqlite-cache-store.ts';
import { compareWithBaseline, openBaseline, saveBaseline } from './check-baseline.ts';
import { checkFiles } from './check-files.ts';
import { type CheckOptions, readSelection, withCheckOptions } from './check-options.ts';
import { findScope } from './check-scope.ts';
import type { CommandContext } from './command-context.ts';
import { createLineReader } from './line-reader.ts';
import { nameOf } from './path-name.ts';
import type { Terminal } from './terminal.ts';

/** `factprobe check`: the claims of files and folders. Exit code 1 when a claim is contradicted. */
export function registerCheckCommand(program: Command, context: CommandContext): void {
  withCheckOptions(
    program
      .command('check')
      .description('check the claims in comments and docstrings')
      .argument('[path...]', 'files and folders (default: the working directory)'),
  ).action(async (paths: readonly string[], options: CheckOptions) => {
    process.exitCode = await check(paths.length === 0 ? ['.'] : paths, options, context);
  });
}

async function check(
  paths: readonly string[],
  options: CheckOptions,
  context: CommandContext,
): Promise<number> {
  const { terminal, signal } = context;
  const selected = readSelection(options);
  const project = await openProject(options);
  const baseline = options.baseline === undefined ? undefined : openBaseline(options.baseline);
  const found = await findAll(paths, { project, signal });
  const { changed, generated } = options;
  const scope = await findScope({ paths, files: found.files, changed, generated, signal });
  const checked = await runCheck(scope.files, {
    runsExamples: options.runExamples === true,
    select: (findings, path) =>
      projectFindings(findings, project).filter((finding) => selected(finding) && scope.holds(finding, path)),
    context,
    // What examples do depends on more than texts.
    isWhole: options.all === true || options.runExamples === true,
  });
  const skipped = found.skipped.map(({ path, reason }) => ({ file: nameOf(path), reason }));
  const whole = { ...checked, skipped: [...skipped, ...checked.skipped] };
  if (options.writeBaseline !== undefined) saveBaseline(options.writeBaseline, whole, terminal);
  const report = baseline === undefined ? whole : compareWithBaseline(whole, baseline);
  await terminal.print(written(report, options, terminal));
  return contradictedCount(report) > 0 ? 1 : 0;
}

/** What the working directory sets; kinds that the command line names stand instead of its own. */
async function openProject({ kinds }: CheckOptions): Promise<Project> {
  const folder = toPortablePath(process.cwd());
  const project = await readProject(blockingFileSystem, { folder, kinds: claimKinds });
  if (kinds === undefined) return project;
  return { ...project, configuration: { ...project.configuration, kinds: undefined } };
}

/** The sources under the named paths. A path that leads nowhere is a slip that ends the command. */
async function findAll(
  paths: readonly string[],
  { project, signal }: { readonly project: Project; readonly signal: AbortSignal },
): Promise<FoundSources> {
  if (paths.includes('')) throw new FactprobeError(message('cli.no-such-path', { path: "''" }));
  const found = await findSources(blockingFileSystem, {
    paths: paths.map((path) => toPortablePath(resolve(path))),
    cancellation: signal,
    isExcluded: projectExcludes(project),
  });
  const missing = found.skipped.find(({ reason }) => reason.id === 'workspace.skipped.missing');
  if (missing === undefined) return found;
  throw new FactprobeError(message('cli.no-such-path', { path: nameOf(missing.path) }));
}

async function runCheck(
  files: readonly string[],
  {
    select,
    context,
    runsExamples,
    isWhole,
  }: Omit<Parameters<typeof checkFiles>[1], 'engine' | 'unchanged'> & { readonly isWhole: boolean },
): Promise<CheckReport> {
  const began = Date.now();
  const onNotice = eachOnce((text) => context.terminal.tell(context.terminal.render(text)));
  const engine = createEngine({
    dist: context.dist,
    // A busy machine takes long over a bundle of megabytes, and nobody waits for a single file here. Examples have limits
    // of their own.
    deadlineSeconds: runsExamples ? 300 : 60,
    onNotice,
  });
  const cache = createSqliteCacheStore({ folder: engine.setup.cacheFolder, onNotice });
  const tools = { files: blockingFileSystem, decode: decodeUtf8, sha256, cache, began };
  const unchanged = isWhole
    ? undefined
    : createUnchangedFiles({ ...tools, engine: engine.setup.engine }, toPortablePath(process.cwd()));
  try {
    return await checkFiles(files, { engine, select, context, runsExamples, unchanged });
  } finally {
    cache.close();
    await engine.dispose();
  }
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
