import { message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import type { RunModel } from '../../protocol/runs.ts';
import type { ConfiguredEndpoint } from '../endpoints/endpoint-settings.ts';
import type { back, Step } from '../endpoints/steps.ts';
import { type Choice, pickValue } from './run-pick.ts';

/** What is asked, and what else there is. */
export interface KnownModels {
  readonly model: ConfiguredEndpoint;
  readonly others: readonly ConfiguredEndpoint[];
}

/** A model of the settings as a run names it. */
export function runModelOf({ url, model }: ConfiguredEndpoint): RunModel {
  return { endpoint: url, model: model ?? null };
}

/** A model of the settings as a person knows it. */
export function shownModel({ url, model, name }: ConfiguredEndpoint, render: Renderer): string {
  return `${model ?? render(message('bench.pick.only-model'))} (${name ?? url})`;
}

/** Who grades what rules can't decide: the same model, another endpoint's, or nobody. */
export function chooseJudge(
  step: Step,
  { model, others }: KnownModels,
  render: Renderer,
): Promise<{ readonly value: RunModel | null } | typeof back | undefined> {
  const choices: readonly Choice<RunModel | null>[] = [
    {
      label: `$(law) ${render(message('bench.pick.same-judge'))}`,
      description: shownModel(model, render),
      detail: render(message('bench.pick.same-judge-detail')),
      value: runModelOf(model),
    },
    {
      label: `$(list-ordered) ${render(message('bench.pick.rules'))}`,
      detail: render(message('bench.pick.rules-detail')),
      value: null,
    },
    ...others.map((other) => ({
      label: `$(server) ${shownModel(other, render)}`,
      detail: render(message('bench.pick.other-judge-detail')),
      value: runModelOf(other),
    })),
  ];
  return pickValue(step, choices);
}
