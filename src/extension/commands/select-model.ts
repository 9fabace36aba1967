import type * as vscode from 'vscode';
import type { EndpointTools } from '../endpoints/endpoint-tools.ts';
import type { RegisterCommand } from './register-command.ts';

/** Select Model…: the endpoint in use and its model. */
export function registerSelectModel(register: RegisterCommand, tools: EndpointTools): vscode.Disposable {
  return register('selectModel', async (given) => {
    // Loaded with its first use: the model's client would slow down every activation.
    const { selectModel } = await import('../models/model-work.ts');
    return selectModel(tools, given);
  });
}
