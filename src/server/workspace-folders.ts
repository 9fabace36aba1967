import type { Connection, InitializeParams } from 'vscode-languageserver/node';
import { pathOfUri } from './uris.ts';

/** The open folders as they are now, absolute with `/`; empty when a file was opened alone. */
export type WorkspaceFolders = () => Promise<readonly string[]>;

/** Asks the client each time where it can tell; else those of its start hold. */
export function createWorkspaceFolders(connection: Connection, params: InitializeParams): WorkspaceFolders {
  const { workspaceFolders, rootUri, capabilities } = params;
  const first = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri == null ? [] : [rootUri]);
  const canTell = capabilities.workspace?.workspaceFolders === true;
  return async () => {
    const current = canTell ? await connection.workspace.getWorkspaceFolders() : null;
    const uris = current === null ? first : current.map(({ uri }) => uri);
    return uris.filter((uri) => uri.startsWith('file:')).map(pathOfUri);
  };
}
