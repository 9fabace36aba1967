import type * as vscode from 'vscode';
import type { EndpointTools } from '../endpoints/endpoint-tools.ts';
import { sentReport } from '../endpoints/sent-report.ts';
import type { RegisterCommand } from './register-command.ts';

/** Show What Was Sent: every request of this window to an endpoint, with all that it carried. */
export function registerShowWhatWasSent(
  register: RegisterCommand,
  { reports, sent, render }: EndpointTools,
): vscode.Disposable {
  return register('showWhatWasSent', () => reports.show('sent', sentReport(sent, render)));
}
