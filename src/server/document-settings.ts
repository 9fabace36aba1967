import type { Connection } from 'vscode-languageserver/node';
import { type Settings, settingsSchema } from '../protocol/settings.ts';

/** The settings of each document: folders of a workspace may have their own. */
export interface DocumentSettings {
  /** The settings that hold for a document. */
  of(uri: string): Promise<Settings>;
  /** Takes settings that changed, as the client sends them. */
  changed(all: unknown): void;
  forget(uri: string): void;
}

export interface DocumentSettingsOptions {
  readonly connection: Connection;
  /** Whether the client can be asked for the settings of one document; else those of the window hold. */
  readonly canAsk: boolean;
  readonly initial: Settings;
  /** Called with what was received of a document or the window, malformed parts included. */
  readonly onReceived: (received: unknown) => void;
}

export function createDocumentSettings({
  connection,
  canAsk,
  initial,
  onReceived,
}: DocumentSettingsOptions): DocumentSettings {
  const known = new Map<string, Promise<Settings>>();
  let ofWindow = initial;
  const ask = async (uri: string): Promise<Settings> => {
    try {
      const received = await connection.workspace.getConfiguration({ scopeUri: uri, section: 'factprobe' });
      onReceived(received);
      return settingsSchema.parse(received ?? {});
    } catch (error) {
      connection.console.warn(
        `the settings of ${uri} could not be read, the window's hold: ${String(error)}`,
      );
      return ofWindow;
    }
  };
  return {
    async of(uri) {
      if (!canAsk) return ofWindow;
      const asked = known.get(uri) ?? ask(uri);
      known.set(uri, asked);
      return asked;
    },
    changed(all) {
      known.clear();
      onReceived(all);
      ofWindow = settingsSchema.parse(all ?? {});
    },
    forget: (uri) => known.delete(uri),
  };
}
