import * as vscode from 'vscode';
import { message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import type { RunSelection, SurveyResult } from '../../protocol/runs.ts';
import type { back, Step } from '../endpoints/steps.ts';
import { type Choice, pickValue } from './run-pick.ts';

type Languages = RunSelection['languages'];

/** Questions of a set in some languages, `null` for all, by human language. */
export function countIn(
  { languages, rows }: SurveyResult,
  wanted: Languages,
): { readonly en: number; readonly zh: number; readonly all: number } {
  const counted = languages.filter(({ language }) => wanted === null || wanted.includes(language));
  const sum = (name: 'en' | 'zh') => counted.reduce((total, one) => total + one[name], 0);
  return { en: sum('en'), zh: sum('zh'), all: wanted === null ? rows : sum('en') + sum('zh') };
}

/** The workspace's languages, all, or some of the set's. Only what has questions can be chosen. */
export async function chooseLanguages(
  step: Step,
  survey: SurveyResult,
  render: Renderer,
): Promise<{ readonly languages: Languages } | typeof back | undefined> {
  for (;;) {
    const chosen = await pickValue(step, choicesOf(survey, render));
    if (typeof chosen !== 'object') return chosen;
    if (chosen.value !== 'some') return { languages: chosen.value };
    const languages = await pickSome(step, survey, render);
    if (languages !== undefined && languages.length > 0) return { languages };
  }
}

function choicesOf(survey: SurveyResult, render: Renderer): readonly Choice<Languages | 'some'>[] {
  const { workspace, workspaceLanguages, languages, rows } = survey;
  const questions = (count: number) => render(message('bench.pick.count', { count }));
  const here = countIn(survey, workspaceLanguages).all;
  const shares = workspace.map(({ language, share }) => `${language} ${percent(share)} %`).join(', ');
  const there = languages.map(({ language }) => language).join(', ');
  const all = {
    label: `$(globe) ${render(message('bench.pick.all-languages'))}`,
    description: questions(rows),
    detail: there,
    value: null,
  };
  const some = {
    label: `$(list-selection) ${render(message('bench.pick.some-languages'))}`,
    value: 'some' as const,
  };
  if (here === 0) {
    // Nobody can ask what there is no question for; the reason stands where the entry would.
    const none = render(message('bench.pick.none-here', { there: shares === '' ? '–' : shares }));
    return [{ ...all, detail: none }, some];
  }
  const own = {
    label: `$(root-folder) ${render(message('bench.pick.workspace-languages'))}`,
    description: questions(here),
    detail: shares,
    value: workspaceLanguages,
  };
  return [own, all, some];
}

async function pickSome(
  { title }: Step,
  survey: SurveyResult,
  render: Renderer,
): Promise<readonly string[] | undefined> {
  const items = survey.languages.map(({ language, en, zh }) => ({
    label: language,
    description: render(message('bench.pick.count', { count: en + zh })),
    picked: survey.workspaceLanguages.includes(language),
  }));
  const placeHolder = render(message('bench.pick.some-languages'));
  const options = { title, placeHolder, canPickMany: true, ignoreFocusOut: true } as const;
  return (await vscode.window.showQuickPick(items, options))?.map(({ label }) => label);
}

/** Questions in English, in Chinese, or in both; not asked where the set has one of them alone. */
export async function chooseHumanLanguage(
  step: Step,
  counts: ReturnType<typeof countIn>,
  render: Renderer,
): Promise<{ readonly value: RunSelection['humanLanguage'] } | typeof back | undefined> {
  const names = (['all', 'en', 'zh'] as const).filter((name) => counts[name] > 0);
  return pickValue(
    step,
    names.map((name) => ({
      label: render(message(`bench.pick.human.${name}`)),
      description: render(message('bench.pick.count', { count: counts[name] })),
      value: name,
    })),
  );
}

function percent(share: number): number {
  return Math.max(1, Math.round(share * 100));
}
