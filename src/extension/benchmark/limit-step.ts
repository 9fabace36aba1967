import { message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import { type PreviewResult, type RunSelection, runPreviewMethod } from '../../protocol/runs.ts';
import { back, enterText, type Step } from '../endpoints/steps.ts';
import type { BenchmarkTools } from './benchmark-tools.ts';
import { pickValue } from './run-pick.ts';

/** Limits that are offered, where there are more questions. */
const usual = [20, 50, 100, 200, 500];

/** All questions, or some of them, each with what it can tell. */
export async function chooseLimit(
  step: Step,
  selection: RunSelection,
  { server, render }: BenchmarkTools,
): Promise<{ readonly value: number | null } | typeof back | undefined> {
  const preview = (limit: number | null) =>
    server.request<PreviewResult>(runPreviewMethod, { ...selection, limit });
  const whole = await preview(null);
  const smaller = usual.filter((limit) => limit < whole.questions);
  const choices = await Promise.all(
    smaller.map(async (limit) => ({
      label: render(message('bench.pick.count', { count: limit })),
      description: telling(await preview(limit), render),
      value: limit,
    })),
  );
  const all = {
    label: render(message('bench.pick.all-questions', { count: whole.questions })),
    description: telling(whole, render),
    value: null,
  };
  const other = { label: `$(edit) ${render(message('bench.pick.other-limit'))}`, value: 0 };
  for (;;) {
    const chosen = await pickValue(step, [all, ...choices, other]);
    if (typeof chosen !== 'object' || chosen.value !== 0) return chosen;
    const typed = await enterLimit(step, whole.questions, render);
    if (typed === undefined) return undefined;
    if (typed !== back) return { value: Number(typed) };
  }
}

/** The 95 % interval of a score of 50 %. */
export function telling({ interval: { low, high } }: PreviewResult, render: Renderer): string {
  return render(message('bench.pick.interval', { low: Math.round(low * 100), high: Math.round(high * 100) }));
}

function enterLimit(step: Step, most: number, render: Renderer) {
  return enterText({
    ...step,
    placeholder: String(Math.min(most, 20)),
    prompt: render(message('bench.pick.limit-prompt', { most })),
    value: '',
    isPassword: false,
    problemOf: (text) =>
      /^\s*[1-9]\d{0,8}\s*$/.test(text) ? undefined : render(message('bench.pick.limit-prompt', { most })),
  });
}
