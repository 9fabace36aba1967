import { type Command, Option } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import type { IndexStatus } from '../core/evidence/index.ts';
import { chooseModel, probeModel } from '../core/model/index.ts';
import { FactprobeError, type Message } from '../core/platform/index.ts';
import {
  type DoctorReport,
  doctorJson,
  doctorMarkdown,
  doctorText,
  type ServerReport,
} from '../core/report/index.ts';
import { createEngine } from '../node/engine.ts';
import type { CommandContext } from './command-context.ts';
import { type EndpointOptions, endpointOf, serverOf, withEndpointOptions } from './endpoint-options.ts';

interface DoctorOptions extends EndpointOptions {
  readonly model?: string;
  readonly format: 'text' | 'json' | 'markdown';
}

/** `factprobe doctor`: what this installation and a model server really can do. */
export function registerDoctorCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('doctor')
    .description('say what this installation and a model server can do')
    .argument('[url]', 'the server, with or without /v1')
    .option('--model <name>', "the model to ask (default: the server's only one)")
    .addOption(
      new Option('--format <format>', 'how to print').choices(['text', 'json', 'markdown']).default('text'),
    );
  withEndpointOptions(command).action(async (url: string | undefined, options: DoctorOptions) => {
    const server = await serverReport(url === undefined ? options : { ...options, baseUrl: url }, context);
    const index = await indexStatus(context);
    const own = { factprobe: manifest.version, node: process.version };
    await print({ ...own, index, server }, options.format, context);
  });
}

/** Opens the index; why it is only in memory is told beside the report. */
async function indexStatus({ dist, signal, terminal }: CommandContext): Promise<IndexStatus> {
  const onNotice = (text: Message) => terminal.tell(terminal.render(text));
  const engine = createEngine({ dist, threads: 1, onNotice });
  try {
    const job = { type: 'index-state', sources: [], isBuilt: false } as const;
    const { packages, facts, passages, bytes, path } = await engine.run(job, { key: 'index', signal });
    return { packages, facts, passages, bytes, path };
  } finally {
    await engine.dispose();
  }
}

async function serverReport(
  options: DoctorOptions,
  { signal, terminal }: CommandContext,
): Promise<ServerReport | null> {
  const endpoint = endpointOf(options);
  if (endpoint === undefined) return null;
  const server = serverOf(endpoint, options);
  terminal.progress(endpoint.baseUrl);
  const models = await server.listModels(signal);
  const choice = chooseModel(models, options.model);
  if ('problem' in choice) throw new FactprobeError(choice.problem);
  const probed = await probeModel(server, choice.model, signal);
  terminal.progress('');
  return { url: endpoint.baseUrl, models: models.map(({ id }) => id), probed };
}

async function print(
  report: DoctorReport,
  format: DoctorOptions['format'],
  { terminal }: CommandContext,
): Promise<void> {
  const { render } = terminal;
  switch (format) {
    case 'text':
      return terminal.print(doctorText(report, { render }));
    case 'markdown':
      return terminal.print(doctorMarkdown(report, { render }));
    case 'json':
      return terminal.print(doctorJson(report));
  }
}
