import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Command } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import {
  answerPromptVersion,
  type Judge,
  judgePromptVersion,
  type Question,
  type QuestionSet,
  type RunHeader,
  type RunSetup,
  runBenchmark,
  summariseRun,
} from '../core/benchmark/index.ts';
import {
  baseUrlOf,
  type ChatModel,
  chooseModel,
  type Endpoint,
  type ModelServer,
  type ProbedModel,
  probeModel,
} from '../core/model/index.ts';
import { FactprobeError, message } from '../core/platform/index.ts';
import { benchJson, benchText } from '../core/report/index.ts';
import { openRunFile, type RunFile, readRunFile } from '../node/run-file.ts';
import { type BenchOptions, leastScore, wholeNumber, withBenchOptions } from './bench-options.ts';
import { limitOf, readSet, seedOf, subsetOf } from './bench-subset.ts';
import type { CommandContext } from './command-context.ts';
import { endpointOf, serverOf } from './endpoint-options.ts';

/** `factprobe bench`: asks a model the questions of a set, grades its answers and keeps all of it in a run file. */
export function registerBenchCommand(program: Command, context: CommandContext): void {
  const command = program.command('bench').description('measure how factual a model is on short questions');
  withBenchOptions(command).action(async (options: BenchOptions) => {
    process.exitCode = await bench(options, context);
  });
}

async function bench(options: BenchOptions, context: CommandContext): Promise<number> {
  const least = leastScore(options);
  const endpoint = endpointOf(options);
  if (endpoint === undefined) throw new FactprobeError(message('cli.no-endpoint'));
  const server = serverOf(endpoint, options);
  const set = readSet(options.questions, context);
  const questions = await subsetOf(set, options, context);
  const served = await probeOf(server, options.model, context);
  const judge = await judgeOf(options, { endpoint, served, server }, context);
  const setup = setupOf(options, { set, questions, served, server, judge });
  const path = options.out ?? runFileName(served.model.id);
  const file = openRun(path, options, { setup, served });
  try {
    for (const question of questions) {
      if (file.log?.questions.has(question.id) !== true) file.append({ type: 'question', ...question });
    }
    await run(file, { model: server.model(served.model.id), judge, questions, setup, options }, context);
    const log = readRunFile(path);
    const { complete, overall } = summariseRun(log);
    file.append({ type: 'end', complete, graded: overall.n, failed: overall.failed });
    await context.terminal.print(
      options.format === 'json' ? benchJson(log) : benchText(log, context.terminal),
    );
    return complete && (least === undefined || (overall.f ?? 0) >= least) ? 0 : 1;
  } finally {
    file.close();
    context.terminal.tell(context.terminal.render(message('bench.run.kept', { file: path })));
  }
}

async function probeOf(
  server: ModelServer,
  name: string | undefined,
  { signal, terminal }: CommandContext,
): Promise<ProbedModel> {
  terminal.progress(server.baseUrl);
  const choice = chooseModel(await server.listModels(signal), name);
  if ('problem' in choice) throw new FactprobeError(choice.problem);
  return probeModel(server, choice.model, signal);
}

interface Serving {
  readonly endpoint: Endpoint;
  readonly server: ModelServer;
  readonly served: ProbedModel;
}

/** The judge that `--judge` names, or `undefined` for rules alone. */
async function judgeOf(
  options: BenchOptions,
  { served, server }: Serving,
  context: CommandContext,
): Promise<Judge | undefined> {
  if (options.judge === 'rules') return undefined;
  const at = options.judge.lastIndexOf('@');
  const [name, url] =
    at < 0 ? [options.judge, undefined] : [options.judge.slice(0, at), options.judge.slice(at + 1)];
  if (url === undefined || baseUrlOf(url) === server.baseUrl) {
    const probed = name === served.model.id ? served : await probeOf(server, name, context);
    return { model: server.model(name), capabilities: probed.capabilities };
  }
  // A key goes to the server that it was given for, and to no other.
  const apiKey = options.judgeApiKeyEnv === undefined ? undefined : process.env[options.judgeApiKeyEnv];
  const elsewhere = serverOf({ baseUrl: baseUrlOf(url), ...(apiKey ? { apiKey } : {}) }, options);
  const probed = await probeOf(elsewhere, name, context);
  return { model: elsewhere.model(name), capabilities: probed.capabilities };
}

interface Prepared {
  readonly set: QuestionSet;
  readonly questions: readonly Question[];
  readonly served: ProbedModel;
  readonly server: ModelServer;
  readonly judge: Judge | undefined;
}

function setupOf(options: BenchOptions, { set, questions, served, server, judge }: Prepared): RunSetup {
  const languages = [...new Set(questions.map((question) => question.programming_language))].sort();
  // The reply must fit into what is served, with room for the question.
  const room = Math.floor((served.model.contextTokens ?? 8192) * 0.75);
  return {
    set: { name: set.name, sha256: set.sha256, rows: set.questions.length },
    subset: {
      languages: options.languages === 'all' ? null : languages,
      humanLanguage: options.humanLanguage,
      limit: limitOf(options),
      selected: questions.length,
    },
    model: { id: served.model.id, baseUrl: server.baseUrl },
    mode: options.mode,
    sampling: {
      temperature: options.mode === 'thinking' ? 0.6 : 0,
      topP: 0.95,
      maxTokens: Math.min(room, options.mode === 'thinking' ? 16_384 : 1024),
      samples: wholeNumber('--samples', options.samples, 1),
      seed: seedOf(options) ?? null,
    },
    judge: judge === undefined ? null : { id: judge.model.id, baseUrl: judge.model.baseUrl },
    prompts: { answer: answerPromptVersion, judge: judgePromptVersion },
  };
}

function runFileName(model: string): string {
  const time = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  return `${model.replace(/[^\w.-]+/g, '-')}-${time}.factrun`;
}

/** A new run file with its header, or the one to go on with when it was set up in the same way. */
function openRun(
  path: string,
  { resume }: BenchOptions,
  { setup, served }: { readonly setup: RunSetup; readonly served: ProbedModel },
): RunFile {
  if (resume === true && !existsSync(path))
    throw new FactprobeError(message('bench.run.unreadable', { file: path }));
  if (resume !== true && existsSync(path))
    throw new FactprobeError(message('bench.run.exists', { file: path }));
  const file = openRunFile(path);
  if (file.log === undefined) {
    file.append(headerOf(setup, served));
  } else if (JSON.stringify(file.log.header.setup) !== JSON.stringify(setup)) {
    file.close();
    throw new FactprobeError(message('bench.run.other-setup', { file: path }));
  }
  return file;
}

function headerOf(setup: RunSetup, { model, serverVersion }: ProbedModel): RunHeader {
  return {
    type: 'run',
    version: 1,
    id: randomUUID(),
    started: new Date().toISOString(),
    factprobe: manifest.version,
    server: {
      software: model.owner ?? null,
      version: serverVersion ?? null,
      contextTokens: model.contextTokens ?? null,
    },
    setup,
  };
}

interface Running {
  readonly model: ChatModel;
  readonly judge: Judge | undefined;
  readonly questions: readonly Question[];
  readonly setup: RunSetup;
  readonly options: BenchOptions;
}

async function run(
  file: RunFile,
  { model, judge, questions, setup, options }: Running,
  { signal, terminal }: CommandContext,
): Promise<void> {
  const { temperature, topP, maxTokens, samples, seed } = setup.sampling;
  await runBenchmark(
    {
      model,
      ...(judge === undefined ? {} : { judge }),
      append: async (event) => file.append(event),
      randomMark: () => randomBytes(8).toString('hex'),
      onProgress: ({ done, total, failed }) =>
        terminal.progress(terminal.render(message('bench.progress', { done, total, failed }))),
      retries: wholeNumber('--retries', options.retries, 0),
      sleep: (seconds) => wait(seconds * 1000, undefined, { signal }).catch(() => undefined),
    },
    {
      questions,
      samples,
      sampling: { temperature, topP, maxTokens, ...(seed === null ? {} : { seed }) },
      ...(setup.mode === 'thinking' ? { thinking: true } : { thinking: false }),
      concurrency: wholeNumber('--concurrency', options.concurrency, 1),
      signal,
    },
    file.log ?? { answers: new Map(), grades: new Map() },
  );
  terminal.progress('');
}
