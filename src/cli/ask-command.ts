import { type Command, Option } from 'commander';
import type { Answer } from '../core/ask/index.ts';
import { FactprobeError, message } from '../core/platform/index.ts';
import { askJson, askText } from '../core/report/index.ts';
import { createEngine } from '../node/engine.ts';
import type { WorkerPool } from '../node/worker-pool.ts';
import type { PlaceOfJob } from '../protocol/worker.ts';
import { jobOf } from './ask-job.ts';
import { answerLines } from './ask-lines.ts';
import { type AskModel, type AskModelOptions, askModelOf } from './ask-model.ts';
import { readPlace } from './asked-place.ts';
import type { CommandContext } from './command-context.ts';
import { withEndpointOptions } from './endpoint-options.ts';
import { createLineReader } from './line-reader.ts';
import { nameOf } from './path-name.ts';
import type { Terminal } from './terminal.ts';

interface AskOptions extends AskModelOptions {
  readonly at?: string;
  readonly format: 'text' | 'json';
}

/**
 * `factprobe ask`: an API question, or lines of them, answered from what is installed, else by the user's model. A
 * declined one is exit code 0.
 */
export function registerAskCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('ask')
    .description('answer an API question from the installed packages, else by a model')
    .argument(
      '[question]',
      'in English or Chinese; - reads one a line from standard input and writes JSON lines',
    )
    .option('--at <place>', 'FILE:LINE[:COLUMN] that it is asked from, counted from 1')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .option(
      '--model <name>',
      "the model that is asked what evidence doesn't tell (default: the server's only one); none: no network at all",
    )
    .addOption(
      new Option('--mode <mode>', 'how the model answers').choices(['chat', 'thinking']).default('chat'),
    );
  withEndpointOptions(command).action((question: string | undefined, options: AskOptions) =>
    ask(question, options, context),
  );
}

async function ask(
  question: string | undefined,
  options: AskOptions,
  context: CommandContext,
): Promise<void> {
  if (question === undefined || question.trim() === '') throw new FactprobeError(message('cli.no-question'));
  const at = options.at === undefined ? null : readPlace(options.at);
  const { dist, terminal } = context;
  const engine = createEngine({ dist, onNotice: (text) => terminal.tell(terminal.render(text)) });
  try {
    const askModel = askModelOf(options, engine);
    if (question === '-') return await answerLines(process.stdin, at, { engine, askModel, context });
    const answer = await askOne(question, at, { engine, askModel, context });
    await terminal.print(printed(answer, options.format, context));
  } finally {
    await engine.dispose();
  }
}

interface Asking {
  readonly engine: WorkerPool;
  readonly askModel: AskModel | undefined;
  readonly context: CommandContext;
}

async function askOne(
  question: string,
  at: PlaceOfJob | null,
  { engine, askModel, context }: Asking,
): Promise<Answer> {
  const { terminal, signal } = context;
  terminal.progress(terminal.render(message('cli.asking')));
  try {
    const answer = await engine.run(jobOf(question, at), { key: 'ask', signal });
    const onText = growingLine(terminal);
    return (await askModel?.({ answer, at, key: 'ask', signal, onText })) ?? answer;
  } finally {
    terminal.progress('');
  }
}

/** Shows the end of what came so far on the line of progress: none of it is checked yet. */
function growingLine(terminal: Terminal): (piece: string) => void {
  let text = '';
  return (piece) => {
    text += piece;
    terminal.progress(text.replace(/[\p{C}\s]+/gu, ' ').slice(-terminal.columns + 1));
  };
}

function printed(answer: Answer, format: AskOptions['format'], { terminal }: CommandContext): string {
  const { render, style } = terminal;
  if (format === 'json') return `${askJson(answer, { render, nameOf, indentation: 2 })}\n`;
  return askText(answer, { render, nameOf, style, lineOf: createLineReader() });
}
