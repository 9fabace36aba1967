import { randomUUID } from 'node:crypto';
import manifest from '../../package.json' with { type: 'json' };
import {
  type Judge,
  promptVersions,
  type Question,
  type RunSetup,
  runHeaderOf,
  runSetupOf,
  summariseRun,
} from '../core/benchmark/index.ts';
import { FactprobeError, message } from '../core/platform/index.ts';
import { progressText, runCounts, runNotes } from '../core/report/index.ts';
import { runIntoFile } from '../node/benchmark-run.ts';
import type { Renderer } from '../node/catalogue.ts';
import { createRunFile, type RunFile, readRunFile, resumeRunFile } from '../node/run-file.ts';
import type { DescribedModel } from '../protocol/model.ts';
import type {
  ResumeParams,
  RunLimits,
  RunModel,
  RunProgress,
  RunResult,
  StartParams,
} from '../protocol/runs.ts';
import type { ClientModels } from './client-models.ts';
import { selectedQuestions } from './run-questions.ts';
import { pathOfUri } from './uris.ts';

/** What a run of the server needs. */
export interface RunningTools {
  readonly models: ClientModels;
  readonly render: Renderer;
  /** The folder of the bundles. */
  readonly dist: string;
  readonly signal: AbortSignal;
  readonly tell: (progress: Omit<RunProgress, 'id'>) => void;
}

/**
 * Runs a selection into a new file. Rejects with a `FactprobeError` where that can't be, a `ModelError` that every
 * request would meet, and a `CancelledError`; what was kept stays.
 */
export async function startRun(params: StartParams, tools: RunningTools): Promise<RunResult> {
  const { selection, model, judge: wantedJudge, limits } = params;
  const { set, questions } = selectedQuestions(selection, tools.dist);
  const served = await describe(model, tools);
  const judge = wantedJudge === null ? undefined : await judgeOf(wantedJudge, { served, limits }, tools);
  const { languages, humanLanguage, limit } = selection;
  const { model: id, endpoint: baseUrl, contextTokens, serverVersion } = served;
  const known = { id, ...(contextTokens === undefined ? {} : { contextTokens }) };
  const setup = runSetupOf({
    set,
    subset: { everyLanguage: languages === null, humanLanguage, limit },
    questions,
    mode: 'chat',
    samples: 1,
    seed: null,
    served: { model: known },
    baseUrl,
    judge,
  });
  const made = { id: randomUUID(), started: new Date().toISOString(), factprobe: manifest.version };
  const header = runHeaderOf(
    setup,
    { model: known, ...(serverVersion === undefined ? {} : { serverVersion }) },
    made,
  );
  const file = createRunFile(pathOfUri(params.file), header, questions);
  return run(file, { setup, questions, judge, limits }, tools);
}

/**
 * Goes on with a run file: with its own model, judge and questions, and no other ones. Rejects as `startRun` does, and
 * with a `FactprobeError` when the file was set up in a way that this version or these settings can't repeat.
 */
export async function resumeRun(params: ResumeParams, tools: RunningTools): Promise<RunResult> {
  const file = resumeRunFile(pathOfUri(params.file));
  let judge: Judge | undefined;
  const { setup } = file.log.header;
  const questions = [...file.log.questions.values()];
  try {
    const isSame = JSON.stringify(setup.prompts) === JSON.stringify(promptVersions);
    if (!isSame || questions.length !== setup.subset.selected) {
      throw new FactprobeError(message('bench.run.not-resumable', { file: file.path }));
    }
    const served = await describe({ endpoint: setup.model.baseUrl, model: setup.model.id }, tools);
    judge =
      setup.judge === null
        ? undefined
        : await judgeOf(
            { endpoint: setup.judge.baseUrl, model: setup.judge.id },
            { served, limits: params.limits },
            tools,
          );
  } catch (error) {
    file.close();
    throw error;
  }
  return run(file, { setup, questions, judge, limits: params.limits }, tools);
}

interface Prepared {
  readonly setup: RunSetup;
  readonly questions: readonly Question[];
  readonly judge: Judge | undefined;
  readonly limits: RunLimits;
}

async function run(
  file: RunFile,
  { setup, questions, judge, limits }: Prepared,
  { models, render, signal, tell }: RunningTools,
): Promise<RunResult> {
  const { baseUrl: endpoint, id } = setup.model;
  try {
    await runIntoFile(file, {
      model: models.model({ endpoint, model: id, purpose: 'bench', seconds: limits.seconds }),
      judge,
      questions,
      setup,
      ...limits,
      budget: { requests: null, tokens: null },
      signal,
      onProgress: (progress) => {
        const { done, total, failed } = progress;
        tell({ done, total, failed, text: render(progressText(progress)) });
      },
    });
  } finally {
    file.close();
  }
  const summary = summariseRun(readRunFile(file.path));
  const { n, failed } = summary.overall;
  const sentence = [...runNotes(summary, render), ...runCounts(summary, render)].join(' ');
  return { complete: summary.complete, graded: n, failed, sentence };
}

function describe({ endpoint, model }: RunModel, { models, signal }: RunningTools): Promise<DescribedModel> {
  return models.describe({ purpose: 'bench', endpoint, model, probes: true }, signal);
}

interface Serving {
  readonly served: DescribedModel;
  readonly limits: RunLimits;
}

async function judgeOf(wanted: RunModel, { served, limits }: Serving, tools: RunningTools): Promise<Judge> {
  const isSame = wanted.endpoint === served.endpoint && wanted.model === served.model;
  const { endpoint, model, capabilities, contextTokens } = isSame ? served : await describe(wanted, tools);
  return {
    model: tools.models.model({ endpoint, model, purpose: 'bench', seconds: limits.seconds }),
    capabilities: capabilities ?? { jsonSchema: false, choice: false },
    ...(contextTokens === undefined ? {} : { contextTokens }),
  };
}
