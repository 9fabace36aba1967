import * as vscode from 'vscode';
import * as z from 'zod';
import { FactprobeError, message } from '../../core/platform/index.ts';
import { type RunSelection, runSurveyMethod, type SurveyResult } from '../../protocol/runs.ts';
import { endpointCommand } from '../endpoints/endpoint-command.ts';
import { activeEndpoint, findEndpoint } from '../endpoints/endpoint-settings.ts';
import { createEndpoints } from '../endpoints/endpoints.ts';
import type { BenchmarkTools } from './benchmark-tools.ts';
import { type ChosenRun, chooseRun } from './choose-run.ts';
import { followRun } from './follow-run.ts';
import { type KnownModels, runModelOf } from './judge-step.ts';
import { selectionOf } from './preview-step.ts';
import type { RunCommandOutcome } from './run-outcome.ts';
import { defaultRunFile } from './run-place.ts';

/** All that would be chosen, as a key binding can hand it over; what it leaves out takes the first entry of its step. */
const argumentSchema = z.object({
  questions: z.string().default('starter'),
  /** Names, `workspace` or `all`. */
  languages: z.union([z.array(z.string()), z.enum(['workspace', 'all'])]).default('workspace'),
  humanLanguage: z.enum(['en', 'zh', 'all']).default('all'),
  limit: z.number().int().min(1).nullable().default(null),
  /** `rules`, `same`, or the URL or the name of an endpoint. */
  judge: z.string().default('same'),
  /** URI of the run file. */
  file: z.string().exactOptional(),
});
type Given = z.infer<typeof argumentSchema>;

/** Runs a benchmark that is chosen step by step, or handed over. */
export function runBenchmark(tools: BenchmarkTools, given: unknown): Promise<RunCommandOutcome | undefined> {
  const { endpoints: endpointTools } = tools;
  const { render, log } = endpointTools;
  const endpoints = createEndpoints(endpointTools);
  return endpointCommand<RunCommandOutcome>(
    async () => {
      endpoints.gate.requireTrust();
      const settings = endpoints.settings();
      const model = activeEndpoint(settings);
      const models = { model, others: settings.endpoints.filter(({ url }) => url !== model.url) };
      const argument = argumentSchema.safeParse(given).data;
      const chosen =
        argument === undefined
          ? await chooseRun(models, tools)
          : await chosenFrom(argument, models, { tools, find: (name) => findEndpoint(settings, name) });
      if (chosen === undefined) return undefined;
      const { draft, file } = chosen;
      const params = { selection: selectionOf(draft), model: runModelOf(model), judge: draft.judge };
      return followRun(file, { type: 'start', params }, tools);
    },
    { render, log, tryAgain: () => runBenchmark(tools, given) },
  );
}

interface Choosing {
  readonly tools: BenchmarkTools;
  readonly find: (name: string) => KnownModels['model'];
}

async function chosenFrom(
  { questions, languages, humanLanguage, limit, judge, file: named }: Given,
  { model }: KnownModels,
  { tools, find }: Choosing,
): Promise<ChosenRun> {
  const file = named === undefined ? await defaultRunFile(model) : vscode.Uri.parse(named);
  if (file === undefined) throw new FactprobeError(message('bench.pick.no-place'));
  const judges: Readonly<Record<string, ChosenRun['draft']['judge']>> = {
    rules: null,
    same: runModelOf(model),
  };
  const draft = {
    questions,
    languages: await languagesOf(questions, languages, tools),
    humanLanguage,
    limit,
    judge: judge in judges ? (judges[judge] ?? null) : runModelOf(find(judge)),
  };
  return { draft, file };
}

async function languagesOf(
  questions: string,
  languages: Given['languages'],
  { server }: BenchmarkTools,
): Promise<RunSelection['languages']> {
  if (languages === 'all') return null;
  if (languages !== 'workspace') return languages;
  return (await server.request<SurveyResult>(runSurveyMethod, { questions })).workspaceLanguages;
}
