import * as vscode from 'vscode';
import * as z from 'zod';
import { FactprobeError, message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import { askingServer } from './asking-server.ts';
import { endpointCommand } from './endpoint-command.ts';
import type { EndpointOutcome } from './endpoint-outcome.ts';
import { type ConfiguredEndpoint, type EndpointSettings, findEndpoint } from './endpoint-settings.ts';
import type { EndpointTools } from './endpoint-tools.ts';
import { createEndpoints, type Endpoints } from './endpoints.ts';
import { pickModel, servedId } from './model-pick.ts';
import { back, pickOne } from './steps.ts';

/** What would be chosen; the rest is asked for. */
const argumentSchema = z.object({
  /** URL or name of an endpoint of the settings. */
  endpoint: z.string().exactOptional(),
  model: z.string().exactOptional(),
});
type Given = z.infer<typeof argumentSchema>;

/** Chooses the endpoint, where there are several, and one of its models, and makes it the one in use. */
export function selectModel(tools: EndpointTools, given: unknown): Promise<EndpointOutcome | undefined> {
  const { render, log } = tools;
  const endpoints = createEndpoints(tools);
  return endpointCommand(
    async () => {
      endpoints.gate.requireTrust();
      const chosen = await choose(endpoints, argumentSchema.safeParse(given).data ?? {}, render);
      if (chosen === undefined) return undefined;
      await endpoints.save(chosen);
      void vscode.window.showInformationMessage(render(message('endpoint.added', { ...chosen })));
      return { type: 'selected', ...chosen };
    },
    { render, log, tryAgain: () => selectModel(tools, given) },
  );
}

type Chosen = Pick<ConfiguredEndpoint, 'url'> & { readonly model: string };

async function choose(endpoints: Endpoints, given: Given, render: Renderer): Promise<Chosen | undefined> {
  const settings = endpoints.settings();
  const isPicked = given.endpoint === undefined && settings.endpoints.length > 1;
  for (;;) {
    const endpoint = await chooseEndpoint(settings, given.endpoint, render);
    if (endpoint === undefined) return undefined;
    const { url, model: current } = endpoint;
    const server = await endpoints.open(url, 'probe');
    const models = await askingServer(render(message('endpoint.listing', { url })), (signal) =>
      server.listModels(signal),
    );
    if (given.model !== undefined) return { url, model: servedId(models, given.model) };
    const steps = isPicked ? { step: 2, totalSteps: 2 } : {};
    const model = await pickModel(models, { title: titleOf(render), current, ...steps }, render);
    if (model !== back) return model === undefined ? undefined : { url, model };
  }
}

async function chooseEndpoint(
  settings: EndpointSettings,
  given: string | undefined,
  render: Renderer,
): Promise<ConfiguredEndpoint | undefined> {
  if (given !== undefined) return findEndpoint(settings, given);
  const [only, ...others] = settings.endpoints;
  if (only === undefined) throw new FactprobeError(message('endpoint.none'));
  if (others.length === 0) return only;
  const url = await pickOne({
    title: titleOf(render),
    step: 1,
    totalSteps: 2,
    placeholder: render(message('endpoint.endpoint-prompt')),
    items: settings.endpoints.map((one) => ({
      label: one.url,
      description: [one.name, one.model].filter((part) => part !== undefined).join(' · '),
    })),
    current: activeUrl(settings),
  });
  return settings.endpoints.find((one) => one.url === url);
}

/** Where the list begins: what is active may not be there any more. */
function activeUrl({ endpoints, active }: EndpointSettings): string | undefined {
  return endpoints.find(({ url, name }) => url === active || name === active)?.url;
}

function titleOf(render: Renderer): string {
  return render(message('endpoint.select-title'));
}
