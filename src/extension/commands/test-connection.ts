import type * as vscode from 'vscode';
import type { EndpointTools } from '../endpoints/endpoint-tools.ts';
import type { RegisterCommand } from './register-command.ts';

/** Test Connection: what the endpoint's server and model really do, as a document to read. */
export function registerTestConnection(register: RegisterCommand, tools: EndpointTools): vscode.Disposable {
  return register('testConnection', async (given) => {
    // Loaded with its first use: the model's client would slow down every activation.
    const { testConnection } = await import('../models/model-work.ts');
    return testConnection(tools, given);
  });
}
