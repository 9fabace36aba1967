import {
  DidChangeWatchedFilesNotification,
  type FileSystemWatcher,
  type InitializeParams,
  WatchKind,
} from 'vscode-languageserver/node';
import { languages } from '../core/source/index.ts';
import { projectFiles } from '../core/workspace/index.ts';
import type { Diagnostics } from './diagnostics.ts';
import type { ServerContext } from './server-context.ts';
import { pathOfUri } from './uris.ts';

/**
 * Follows the disk: what a folder sets in its `.factprobe` changes the verdicts on every document, and a source that
 * isn't open is checked again where it is listed.
 */
export function registerWatchedFiles(
  { connection, documents, checked, listed }: ServerContext,
  diagnostics: Diagnostics,
  { capabilities }: InitializeParams,
): void {
  const names = Object.values(projectFiles);
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const paths = changes.map(({ uri }) => pathOfUri(uri));
    if (paths.some((path) => names.some((name) => path.endsWith(`/${name}`)))) {
      for (const document of documents.all()) checked.forget(document);
      diagnostics.refresh();
    }
    for (const path of paths) listed.changed(path);
  });
  if (capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration !== true) return;
  connection.onInitialized(() => {
    const watchers = [...names.map((name) => ({ globPattern: `**/${name}` })), ...sources];
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  });
}

const endings = languages.flatMap(({ extensions }) => extensions).map((extension) => extension.slice(1));

const sources: readonly FileSystemWatcher[] = [
  { globPattern: `**/*.{${endings.join(',')}}`, kind: WatchKind.Create | WatchKind.Change },
  // A folder goes with all that is in it, and only the folder is named.
  { globPattern: '**/*', kind: WatchKind.Delete },
];
