import type * as vscode from 'vscode';
import { CancelledError, FactprobeError, message } from '../../core/platform/index.ts';
import { isLoopback } from './loopback.ts';

/** Stands before every request to an endpoint. */
export interface SendingGate {
  /** Throws a `FactprobeError` where the workspace is not trusted. */
  requireTrust(): void;
  /**
   * Resolves when requests may go to that URL. Rejects with a `FactprobeError` where the workspace is not trusted, and
   * with a `CancelledError` when the user was asked about a remote host and did not agree.
   */
  pass(baseUrl: string): Promise<void>;
}

export interface SendingGateOptions {
  readonly isTrusted: () => boolean;
  /** Remembers what was agreed to, in this and later windows. */
  readonly memory: Pick<vscode.Memento, 'get' | 'update'>;
  /** Asks whether the first requests may go to a host; lists what will leave. */
  readonly confirm: (baseUrl: string) => Promise<boolean>;
}

/** Origins that the probe's questions may go to. What else may leave some day is agreed to apart. */
const agreed = 'factprobe.endpoints.agreedToProbe';

export function createSendingGate({ isTrusted, memory, confirm }: SendingGateOptions): SendingGate {
  const requireTrust = () => {
    if (!isTrusted()) throw new FactprobeError(message('endpoint.untrusted'));
  };
  return {
    requireTrust,
    async pass(baseUrl) {
      requireTrust();
      if (isLoopback(baseUrl)) return;
      const { origin } = new URL(baseUrl);
      const origins = () => memory.get<readonly string[]>(agreed, []);
      if (origins().includes(origin)) return;
      if (!(await confirm(baseUrl))) throw new CancelledError('not agreed to');
      await memory.update(agreed, [...origins(), origin]);
    },
  };
}
