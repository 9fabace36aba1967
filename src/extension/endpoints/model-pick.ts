import type { ServedModel } from '../../core/model/index.ts';
import { FactprobeError, message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import { type back, type PickStep, pickOne } from './steps.ts';

/** The step in which a model is chosen; `current` is the one in use. */
export type ModelPick = Omit<PickStep, 'placeholder' | 'items'>;

/** Lets the user choose among the models that a server lists; throws a `FactprobeError` when it lists none. */
export async function pickModel(
  models: readonly ServedModel[],
  step: ModelPick,
  render: Renderer,
): Promise<string | typeof back | undefined> {
  if (models.length === 0) throw new FactprobeError(message('model.none-served'));
  return pickOne({
    ...step,
    placeholder: render(message('endpoint.model-prompt')),
    items: models.map(({ id, contextTokens: count }) => ({
      label: id,
      ...(count === undefined ? {} : { description: render(message('doctor.tokens', { count })) }),
    })),
  });
}

/** The id, if the server lists it; throws a `FactprobeError` with the list else. */
export function servedId(models: readonly ServedModel[], name: string): string {
  const ids = models.map(({ id }) => id);
  if (ids.includes(name)) return name;
  throw new FactprobeError(message('model.not-served', { name, list: ids.join(', ') }));
}
