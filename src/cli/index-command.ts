import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { FactprobeError, type Message, message } from '../core/platform/index.ts';
import { indexText } from '../core/report/index.ts';
import { addDocumentation, removeDocumentation } from '../node/add-documentation.ts';
import { buildIndex } from '../node/build-index.ts';
import { createEngine } from '../node/engine.ts';
import { toPortablePath } from '../node/file-system.ts';
import type { WorkerPool } from '../node/worker-pool.ts';
import type { CommandContext } from './command-context.ts';

interface IndexOptions {
  readonly status?: true;
  readonly rebuild?: true;
  readonly add?: string;
  readonly remove?: string;
}

/** A package of fifty thousand files takes its time. */
const deadlineSeconds = 600;

/** `factprobe index`: reads what the working directory sees into the index that questions are answered through. */
export function registerIndexCommand(program: Command, context: CommandContext): void {
  program
    .command('index')
    .description('read the installed packages, so that questions find symbols and passages in all of them')
    .option('--status', 'only say how the index stands')
    .option('--rebuild', 'read everything again')
    .option('--add <folder>', 'take a folder of documentation as evidence, too (md, rst, html, txt)')
    .option('--remove <folder>', 'take an added folder for evidence no longer')
    .action((options: IndexOptions) => index(options, context));
}

async function index(options: IndexOptions, context: CommandContext): Promise<void> {
  if (Object.keys(options).length > 1) throw new FactprobeError(message('index.one-option'));
  const { dist, terminal } = context;
  if (options.add !== undefined) addFolder(options.add, context);
  if (options.remove !== undefined) removeFolder(options.remove, context);
  const threads = availableParallelism();
  const onNotice = (text: Message) => terminal.tell(terminal.render(text));
  const engine = createEngine({ dist, threads, deadlineSeconds, onNotice });
  try {
    await (options.status === true
      ? printStatus(engine, context)
      : build(engine, { threads, isAnew: options.rebuild === true }, context));
  } finally {
    terminal.progress('');
    await engine.dispose();
  }
}

async function printStatus(engine: WorkerPool, { signal, terminal }: CommandContext): Promise<void> {
  const sources = await engine.run({ type: 'index-sources', from: [here()] }, { key: 'index', signal });
  const state = await engine.run({ type: 'index-state', sources, isBuilt: false }, { key: 'index', signal });
  await terminal.print(indexText({ state }, terminal));
}

async function build(
  engine: WorkerPool,
  { threads, isAnew }: { readonly threads: number; readonly isAnew: boolean },
  { signal, terminal }: CommandContext,
): Promise<void> {
  const onProgress = (done: number, total: number) =>
    terminal.progress(terminal.render(message('index.progress', { done, total })));
  const { read, state } = await buildIndex(engine, { from: [here()], threads, isAnew, signal, onProgress });
  await terminal.print(indexText({ state, read }, terminal));
}

function addFolder(given: string, { terminal }: CommandContext): void {
  const folder = toPortablePath(resolve(given));
  addDocumentation(folder);
  terminal.tell(terminal.render(message('index.folder-added', { folder })));
}

function removeFolder(given: string, { terminal }: CommandContext): void {
  const folder = toPortablePath(resolve(given));
  removeDocumentation(folder);
  terminal.tell(terminal.render(message('index.folder-removed', { folder })));
}

function here(): string {
  return toPortablePath(process.cwd());
}
