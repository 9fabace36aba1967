import * as vscode from 'vscode';
import type { ModelServer } from '../../core/model/index.ts';
import { FactprobeError, message } from '../../core/platform/index.ts';
import type { Renderer } from '../../node/catalogue.ts';
import { ownSetting, section } from '../settings.ts';
import { confirmSending } from './confirm-sending.ts';
import { connect } from './connection.ts';
import {
  type ConfiguredEndpoint,
  type EndpointSettings,
  parseEndpointSettings,
  withEndpoint,
} from './endpoint-settings.ts';
import type { EndpointTools } from './endpoint-tools.ts';
import { createKeyRing, type KeyRing } from './key-ring.ts';
import { createSendingGate, type SendingGate, type SendingPurpose } from './sending-gate.ts';
import { notedServer } from './sent-requests.ts';

/** The user's endpoints: what is set, their keys, and the only way to a server. */
export interface Endpoints {
  readonly keys: KeyRing;
  readonly gate: SendingGate;
  /** What the user's own settings say; slips in them are told, each once. */
  settings(): EndpointSettings;
  /** Adds or changes an endpoint and makes it the active one. Rejects with a `FactprobeError`. */
  save(endpoint: ConfiguredEndpoint): Promise<void>;
  /**
   * The server behind a base URL, for one purpose, with the key given, else the one that is kept. Rejects as
   * `SendingGate.pass` does, before anything was sent.
   */
  open(baseUrl: string, purpose: SendingPurpose, options?: OpenOptions): Promise<ModelServer>;
}

export interface OpenOptions {
  readonly key?: string | undefined;
  /** From a request to its reply's last byte. */
  readonly seconds?: number | undefined;
}

export function createEndpoints({ context, sent, render }: EndpointTools): Endpoints {
  const { globalState: memory, secrets } = context;
  const keys = createKeyRing(secrets, memory);
  const gate = createSendingGate({
    isTrusted: () => vscode.workspace.isTrusted,
    memory,
    confirm: (url, purpose) => confirmSending(url, purpose, render),
  });
  const told = new Set<string>();
  return {
    keys,
    gate,
    settings() {
      const settings = parseEndpointSettings(ownSetting('endpoints'), ownSetting('activeEndpoint'));
      for (const slip of settings.slips.map(render).filter((sentence) => !told.has(sentence))) {
        told.add(slip);
        void tellSlip(slip, render);
      }
      return settings;
    },
    async save(endpoint) {
      const configuration = vscode.workspace.getConfiguration(section);
      const list = withEndpoint(ownSetting('endpoints'), endpoint);
      try {
        await configuration.update('endpoints', list, vscode.ConfigurationTarget.Global);
        await configuration.update('activeEndpoint', endpoint.url, vscode.ConfigurationTarget.Global);
      } catch (cause) {
        throw new FactprobeError(message('endpoint.not-saved', { detail: detailOf(cause) }), { cause });
      }
    },
    async open(baseUrl, purpose, { key, seconds } = {}) {
      await gate.pass(baseUrl, purpose);
      const apiKey = key ?? (await keys.keyOf(baseUrl));
      const server = connect({ baseUrl, ...(apiKey === undefined ? {} : { apiKey }) }, seconds);
      const withKey = apiKey !== undefined;
      return notedServer(server, (content) =>
        sent.add({ time: new Date(), url: baseUrl, purpose, withKey, content }),
      );
    },
  };
}

async function tellSlip(sentence: string, render: Renderer): Promise<void> {
  const open = render(message('extension.open-settings'));
  const chosen = await vscode.window.showWarningMessage(sentence, open);
  if (chosen === open) {
    await vscode.commands.executeCommand('workbench.action.openSettings', `${section}.endpoints`);
  }
}

function detailOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
