import * as vscode from 'vscode';
import { message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import { plainFailureSchema } from '../../protocol/plain-failure.ts';
import { ServerUnavailable } from '../server/server-unavailable.ts';

type Run = (...given: readonly unknown[]) => unknown;

/** Says what a command of the manifest does, by its name without `factprobe.`. */
export type RegisterCommand = (name: string, run: Run) => vscode.Disposable;

/** What the commands of the manifest do. */
export interface CommandHandlers {
  readonly register: RegisterCommand;
  /** Runs a command by its full name; a failure of it ends in one sentence, and its stack in the log. */
  readonly run: (name: string, given: readonly unknown[]) => Promise<unknown>;
}

export interface CommandOptions {
  readonly render: Renderer;
  readonly log: vscode.LogOutputChannel;
}

export function createCommandHandlers({ render, log }: CommandOptions): CommandHandlers {
  const handlers = new Map<string, Run>();
  const tell = async (name: string, error: unknown) => {
    // Whoever cancelled knows; a missing server was told when it failed.
    if (error instanceof vscode.CancellationError || error instanceof ServerUnavailable) return;
    log.error(name, error instanceof Error ? error : String(error));
    const showLog = render(message('extension.show-log'));
    const sentence = plainFailureSchema.safeParse(error).data?.message;
    const chosen = await vscode.window.showErrorMessage(
      sentence ?? render(message('extension.command-failed')),
      showLog,
    );
    if (chosen === showLog) log.show();
  };
  return {
    register: (name, run) => {
      handlers.set(`factprobe.${name}`, run);
      return new vscode.Disposable(() => handlers.delete(`factprobe.${name}`));
    },
    run: async (name, given) => {
      try {
        const handler = handlers.get(name);
        if (handler === undefined) throw new Error(`nothing runs the command ${name}`);
        return await handler(...given);
      } catch (error) {
        void tell(name, error);
        return undefined;
      }
    },
  };
}
