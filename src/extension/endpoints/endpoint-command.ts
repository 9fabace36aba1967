import * as vscode from 'vscode';
import {
  CancelledError,
  FactprobeError,
  type Message,
  type MessageId,
  message,
} from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import type { EndpointOutcome, FailedOutcome } from './endpoint-outcome.ts';

/** A button under a failure. */
export interface Remedy {
  readonly label: Message;
  readonly run: () => unknown;
}

export interface EndpointCommandOptions {
  readonly render: Renderer;
  readonly log: vscode.LogOutputChannel;
  /** Runs the command again from where it failed. */
  readonly tryAgain: (failure: FactprobeError) => unknown;
}

/** Failures whose remedy is another command. */
const commandRemedies: Partial<Record<MessageId, readonly [label: MessageId, command: string]>> = {
  'endpoint.untrusted': ['endpoint.manage-trust', 'workbench.trust.manage'],
  'endpoint.none': ['endpoint.add', 'factprobe.addEndpoint'],
  'endpoint.none-active': ['endpoint.select-model', 'factprobe.selectModel'],
  'endpoint.no-model': ['endpoint.select-model', 'factprobe.selectModel'],
  'endpoint.unknown': ['endpoint.select-model', 'factprobe.selectModel'],
  'endpoint.not-saved': ['extension.open-settings', 'workbench.action.openSettingsJson'],
  'model.not-served': ['endpoint.select-model', 'factprobe.selectModel'],
};

/**
 * Runs a command on endpoints. An expected failure is told as its sentence with a button for its remedy, and is the
 * outcome; who cancelled knows, and there is none.
 */
export async function endpointCommand<Outcome = EndpointOutcome>(
  run: () => Promise<Outcome | undefined>,
  { render, log, tryAgain }: EndpointCommandOptions,
): Promise<Outcome | FailedOutcome | undefined> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof CancelledError || error instanceof vscode.CancellationError) return undefined;
    if (!(error instanceof FactprobeError)) throw error;
    const reason = render(error.text);
    log.warn(reason);
    offer(reason, remedyOf(error, tryAgain), render).catch((failure: unknown) => log.error(String(failure)));
    return { type: 'failed', reason };
  }
}

function remedyOf(failure: FactprobeError, tryAgain: EndpointCommandOptions['tryAgain']): Remedy {
  const [label, command] = commandRemedies[failure.text.id] ?? [];
  return label === undefined || command === undefined
    ? { label: message('endpoint.try-again'), run: () => tryAgain(failure) }
    : { label: message(label), run: () => vscode.commands.executeCommand(command) };
}

async function offer(reason: string, { label, run }: Remedy, render: Renderer): Promise<void> {
  const button = render(label);
  if ((await vscode.window.showErrorMessage(reason, button)) === button) await run();
}
