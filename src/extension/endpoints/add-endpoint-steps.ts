import { checkedKey, type ServedModel } from '../../core/model/index.ts';
import { FactprobeError, message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import { checkedBaseUrl } from './endpoint-settings.ts';
import { pickModel } from './model-pick.ts';
import { back, enterText } from './steps.ts';

/** What was typed so far. */
export interface EndpointDraft {
  readonly url: string;
  /** Empty for a server that asks for none, and to leave a key that is kept as it is. */
  readonly key: string;
}

export type AddStep = 'url' | 'key' | 'model';

export interface AddEndpointSteps {
  readonly render: Renderer;
  /** The models of the server, asked with what was typed. Its failure ends the steps. */
  readonly listModels: (draft: EndpointDraft) => Promise<readonly ServedModel[]>;
  /** Called with what was typed by each step, so that a failure can begin from there again. */
  readonly onEntered: (draft: EndpointDraft) => void;
}

const totalSteps = 3;

/** Asks for URL, key and model, with a way back; `undefined` when the user leaves. */
export async function enterEndpoint(
  first: Exclude<AddStep, 'model'>,
  start: EndpointDraft,
  { render, listModels, onEntered }: AddEndpointSteps,
): Promise<(EndpointDraft & { readonly model: string }) | undefined> {
  let step: AddStep = first;
  let draft = start;
  for (;;) {
    onEntered(draft);
    switch (step) {
      case 'url': {
        const url = await enterUrl(draft.url, render);
        if (typeof url !== 'string') return undefined;
        draft = { ...draft, url };
        step = 'key';
        break;
      }
      case 'key': {
        const key = await enterKey(draft.key, render);
        if (key === undefined) return undefined;
        if (key !== back) draft = { ...draft, key };
        step = key === back ? 'url' : 'model';
        break;
      }
      case 'model': {
        const models = await listModels(draft);
        const model = await pickModel(models, { title: titleOf(render), step: 3, totalSteps }, render);
        if (model === undefined) return undefined;
        if (model !== back) return { ...draft, model };
        step = 'key';
      }
    }
  }
}

function enterUrl(value: string, render: Renderer) {
  return enterText({
    title: titleOf(render),
    step: 1,
    totalSteps,
    prompt: render(message('endpoint.url-prompt')),
    placeholder: 'http://localhost:8000',
    value,
    isPassword: false,
    problemOf: (text) => problemOf(() => checkedBaseUrl(text), render),
  });
}

function enterKey(value: string, render: Renderer) {
  return enterText({
    title: titleOf(render),
    step: 2,
    totalSteps,
    prompt: render(message('endpoint.key-prompt')),
    placeholder: render(message('endpoint.key-placeholder')),
    value,
    isPassword: true,
    problemOf: (text) => problemOf(() => checkedKey(text), render),
  });
}

function problemOf(check: () => unknown, render: Renderer): string | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (error instanceof FactprobeError) return render(error.text);
    throw error;
  }
}

function titleOf(render: Renderer): string {
  return render(message('endpoint.add-title'));
}
