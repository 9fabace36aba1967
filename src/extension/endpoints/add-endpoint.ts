import * as vscode from 'vscode';
import * as z from 'zod';
import { checkedKey, type ServedModel } from '../../core/model/index.ts';
import { type FactprobeError, message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import { type AddStep, type EndpointDraft, enterEndpoint } from './add-endpoint-steps.ts';
import { askingServer } from './asking-server.ts';
import { endpointCommand } from './endpoint-command.ts';
import type { EndpointOutcome } from './endpoint-outcome.ts';
import { checkedBaseUrl } from './endpoint-settings.ts';
import type { EndpointTools } from './endpoint-tools.ts';
import { createEndpoints, type Endpoints } from './endpoints.ts';
import { pickModel, servedId } from './model-pick.ts';

/** All that would be typed; the model is asked for when it isn't named. */
const argumentSchema = z.object({
  url: z.string(),
  key: z.string().default(''),
  model: z.string().exactOptional(),
});
type Given = z.infer<typeof argumentSchema>;

interface Begin {
  readonly step: Exclude<AddStep, 'model'>;
  readonly draft: EndpointDraft;
}

const atTheStart: Begin = { step: 'url', draft: { url: '', key: '' } };

/**
 * Adds a server with one of its models, which are entered step by step or handed over, and makes it the one in use.
 * Nothing is kept before the server has answered.
 */
export function addEndpoint(tools: EndpointTools, given: unknown): Promise<EndpointOutcome | undefined> {
  return add(tools, argumentSchema.safeParse(given).data, atTheStart);
}

/** What is entered, by hand or by argument, and kept once the server has answered to it. */
type Entered = EndpointDraft & { readonly model: string };

function add(
  tools: EndpointTools,
  given: Given | undefined,
  begin: Begin,
): Promise<EndpointOutcome | undefined> {
  const { render, log } = tools;
  const endpoints = createEndpoints(tools);
  let reached: EndpointDraft = given ?? begin.draft;
  const listModels = (draft: EndpointDraft) => modelsOf(draft, endpoints, render);
  const enter = () =>
    enterEndpoint(begin.step, begin.draft, {
      render,
      listModels,
      onEntered: (draft) => {
        reached = draft;
      },
    });
  const tryAgain = (failure: FactprobeError) => {
    const step = failure.text.id === 'model.failure.unauthorized' ? 'key' : 'url';
    return add(tools, undefined, { step, draft: reached });
  };
  return endpointCommand(
    async () => {
      endpoints.gate.requireTrust();
      const entered = given === undefined ? await enter() : await chosenFrom(given, listModels, render);
      return entered === undefined ? undefined : keep(entered, endpoints, render);
    },
    { render, log, tryAgain },
  );
}

async function modelsOf(
  draft: EndpointDraft,
  endpoints: Endpoints,
  render: Renderer,
): Promise<readonly ServedModel[]> {
  const url = checkedBaseUrl(draft.url);
  const key = checkedKey(draft.key);
  const server = await endpoints.open(url, 'probe', { key: key === '' ? undefined : key });
  return askingServer(render(message('endpoint.listing', { url })), (signal) => server.listModels(signal));
}

async function chosenFrom(
  { url, key, model: named }: Given,
  listModels: (draft: EndpointDraft) => Promise<readonly ServedModel[]>,
  render: Renderer,
): Promise<Entered | undefined> {
  const models = await listModels({ url, key });
  const title = render(message('endpoint.add-title'));
  const model = named === undefined ? await pickModel(models, { title }, render) : servedId(models, named);
  return typeof model === 'string' ? { url, key, model } : undefined;
}

async function keep(
  { url: typed, key: typedKey, model }: Entered,
  endpoints: Endpoints,
  render: Renderer,
): Promise<EndpointOutcome> {
  const url = checkedBaseUrl(typed);
  const key = checkedKey(typedKey);
  await endpoints.save({ url, model });
  if (key !== '') await endpoints.keys.keep(url, key);
  void offerTest(render(message('endpoint.added', { url, model })), render);
  return { type: 'added', url, model };
}

async function offerTest(sentence: string, render: Renderer): Promise<void> {
  const test = render(message('endpoint.test'));
  if ((await vscode.window.showInformationMessage(sentence, test)) === test) {
    await vscode.commands.executeCommand('factprobe.testConnection');
  }
}
