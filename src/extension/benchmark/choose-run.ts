import type * as vscode from 'vscode';
import { type MessageId, message } from '../../core/platform/index.ts';
import { runSurveyMethod, type SurveyParams, type SurveyResult } from '../../protocol/runs.ts';
import { back, type Step } from '../endpoints/steps.ts';
import type { BenchmarkTools } from './benchmark-tools.ts';
import { chooseJudge, type KnownModels, runModelOf } from './judge-step.ts';
import { chooseHumanLanguage, chooseLanguages, countIn } from './language-step.ts';
import { chooseLimit } from './limit-step.ts';
import { confirmRun } from './preview-step.ts';
import { chooseQuestions } from './question-step.ts';
import type { RunDraft } from './run-draft.ts';

/** Prompts of the steps, in their order. */
const prompts = [
  'bench.pick.questions',
  'bench.pick.languages',
  'bench.pick.human-languages',
  'bench.pick.limit',
  'bench.pick.judge',
  'bench.pick.preview',
] as const satisfies readonly MessageId[];

/** A run that is to begin. */
export interface ChosenRun {
  readonly draft: RunDraft;
  readonly file: vscode.Uri;
}

/** Asks step by step what to run, with a way back; `undefined` when the user leaves. */
export async function chooseRun(models: KnownModels, tools: BenchmarkTools): Promise<ChosenRun | undefined> {
  let draft: RunDraft = {
    questions: 'starter',
    languages: null,
    humanLanguage: 'all',
    limit: null,
    judge: runModelOf(models.model),
  };
  let survey: SurveyResult | undefined;
  for (let at = 0; ; ) {
    const step = stepAt(at, survey, tools);
    const taken = await take(at, step, { draft, survey, models }, tools);
    if (taken === undefined) return undefined;
    if (taken === back) {
      at = Math.max(0, at - 1);
      continue;
    }
    draft = taken.draft;
    survey = taken.survey ?? survey;
    if (taken.file !== undefined) return { draft, file: taken.file };
    at += 1;
  }
}

interface Reached {
  readonly draft: RunDraft;
  readonly survey: SurveyResult | undefined;
  readonly models: KnownModels;
}

interface Taken {
  readonly draft: RunDraft;
  readonly survey?: SurveyResult;
  readonly file?: vscode.Uri;
}

async function take(
  at: number,
  step: Step,
  { draft, survey, models }: Reached,
  tools: BenchmarkTools,
): Promise<Taken | typeof back | undefined> {
  const { render, server } = tools;
  if (survey === undefined || at === 0) {
    const questions = await chooseQuestions(step, tools);
    if (typeof questions !== 'string') return questions;
    const params: SurveyParams = { questions };
    const found = await server.request<SurveyResult>(runSurveyMethod, params);
    return { draft: { ...draft, questions }, survey: found };
  }
  switch (at) {
    case 1: {
      const chosen = await chooseLanguages(step, survey, render);
      return typeof chosen === 'object' ? { draft: { ...draft, languages: chosen.languages } } : chosen;
    }
    case 2: {
      const chosen = await chooseHumanLanguage(step, countIn(survey, draft.languages), render);
      return typeof chosen === 'object' ? { draft: { ...draft, humanLanguage: chosen.value } } : chosen;
    }
    case 3: {
      const chosen = await chooseLimit(step, draft, tools);
      return typeof chosen === 'object' ? { draft: { ...draft, limit: chosen.value } } : chosen;
    }
    case 4: {
      const chosen = await chooseJudge(step, models, render);
      return typeof chosen === 'object' ? { draft: { ...draft, judge: chosen.value } } : chosen;
    }
    default: {
      const chosen = await confirmRun(step, { draft, models }, tools);
      return typeof chosen === 'object' ? { draft, file: chosen.value } : chosen;
    }
  }
}

function stepAt(at: number, survey: SurveyResult | undefined, { render }: BenchmarkTools): Step {
  const prompt = render(message(prompts[at] ?? 'bench.pick.preview'));
  // What of the set was left out is said where its counts are.
  const leftOut = at === 1 ? survey?.leftOut : 0;
  const note = leftOut
    ? ` ${render(message('bench.pick.left-out', { count: leftOut }))} ${survey?.problem ?? ''}`
    : '';
  return {
    title: render(message('bench.pick.title')),
    step: at + 1,
    totalSteps: prompts.length,
    placeholder: `${prompt}${note}`,
  };
}
