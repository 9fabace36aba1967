import * as vscode from 'vscode';
import { message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import { plainFailureSchema } from '../../protocol/plain-failure.ts';
import { ServerUnavailable } from '../server/server-unavailable.ts';

/** Registers a command under `factprobe.`; a failure of it ends in one sentence, and its stack in the log. */
export type RegisterCommand = (
  name: string,
  run: (...given: readonly unknown[]) => unknown,
) => vscode.Disposable;

export interface CommandOptions {
  readonly render: Renderer;
  readonly log: vscode.LogOutputChannel;
}

export function createCommandRegistrar({ render, log }: CommandOptions): RegisterCommand {
  const tell = async (name: string, error: unknown) => {
    // Whoever cancelled knows; a missing server was told when it failed.
    if (error instanceof vscode.CancellationError || error instanceof ServerUnavailable) return;
    log.error(`factprobe.${name}`, error instanceof Error ? error : String(error));
    const showLog = render(message('extension.show-log'));
    const sentence = plainFailureSchema.safeParse(error).data?.message;
    const chosen = await vscode.window.showErrorMessage(
      sentence ?? render(message('extension.command-failed')),
      showLog,
    );
    if (chosen === showLog) log.show();
  };
  return (name, run) =>
    vscode.commands.registerCommand(`factprobe.${name}`, async (...given: readonly unknown[]) => {
      try {
        return await run(...given);
      } catch (error) {
        void tell(name, error);
        return undefined;
      }
    });
}
