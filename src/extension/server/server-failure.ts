import * as vscode from 'vscode';
import { message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import type { StatusItem } from '../status/status-item.ts';

export interface ServerFailureOptions {
  readonly render: Renderer;
  readonly log: vscode.LogOutputChannel;
  readonly status: StatusItem;
}

/** Tells in one sentence that the server does not run and what helps; the cause goes to the log. */
export function createServerFailure({ render, log, status }: ServerFailureOptions): (error: unknown) => void {
  return async (error) => {
    log.error(error instanceof Error ? error : String(error));
    status.serverFailed();
    const showLog = render(message('extension.show-log'));
    const chosen = await vscode.window.showErrorMessage(render(message('extension.server-failed')), showLog);
    if (chosen === showLog) log.show();
  };
}
