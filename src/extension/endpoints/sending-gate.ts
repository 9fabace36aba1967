import type * as vscode from 'vscode';
import { CancelledError, FactprobeError, message } from '../../core/platform/index.ts';
import { isLoopback } from './loopback.ts';

/** What requests to an endpoint are for: to see what it can do, to answer a question, to run a benchmark. */
export type SendingPurpose = 'probe' | 'ask' | 'bench';

/** Stands before every request to an endpoint. */
export interface SendingGate {
  /** Throws a `FactprobeError` where the workspace is not trusted. */
  requireTrust(): void;
  /**
   * Resolves when requests for that purpose may go to that URL. Rejects with a `FactprobeError` where the workspace is
   * not trusted, and with a `CancelledError` when the user was asked about a remote host and did not agree.
   */
  pass(baseUrl: string, purpose: SendingPurpose): Promise<void>;
}

export interface SendingGateOptions {
  readonly isTrusted: () => boolean;
  /** Remembers what was agreed to, in this and later windows. */
  readonly memory: Pick<vscode.Memento, 'get' | 'update'>;
  /** Asks whether the first requests may go to a host; lists what will leave for that purpose. */
  readonly confirm: (baseUrl: string, purpose: SendingPurpose) => Promise<boolean>;
}

/** Where the origins are remembered that the requests of a purpose may go to: what leaves is agreed to apart. */
const agreedTo: Readonly<Record<SendingPurpose, string>> = {
  probe: 'factprobe.endpoints.agreedToProbe',
  ask: 'factprobe.endpoints.agreedToAsk',
  bench: 'factprobe.endpoints.agreedToBench',
};

export function createSendingGate({ isTrusted, memory, confirm }: SendingGateOptions): SendingGate {
  /** Dialogs that are open: requests that come meanwhile wait for the same answer. */
  const asking = new Map<string, Promise<boolean>>();
  const requireTrust = () => {
    if (!isTrusted()) throw new FactprobeError(message('endpoint.untrusted'));
  };
  const confirmOnce = (baseUrl: string, purpose: SendingPurpose) => {
    const key = `${purpose} ${new URL(baseUrl).origin}`;
    const asked = asking.get(key) ?? confirm(baseUrl, purpose).finally(() => asking.delete(key));
    asking.set(key, asked);
    return asked;
  };
  return {
    requireTrust,
    async pass(baseUrl, purpose) {
      requireTrust();
      if (isLoopback(baseUrl)) return;
      const { origin } = new URL(baseUrl);
      const origins = () => memory.get<readonly string[]>(agreedTo[purpose], []);
      if (origins().includes(origin)) return;
      if (!(await confirmOnce(baseUrl, purpose))) throw new CancelledError('not agreed to');
      if (!origins().includes(origin)) await memory.update(agreedTo[purpose], [...origins(), origin]);
    },
  };
}
