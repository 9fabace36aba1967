import type * as vscode from 'vscode';
import type { EndpointTools } from '../endpoints/endpoint-tools.ts';
import { forgetKey } from '../endpoints/forget-key.ts';
import type { RegisterCommand } from './register-command.ts';

/** Forget Key…: a key that was given for an endpoint is kept no longer. */
export function registerForgetKey(register: RegisterCommand, tools: EndpointTools): vscode.Disposable {
  return register('forgetKey', (given) => forgetKey(tools, given));
}
