import { DidChangeWatchedFilesNotification, type InitializeParams } from 'vscode-languageserver/node';
import { projectFiles } from '../core/workspace/index.ts';
import type { Diagnostics } from './diagnostics.ts';
import type { ServerContext } from './server-context.ts';

/** Checks the open documents anew when what a folder sets in its `.factprobe` changes. */
export function registerProjectChanges(
  { connection, documents, checked }: ServerContext,
  diagnostics: Diagnostics,
  { capabilities }: InitializeParams,
): void {
  const names = Object.values(projectFiles);
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (!changes.some(({ uri }) => names.some((name) => uri.endsWith(`/${name}`)))) return;
    for (const document of documents.all()) checked.forget(document);
    diagnostics.refresh();
  });
  if (capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration !== true) return;
  connection.onInitialized(() => {
    const watchers = names.map((name) => ({ globPattern: `**/${name}` }));
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  });
}
