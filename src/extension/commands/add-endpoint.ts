import type * as vscode from 'vscode';
import type { EndpointTools } from '../endpoints/endpoint-tools.ts';
import type { RegisterCommand } from './register-command.ts';

/** Add Endpoint…: a server that the user names, its key, and one of the models that it lists. */
export function registerAddEndpoint(register: RegisterCommand, tools: EndpointTools): vscode.Disposable {
  return register('addEndpoint', async (given) => {
    // Loaded with its first use: the model's client would slow down every activation.
    const { addEndpoint } = await import('../models/model-work.ts');
    return addEndpoint(tools, given);
  });
}
