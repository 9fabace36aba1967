import { type Command, Option } from 'commander';
import type { Answer } from '../core/ask/index.ts';
import { FactprobeError, message } from '../core/platform/index.ts';
import { askJson, askText } from '../core/report/index.ts';
import { createEngine } from '../node/engine.ts';
import type { WorkerPool } from '../node/worker-pool.ts';
import type { PlaceOfJob } from '../protocol/worker.ts';
import { jobOf } from './ask-job.ts';
import { answerLines } from './ask-lines.ts';
import { readPlace } from './asked-place.ts';
import type { CommandContext } from './command-context.ts';
import { createLineReader } from './line-reader.ts';
import { nameOf } from './path-name.ts';

interface AskOptions {
  readonly at?: string;
  readonly format: 'text' | 'json';
  readonly model: string;
}

/** `factprobe ask`: an API question, or lines of them, answered from what is installed. A declined one is exit code 0. */
export function registerAskCommand(program: Command, context: CommandContext): void {
  program
    .command('ask')
    .description('answer an API question from the installed packages')
    .argument(
      '[question]',
      'in English or Chinese; - reads one a line from standard input and writes JSON lines',
    )
    .option('--at <place>', 'FILE:LINE[:COLUMN] that it is asked from, counted from 1')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .option('--model <name>', 'none: rules alone, no network', 'none')
    .action((question: string | undefined, options: AskOptions) => ask(question, options, context));
}

async function ask(
  question: string | undefined,
  options: AskOptions,
  context: CommandContext,
): Promise<void> {
  if (options.model !== 'none') throw new FactprobeError(message('cli.model-not-connected'));
  if (question === undefined || question.trim() === '') throw new FactprobeError(message('cli.no-question'));
  const at = options.at === undefined ? null : readPlace(options.at);
  const { dist, terminal } = context;
  const engine = createEngine({ dist, onNotice: (text) => terminal.tell(terminal.render(text)) });
  try {
    if (question === '-') return await answerLines(process.stdin, at, { engine, context });
    const answer = await askOne(question, at, { engine, context });
    await terminal.print(printed(answer, options.format, context));
  } finally {
    await engine.dispose();
  }
}

async function askOne(
  question: string,
  at: PlaceOfJob | null,
  { engine, context }: { readonly engine: WorkerPool; readonly context: CommandContext },
): Promise<Answer> {
  context.terminal.progress(context.terminal.render(message('cli.asking')));
  try {
    return await engine.run(jobOf(question, at), { key: 'ask', signal: context.signal });
  } finally {
    context.terminal.progress('');
  }
}

function printed(answer: Answer, format: AskOptions['format'], { terminal }: CommandContext): string {
  const { render, style } = terminal;
  if (format === 'json') return `${askJson(answer, { render, nameOf, indentation: 2 })}\n`;
  return askText(answer, { render, nameOf, style, lineOf: createLineReader() });
}
