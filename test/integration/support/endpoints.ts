import type { ServerResponse } from 'node:http';
import * as vscode from 'vscode';
import {
  type Completion,
  type ModelEndpoint,
  sendError,
  sendJson,
  startModelEndpoint,
  streamText,
} from '../../support/model-endpoint.ts';

/** What a command on endpoints hands back. */
export interface Outcome {
  readonly type: string;
  readonly reason?: string;
  readonly report?: string;
  readonly url?: string;
  readonly model?: string;
}

/** Runs a command on endpoints as a key binding would, with everything that is else typed. */
export async function runEndpointCommand(name: string, argument?: unknown): Promise<Outcome | undefined> {
  return vscode.commands.executeCommand<Outcome | undefined>(`factprobe.${name}`, argument);
}

/** A server that asks for a key, where one is given, and serves the models named. */
export function startServer({
  key,
  models = ['tiny'],
}: {
  readonly key?: string;
  readonly models?: readonly string[];
} = {}): Promise<ModelEndpoint> {
  const completion: Completion = (response, body, { headers }) => {
    if (isRefused(headers.authorization)) return refuse(response);
    if (!models.includes(String(body.model))) return sendError(response, 404, `There is no ${body.model}.`);
    streamText(response, 'one, ', 'two');
  };
  const isRefused = (authorization: string | undefined) =>
    key !== undefined && authorization !== `Bearer ${key}`;
  const refuse = (response: ServerResponse) => sendError(response, 401, 'wrong key');
  return startModelEndpoint({
    completion,
    models: (response, { headers }) =>
      isRefused(headers.authorization)
        ? refuse(response)
        : sendJson(response, {
            object: 'list',
            data: models.map((id) => ({ id, object: 'model', owned_by: 'test' })),
          }),
  });
}

/** Sets the user's own settings of endpoints; without arguments as if they had never been set. */
export async function setEndpoints(endpoints?: readonly unknown[], active?: string): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('factprobe');
  await configuration.update('endpoints', endpoints, vscode.ConfigurationTarget.Global);
  await configuration.update('activeEndpoint', active, vscode.ConfigurationTarget.Global);
}

/** The user's own settings of endpoints. */
export function endpointSettings(): readonly [endpoints: unknown, active: unknown] {
  const configuration = vscode.workspace.getConfiguration('factprobe');
  return [configuration.get('endpoints'), configuration.get('activeEndpoint')];
}
