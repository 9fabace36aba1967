import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import {
  type Judge,
  type Progress,
  type RunParts,
  type RunSetup,
  runHeaderOf,
  runSetupOf,
  summariseRun,
} from '../core/benchmark/index.ts';
import {
  baseUrlOf,
  chooseModel,
  type Endpoint,
  type ModelServer,
  type ProbedModel,
  probeModel,
} from '../core/model/index.ts';
import { FactprobeError, type Message, message } from '../core/platform/index.ts';
import { benchJson, benchText, progressText } from '../core/report/index.ts';
import { type RunPart, runIntoFile } from '../node/benchmark-run.ts';
import { createRunFile, type RunFile, readRunFile, resumeRunFile } from '../node/run-file.ts';
import { type BenchOptions, budgetOf, leastScore, wholeNumber, withBenchOptions } from './bench-options.ts';
import { limitOf, readSet, seedOf, subsetOf } from './bench-subset.ts';
import type { CommandContext } from './command-context.ts';
import { endpointOf, secondsOf, serverOf } from './endpoint-options.ts';

/** `factprobe bench`: asks a model the questions of a set, grades its answers and keeps all of it in a run file. */
export function registerBenchCommand(program: Command, context: CommandContext): void {
  const command = program.command('bench').description('measure how factual a model is on short questions');
  withBenchOptions(command).action(async (options: BenchOptions) => {
    process.exitCode = await bench(options, context);
  });
}

async function bench(options: BenchOptions, context: CommandContext): Promise<number> {
  const least = leastScore(options);
  const limits = limitsOf(options);
  const endpoint = endpointOf(options);
  if (endpoint === undefined) throw new FactprobeError(message('cli.no-endpoint'));
  const server = serverOf(endpoint, options);
  const set = readSet(options.questions, context);
  const questions = await subsetOf(set, options, context);
  const served = await probeOf(server, options.model, context);
  const judge = await judgeOf(options, { endpoint, served, server }, context);
  const parts = partsOf(options, { set, questions, served, baseUrl: server.baseUrl, judge });
  const setup = runSetupOf(parts);
  const file = openRun(options, setup, parts);
  const { signal, terminal } = context;
  const tell = (text: Message) => terminal.tell(terminal.render(text));
  try {
    const model = server.model(served.model.id);
    const onProgress = (progress: Progress) => terminal.progress(terminal.render(progressText(progress)));
    const job = { model, judge, questions, setup, ...limits, signal, onProgress };
    const ended = await runIntoFile(file, job);
    tellSpending(ended, options, { file, tell });
    const log = readRunFile(file.path);
    const { complete, overall } = summariseRun(log);
    await terminal.print(options.format === 'json' ? benchJson(log) : benchText(log, terminal));
    return complete && (least === undefined || (overall.f ?? 0) >= least) ? 0 : 1;
  } finally {
    file.close();
    tell(message('bench.run.kept', { file: file.path }));
  }
}

function limitsOf(options: BenchOptions) {
  return {
    concurrency: wholeNumber('--concurrency', options.concurrency, 1),
    retries: wholeNumber('--retries', options.retries, 0),
    seconds: secondsOf(options),
    budget: budgetOf(options),
  };
}

interface Telling {
  readonly file: RunFile;
  readonly tell: (text: Message) => void;
}

/** Says what was spent where that was limited, and how to go on when it was all. */
function tellSpending(
  { spent, spending }: RunPart,
  { maxRequests, maxTokensTotal }: BenchOptions,
  { file, tell }: Telling,
): void {
  const { requests, tokens, estimated } = spending;
  if (maxRequests === undefined && maxTokensTotal === undefined) return;
  tell(message('bench.spent', { requests, tokens, estimated }));
  if (spent !== undefined) tell(message(`bench.budget.${spent}`, { file: file.path }));
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
    return judgeFrom(server, probed);
  }
  // A key goes to the server that it was given for, and to no other.
  const apiKey = options.judgeApiKeyEnv === undefined ? undefined : process.env[options.judgeApiKeyEnv];
  const elsewhere = serverOf({ baseUrl: baseUrlOf(url), ...(apiKey ? { apiKey } : {}) }, options);
  const probed = await probeOf(elsewhere, name, context);
  return judgeFrom(elsewhere, probed);
}

function judgeFrom(server: ModelServer, { model, capabilities }: ProbedModel): Judge {
  const { id, contextTokens } = model;
  return {
    model: server.model(id),
    capabilities,
    ...(contextTokens === undefined ? {} : { contextTokens }),
  };
}

function partsOf(
  options: BenchOptions,
  prepared: Pick<RunParts, 'set' | 'questions' | 'baseUrl' | 'judge'> & { readonly served: ProbedModel },
) {
  return {
    ...prepared,
    subset: {
      everyLanguage: options.languages === 'all',
      humanLanguage: options.humanLanguage,
      limit: limitOf(options),
    },
    mode: options.mode,
    samples: wholeNumber('--samples', options.samples, 1),
    seed: seedOf(options) ?? null,
  };
}

function runFileName(model: string): string {
  const time = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  return `${model.replace(/[^\w.-]+/g, '-')}-${time}.factrun`;
}

/** A new run file with its header, or the one to go on with when it was set up in the same way. */
function openRun(
  { out, resume }: BenchOptions,
  setup: RunSetup,
  { served, questions }: Pick<RunParts, 'questions'> & { readonly served: ProbedModel },
): RunFile {
  if (resume === undefined) {
    const made = { id: randomUUID(), started: new Date().toISOString(), factprobe: manifest.version };
    return createRunFile(out ?? runFileName(served.model.id), runHeaderOf(setup, served, made), questions);
  }
  const path = resume === true ? out : resume;
  if (path === undefined || (out !== undefined && out !== path)) {
    throw new FactprobeError(message('cli.resume-what'));
  }
  const file = resumeRunFile(path);
  if (JSON.stringify(file.log.header.setup) === JSON.stringify(setup)) return file;
  file.close();
  throw new FactprobeError(message('bench.run.other-setup', { file: path }));
}
