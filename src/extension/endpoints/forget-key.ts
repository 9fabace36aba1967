import * as vscode from 'vscode';
import * as z from 'zod';
import { message } from '../../core/platform/index.ts';
import type { EndpointOutcome } from './endpoint-outcome.ts';
import type { EndpointTools } from './endpoint-tools.ts';
import { createKeyRing } from './key-ring.ts';
import { pickOne } from './steps.ts';

/** The base URL whose key is forgotten; it is asked for when it isn't given. */
const argumentSchema = z.object({ url: z.string() });

/** Forgets a key that is kept, of an endpoint that is in the settings no more too. Nothing is sent. */
export async function forgetKey(
  { context, render }: Pick<EndpointTools, 'context' | 'render'>,
  given: unknown,
): Promise<EndpointOutcome | undefined> {
  const keys = createKeyRing(context.secrets, context.globalState);
  const urls = keys.urls();
  const wanted = argumentSchema.safeParse(given).data?.url;
  if (urls.length === 0 || (wanted !== undefined && !urls.includes(wanted))) {
    const reason = render(message(wanted === undefined ? 'endpoint.no-keys' : 'endpoint.no-key'));
    void vscode.window.showInformationMessage(reason);
    return { type: 'failed', reason };
  }
  const url =
    wanted ??
    (await pickOne({
      title: render(message('endpoint.forget-title')),
      placeholder: render(message('endpoint.forget-prompt')),
      items: urls.map((label) => ({ label })),
    }));
  if (typeof url !== 'string') return undefined;
  await keys.forget(url);
  void vscode.window.showInformationMessage(render(message('endpoint.key-forgotten', { url })));
  return { type: 'forgotten', url };
}
